import type { Thread } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { useRoomName } from './channel.tsx';
import { Composer } from './composer.tsx';
import { Messages } from './messages.tsx';
import { useReading } from './use-reading.ts';

const NO_ROOM = { kind: 'channel', name: '', with: null } as const;

export function ThreadPane({ thread }: { readonly thread: Thread }) {
  const { go, room: find } = usePractice();
  const room = find(thread.channel);
  const name = useRoomName({ ...NO_ROOM, ...room } as Parameters<typeof useRoomName>[0]);
  const all = thread.root ? [thread.root, ...thread.replies] : thread.replies;
  useReading(thread.channel, thread.replies.at(-1)?.ts, thread.ts);
  return (
    <aside className="pane thread" aria-label="Thread">
      <header className="pane-head">
        <h2>
          Thread <span className="quiet">{name}</span>
        </h2>
        <span className="spring" />
        <button
          type="button"
          className="plain"
          aria-label="Close the thread"
          onClick={() => go({ thread: undefined })}
        >
          ✕
        </button>
      </header>
      <Messages messages={all} label="Messages in the thread" isInThread />
      {room?.isMember && !room.isArchived && !room.isApp && (
        <Composer channel={thread.channel} threadTs={thread.ts} label="Reply …" />
      )}
    </aside>
  );
}
