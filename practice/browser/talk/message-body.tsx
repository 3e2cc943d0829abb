import { useMemo } from 'react';
import type { Attached, Said } from '../../face/scene.ts';
import { type Json, objectsIn, textIn } from '../../json.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { type Holder, HolderContext } from '../blocks/place.ts';
import { Mrkdwn } from '../text/ink.tsx';

/** What a message says: its blocks, or its text where it has none; then what hangs on it. */
export function MessageBody({ message }: { readonly message: Said }) {
  const { channel, ts, blocks, text, attachments, files, isEdited } = message;
  const holder = useMemo(
    (): Holder => ({
      where: { channel, ts },
      valueOf: () => undefined,
      errorOf: () => undefined,
      beforeSending: async () => await Promise.resolve(),
      type: () => {},
    }),
    [channel, ts],
  );
  return (
    <HolderContext value={holder}>
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : text !== '' && <Text text={text} />}
      {attachments.map((attachment, index) => (
        <Attachment key={`${index} ${textIn(attachment.id)}`} attachment={attachment} />
      ))}
      {files.map((file) => (
        <AttachedFile key={file.id} file={file} />
      ))}
      {isEdited && <span className="quiet edited">(edited)</span>}
    </HolderContext>
  );
}

function Text({ text }: { readonly text: string }) {
  return (
    <div className="prose">
      <Mrkdwn text={text} />
    </div>
  );
}

function Attachment({ attachment }: { readonly attachment: Json }) {
  const blocks = objectsIn(attachment.blocks);
  const words = [attachment.pretext, attachment.title, attachment.text].flatMap((each) => textIn(each) ?? []);
  return (
    <div className="attachment">
      {words.map((each) => (
        <Text key={each} text={each} />
      ))}
      <Blocks blocks={blocks} />
    </div>
  );
}

function AttachedFile({ file }: { readonly file: Attached }) {
  const address = `/files/${file.id}/${encodeURIComponent(file.name)}`;
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mimetype)) {
    return <img className="picture" src={address} alt={file.name} />;
  }
  return (
    <a className="file" href={address} download={file.name}>
      <span aria-hidden>📄</span> {file.name}{' '}
      <span className="quiet">({Math.ceil(file.size / 1024)} KB)</span>
    </a>
  );
}
