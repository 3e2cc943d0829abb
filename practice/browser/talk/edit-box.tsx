import { type KeyboardEvent, useState } from 'react';
import type { Said } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { unescape } from '../text/mrkdwn.ts';
import { withMentions } from '../text/names-typed.ts';
import { namesOf } from './names.ts';

type Props = { readonly message: Said; readonly onEnd: () => void };

export function EditBox({ message, onEnd }: Props) {
  const practice = usePractice();
  const { deeds, attempt, person, room } = practice;
  const [text, setText] = useState(() =>
    unescape(
      message.text
        .replaceAll(/<@([A-Z0-9]+)>/g, (_, id: string) => `@${person(id)?.name ?? id}`)
        .replaceAll(/<#([A-Z0-9]+)>/g, (_, id: string) => `#${room(id)?.name ?? id}`),
    ),
  );
  const save = async (): Promise<void> => {
    const done = await attempt(async () => await deeds.edit(message, withMentions(text, namesOf(practice))));
    if (done) onEnd();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEnd();
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <div className="edit-box">
      <textarea
        aria-label="Edit the message"
        autoFocus
        rows={2}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onEnd}>
          Cancel
        </button>
        <button type="button" className="button primary" onClick={() => void save()}>
          Save
        </button>
      </div>
    </div>
  );
}
