import { useState } from 'react';
import type { Said } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { clockTime } from '../text/dates.ts';
import { Emoji } from '../text/emoji.tsx';
import { Avatar } from './avatar.tsx';
import { EditBox } from './edit-box.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { RepliesLine } from './replies-line.tsx';

type Props = {
  readonly message: Said;
  /** Follows one of the same author at once, so the name needn't be said again. */
  readonly isContinued?: boolean;
  readonly isInThread?: boolean;
};

export function Message({ message, isContinued = false, isInThread = false }: Props) {
  const { person } = usePractice();
  const [isEdited, setEdited] = useState(false);
  const author = person(message.user);
  const name = author?.realName ?? (message.user === 'USLACKBOT' ? 'Workspace' : message.user);
  const time = clockTime(message.ts);
  if (message.subtype.endsWith('_join')) return <JoinLine message={message} />;
  return (
    <article
      className={`message${isContinued ? ' continued' : ''}${message.isNotice ? ' notice' : ''}`}
      aria-label={`${name}, ${time}`}
      data-ts={message.ts}
    >
      <div className="margin">
        {isContinued ? <time className="quiet">{time}</time> : <Avatar id={message.user} />}
      </div>
      <div className="said">
        {message.isNotice && <p className="only-you">Only visible to you</p>}
        {!isContinued && (
          <div className="byline">
            <strong>{name}</strong>
            {author?.isBot && <span className="badge">App</span>}
            {author?.status && <Emoji name={author.status.replaceAll(':', '')} />}
            <time className="quiet">{time}</time>
          </div>
        )}
        {isEdited ? (
          <EditBox message={message} onEnd={() => setEdited(false)} />
        ) : (
          <MessageBody message={message} />
        )}
        <Reactions message={message} />
        {!isInThread && <RepliesLine message={message} />}
      </div>
      <MessageTools message={message} isInThread={isInThread} onEdit={() => setEdited(true)} />
    </article>
  );
}

function JoinLine({ message }: { readonly message: Said }) {
  const { person } = usePractice();
  return (
    <p className="join-line quiet">
      {person(message.user)?.realName ?? 'Somebody'} joined · {clockTime(message.ts)}
    </p>
  );
}
