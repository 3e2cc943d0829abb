import { useState } from 'react';
import type { Place, Room } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { Composer } from './composer.tsx';
import { Messages } from './messages.tsx';
import { useReading } from './use-reading.ts';

type Props = { readonly room: Room; readonly place: Place; readonly onEarlier: () => void };

export function Channel({ room, place, onEarlier }: Props) {
  const name = useRoomName(room);
  const [readBefore] = useState(place.read);
  useReading(place.channel, place.messages.at(-1)?.ts);
  return (
    <>
      <Messages messages={place.messages} label={`Messages in ${name}`} newSince={readBefore}>
        {place.hasEarlier && (
          <button type="button" className="button earlier" onClick={onEarlier}>
            Show earlier messages
          </button>
        )}
      </Messages>
      <Entrance room={room} name={name} />
    </>
  );
}

export function useRoomName({ kind, name, with: other }: Room): string {
  const { person } = usePractice();
  return kind === 'im' ? (person(other ?? '')?.realName ?? 'Direct message') : `#${name}`;
}

/** Members write; others may look in, and join. */
function Entrance({ room, name }: { readonly room: Room; readonly name: string }) {
  const { deeds, attempt } = usePractice();
  if (room.isArchived) return <p className="join-bar">{name} is archived.</p>;
  if (room.isApp)
    return (
      <p className="join-bar">
        One reads here what Concierge Desk writes. Ask with ⚡ above, or /ask in a channel.
      </p>
    );
  if (room.isMember) return <Composer channel={room.id} label={`Message ${name}`} />;
  return (
    <p className="join-bar">
      You are looking at {name} without being in it.
      <button
        type="button"
        className="button primary"
        onClick={() => void attempt(async () => await deeds.join(room.id))}
      >
        Join
      </button>
    </p>
  );
}
