import type { SlackUserId } from '../shared/ids.ts';
import { compareMoments } from './moment.ts';
import type { Sign } from './signs.ts';

/** What a bot can see of how far an announcement reached. It can't see who has looked at it. */
export type Reach = {
  readonly reactions: number;
  readonly reactedBy: number;
  /** Null while Slack can't say. */
  readonly replies: number | null;
  readonly repliedBy: number | null;
  /** Everybody who reacted, replied, pressed the button or answered, each once. */
  readonly people: number;
};

/** `repliers`: the author of each reply. Null while Slack can't say. */
export function reachOf(signs: readonly Sign[], repliers: readonly SlackUserId[] | null): Reach {
  const reactions = reactionsThere(signs);
  const others = signs.flatMap(({ kind, user }) => (kind === 'pressed' || kind === 'answered' ? [user] : []));
  const reactedBy = new Set(reactions.map(({ user }) => user));
  return {
    reactions: reactions.length,
    reactedBy: reactedBy.size,
    replies: repliers && repliers.length,
    repliedBy: repliers && new Set(repliers).size,
    people: new Set([...reactedBy, ...others, ...(repliers ?? [])]).size,
  };
}

type Reacted = Extract<Sign, { kind: 'added' | 'removed' }>;

/** Of each person's words on one reaction the last one holds; of two at one moment the one that added it. */
function reactionsThere(signs: readonly Sign[]): readonly Reacted[] {
  const last = new Map<string, Reacted>();
  for (const sign of signs) {
    if (sign.kind !== 'added' && sign.kind !== 'removed') continue;
    const key = `${sign.user} ${sign.channel} ${sign.reaction}`;
    const known = last.get(key);
    const order = known ? compareMoments(sign.at, known.at) : 1;
    if (order > 0 || (order === 0 && sign.kind === 'added')) last.set(key, sign);
  }
  return [...last.values()].filter(({ kind }) => kind === 'added');
}
