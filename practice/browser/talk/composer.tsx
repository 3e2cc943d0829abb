import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { usePractice } from '../state/practice.ts';
import { withMentions } from '../text/names-typed.ts';
import { Completions, completionsFor } from './completions.tsx';
import { namesOf } from './names.ts';
import { ShortcutMenu } from './shortcut-menu.tsx';
import { uploadable } from './uploading.ts';

type Props = { readonly channel: string; readonly threadTs?: string; readonly label: string };
type Held = { readonly id: string; readonly name: string };

/** Where one writes: messages, replies, slash commands; files are chosen or pasted. */
export function Composer({ channel, threadTs, label }: Props) {
  const practice = usePractice();
  const { deeds, attempt, offers } = practice;
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const [at, setAt] = useState(0);
  const [files, setFiles] = useState<readonly Held[]>([]);
  const completions = completionsFor(practice, text, cursor, threadTs);

  const complete = (whole: string): void => {
    setText(whole);
    setCursor(whole.length);
    setAt(0);
    box.current?.focus();
  };
  const add = async (chosen: Iterable<File>): Promise<void> => {
    for (const file of chosen) {
      const held = await deeds.upload(await uploadable(file));
      setFiles((all) => [...all, held]);
    }
  };
  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === '' && files.length === 0) return;
    const command = threadTs
      ? undefined
      : offers.commands.find((each) => words.split(' ')[0] === each.command);
    const done = await attempt(async () => {
      if (command) await deeds.command(command.command, words.slice(command.command.length).trim(), channel);
      else {
        await deeds.say({
          channel,
          text: withMentions(words, namesOf(practice)),
          ...(threadTs && { threadTs }),
          ...(files.length > 0 && { files: files.map(({ id }) => id) }),
        });
      }
    });
    if (!done) return;
    setText('');
    setFiles([]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = completions[Math.min(at, completions.length - 1)];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (chosen && step !== undefined) {
      event.preventDefault();
      setAt((at + step + completions.length) % completions.length);
    } else if (chosen && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      complete(chosen.whole);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    void attempt(async () => await add(event.clipboardData.files));
  };
  return (
    <div className="composer">
      {completions.length > 0 && <Completions completions={completions} at={at} onChoose={complete} />}
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {files.map(({ id, name }) => (
        <span key={id} className="chip">
          {name}
          <button
            type="button"
            aria-label={`Leave out ${name}`}
            onClick={() => setFiles((all) => all.filter((each) => each.id !== id))}
          >
            ×
          </button>
        </span>
      ))}
      <div className="composer-tools">
        <ShortcutMenu />
        <label className="plain" title="Add a file">
          <span aria-hidden>📎</span>
          <input
            type="file"
            className="hidden-input"
            aria-label="Add a file"
            multiple
            onChange={({ target }) => void attempt(async () => await add(target.files ?? []))}
          />
        </label>
        <span className="spring" />
        <button type="button" className="button primary" onClick={() => void send()}>
          Send
        </button>
      </div>
    </div>
  );
}
