import type { ReactNode } from 'react';
import type { Room } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { Avatar } from './avatar.tsx';
import { useRoomName } from './channel.tsx';

/** Every conversation of the person, the unread ones strong. */
export function Sidebar({ onGo }: { readonly onGo: () => void }) {
  const { known, way, go } = usePractice();
  const rooms = known.rooms ?? [];
  const channels = rooms
    .filter(({ kind }) => kind === 'channel')
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const directs = rooms.filter(({ kind, isApp }) => kind !== 'channel' && !isApp);
  const app = rooms.find(({ isApp }) => isApp);
  const visit = (place: string): void => {
    go({ place, thread: undefined });
    onGo();
  };
  const line = (room: Room): ReactNode => (
    <RoomLine key={room.id} room={room} isHere={way.place === room.id} onVisit={() => visit(room.id)} />
  );
  return (
    <nav className="sidebar" aria-label="Conversations">
      <h2>App</h2>
      <ul>
        <li>
          <button
            type="button"
            className={way.place === 'home' || way.place === app?.id ? 'room here' : 'room'}
            aria-current={way.place === 'home' || way.place === app?.id ? 'page' : undefined}
            onClick={() => visit(app && app.unread > 0 ? app.id : 'home')}
          >
            <Avatar id={app?.with ?? ''} size="small" />
            <span className={app && app.unread > 0 ? 'strong' : undefined}>Concierge Desk</span>
            <Count of={app?.unread ?? 0} />
          </button>
        </li>
      </ul>
      <h2>Channels</h2>
      <ul>{channels.filter(({ isMember }) => isMember).map(line)}</ul>
      <h2>Direct messages</h2>
      <ul>
        {directs.map(line)}
        <li>
          <NewDirectMessage onVisit={visit} />
        </li>
      </ul>
      <details>
        <summary>Other channels</summary>
        <ul>{channels.filter(({ isMember }) => !isMember).map(line)}</ul>
      </details>
    </nav>
  );
}

type LineProps = { readonly room: Room; readonly isHere: boolean; readonly onVisit: () => void };

function RoomLine({ room, isHere, onVisit }: LineProps) {
  const name = useRoomName(room);
  const { kind, unread, mentions, isShared, isPrivate, isArchived } = room;
  const count = kind === 'im' ? unread : mentions;
  return (
    <li>
      <button
        type="button"
        className={isHere ? 'room here' : 'room'}
        aria-current={isHere ? 'page' : undefined}
        onClick={onVisit}
      >
        {kind === 'im' && <Avatar id={room.with ?? ''} size="small" />}
        <span className={unread > 0 ? 'strong' : undefined}>{name}</span>
        {isPrivate && kind === 'channel' && <span className="quiet">private</span>}
        {isShared && <span className="quiet">shared</span>}
        {isArchived && <span className="quiet">archived</span>}
        {unread > 0 && count === 0 && <span className="sr-only">{unread} unread</span>}
        <Count of={count} />
      </button>
    </li>
  );
}

export function Count({ of }: { readonly of: number }) {
  if (of === 0) return null;
  return (
    <span className="count">
      {of > 99 ? '99+' : of}
      <span className="sr-only"> unread</span>
    </span>
  );
}

function NewDirectMessage({ onVisit }: { readonly onVisit: (place: string) => void }) {
  const { known, way, deeds, attempt } = usePractice();
  const people = (known.people ?? []).filter(({ id, isBot, hasLeft }) => id !== way.as && !isBot && !hasLeft);
  return (
    <select
      aria-label="Write to a colleague"
      value=""
      onChange={({ target }) => void attempt(async () => onVisit(await deeds.directMessage(target.value)))}
    >
      <option value="">+ Write to …</option>
      {people.map(({ id, realName }) => (
        <option key={id} value={id}>
          {realName}
        </option>
      ))}
    </select>
  );
}
