import type { Room } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { Home } from '../views/home.tsx';
import { Channel, useRoomName } from './channel.tsx';
import { ShortcutMenu } from './shortcut-menu.tsx';

type Props = { readonly onEarlier: () => void; readonly onMenu: () => void };

/** The middle of the page: a conversation, or the app's Home. */
export function PlacePane({ onEarlier, onMenu }: Props) {
  const { known, way, room: find } = usePractice();
  const app = known.rooms?.find(({ isApp }) => isApp);
  const isApp = way.place === 'home' || way.place === app?.id;
  const room = find(way.place);
  const { place } = known;
  return (
    <main className="pane place">
      <header className="pane-head">
        <button type="button" className="plain only-narrow" aria-label="Conversations" onClick={onMenu}>
          <span aria-hidden>☰</span>
        </button>
        {isApp ? <AppTabs app={app} /> : room && <RoomHead room={room} />}
      </header>
      {way.place === 'home' && <Home key={way.as} />}
      {way.place !== 'home' &&
        (room && place?.channel === room.id ? (
          <Channel key={`${way.as} ${room.id}`} room={room} place={place} onEarlier={onEarlier} />
        ) : (
          <p className="empty">{known.rooms && !room ? 'This conversation is not theirs to see.' : ' '}</p>
        ))}
    </main>
  );
}

function RoomHead({ room }: { readonly room: Room }) {
  const { known } = usePractice();
  const name = useRoomName(room);
  const members = known.place?.members.length ?? 0;
  return (
    <>
      <h1>{name}</h1>
      {room.isShared && <span className="badge">Shared with another company</span>}
      <span className="quiet topic">{known.place?.topic}</span>
      <span className="spring" />
      {room.kind === 'channel' && <span className="quiet">{members} members</span>}
    </>
  );
}

function AppTabs({ app }: { readonly app: Room | undefined }) {
  const { way, go } = usePractice();
  const tab = (place: string, words: string) => (
    <button
      type="button"
      className={way.place === place ? 'tab here' : 'tab'}
      aria-current={way.place === place ? 'page' : undefined}
      onClick={() => go({ place, thread: undefined })}
    >
      {words}
      {place !== 'home' && app && app.unread > 0 && <span className="count">{app.unread}</span>}
    </button>
  );
  return (
    <>
      <h1>Concierge Desk</h1>
      {tab('home', 'Home')}
      {app && tab(app.id, 'Messages')}
      <span className="spring" />
      <ShortcutMenu />
    </>
  );
}
