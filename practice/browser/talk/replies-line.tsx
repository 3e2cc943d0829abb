import type { Said } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { clockTime } from '../text/dates.ts';
import { Avatar } from './avatar.tsx';

/** "2 replies", below a message whose thread has some. */
export function RepliesLine({ message }: { readonly message: Said }) {
  const { go } = usePractice();
  const { replies, channel, ts } = message;
  if (!replies) return null;
  const { count, users, latest, unread } = replies;
  return (
    <button type="button" className="replies-line" onClick={() => go({ thread: { channel, ts } })}>
      {users.map((id) => (
        <Avatar key={id} id={id} size="small" />
      ))}
      <span className="link">
        {count} {count === 1 ? 'reply' : 'replies'}
      </span>
      {unread > 0 && <span className="badge new">{unread} new</span>}
      <span className="quiet">Last at {clockTime(latest)}</span>
    </button>
  );
}
