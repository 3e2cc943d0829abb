import { useState } from 'react';
import type { Said } from '../../face/scene.ts';
import { type Entry, Menu } from '../elements/menu.tsx';
import { usePractice } from '../state/practice.ts';
import { EmojiPicker } from './emoji-picker.tsx';

type Props = { readonly message: Said; readonly isInThread: boolean; readonly onEdit: () => void };

/** What can be done with a message: react, reply, and the menu with the app's shortcuts. */
export function MessageTools({ message, isInThread, onEdit }: Props) {
  const { deeds, attempt, go } = usePractice();
  const [isPicking, setPicking] = useState(false);
  const { channel, ts } = message;
  const react = (name: string): void => {
    setPicking(false);
    void attempt(async () => await deeds.react(message, name));
  };
  if (message.isNotice) {
    return (
      <div className="tools always">
        <button
          type="button"
          className="link"
          onClick={() => void attempt(async () => await deeds.dismiss(message))}
        >
          Dismiss
        </button>
      </div>
    );
  }
  return (
    <div className="tools">
      <button
        type="button"
        className="plain"
        aria-label="React"
        title="React"
        onClick={() => setPicking(!isPicking)}
      >
        <span aria-hidden>☺</span>
      </button>
      {!isInThread && (
        <button
          type="button"
          className="plain"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: { channel, ts: message.threadTs ?? ts } })}
        >
          <span aria-hidden>💬</span>
        </button>
      )}
      <MessageMenu message={message} onEdit={onEdit} />
      {isPicking && <EmojiPicker onPick={react} onEnd={() => setPicking(false)} />}
    </div>
  );
}

function MessageMenu({ message, onEdit }: { readonly message: Said; readonly onEdit: () => void }) {
  const { deeds, attempt, offers, way, me } = usePractice();
  const shortcuts = me?.isStranger ? [] : offers.shortcuts.filter(({ kind }) => kind === 'message');
  const own: Entry[] = [
    { key: 'edit', label: 'Edit message', onChoose: onEdit },
    {
      key: 'delete',
      label: 'Delete message',
      isDanger: true,
      onChoose: () => void attempt(async () => await deeds.remove(message)),
    },
  ];
  const entries: Entry[] = [
    ...shortcuts.map(({ id, name }) => ({
      key: id,
      label: (
        <>
          {name} <span className="quiet">Concierge Desk</span>
        </>
      ),
      onChoose: () => void attempt(async () => await deeds.messageShortcut(id, message)),
    })),
    ...(message.user === way.as ? own : []),
  ];
  return (
    <Menu label="More actions" entries={entries} className="plain">
      <span aria-hidden>⋯</span>
    </Menu>
  );
}
