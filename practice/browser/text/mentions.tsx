import { usePractice } from '../state/practice.ts';

export function PersonMention({ id, label = '' }: { readonly id: string; readonly label?: string }) {
  const { person, way, go, attempt, deeds } = usePractice();
  const found = person(id);
  const name = found?.name ?? (label || id);
  const isMe = id === way.as;
  const write = async (): Promise<void> => go({ place: await deeds.directMessage(id), thread: undefined });
  if (!found || isMe || found.isBot || found.hasLeft) {
    return <span className={isMe ? 'mention of-me' : 'mention'}>@{name}</span>;
  }
  return (
    <button
      type="button"
      className="mention"
      title={`${found.realName}, ${found.role}. Write to them.`}
      onClick={() => void attempt(write)}
    >
      @{name}
    </button>
  );
}

export function ChannelMention({ id, label = '' }: { readonly id: string; readonly label?: string }) {
  const { room, go } = usePractice();
  const found = room(id);
  if (!found) return <span className="mention">#{label || 'private channel'}</span>;
  return (
    <button type="button" className="mention" onClick={() => go({ place: id, thread: undefined })}>
      #{found.name}
    </button>
  );
}

export function GroupMention({ id, label = '' }: { readonly id: string; readonly label?: string }) {
  const { group } = usePractice();
  const name = (group(id) ?? label) || id;
  return <span className="mention">@{name.replace(/^@/, '')}</span>;
}

export function Broadcast({ range }: { readonly range: string }) {
  return <span className="mention of-me">@{range}</span>;
}
