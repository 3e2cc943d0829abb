import { STATES, type StateCode } from '../shared/states.ts';
import { unreachable } from '../shared/unreachable.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Entitled } from './actor.ts';
import type { Exchange, Placement } from './question.ts';

/** "2 min", "3 h 5 min", "4 days": as much as one looks at. */
export function age(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** A moment that Slack keeps telling in the reader's own words ("5 minutes ago"), so a message needn't be redrawn. */
export function ago(before: string, at: Date, fallback: string): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^${before}{ago}|${fallback}>`;
}

export function person(user: string): string {
  return `<@${user}>`;
}

export function channel(id: string): string {
  return `<#${id}>`;
}

/** Our words as a link, or just the words while there is nothing to link to. */
export function linked(words: string, link: string | null): string {
  return link === null ? words : `<${link}|${words}>`;
}

export function stateName(state: StateCode | null): string {
  return state === null ? 'Not given' : STATES[state];
}

export function exchangeName(exchange: Exchange | null): string {
  switch (exchange) {
    case null:
      return 'Not given';
    case 'on':
      return 'On Exchange';
    case 'off':
      return 'Off Exchange';
    default:
      return unreachable(exchange);
  }
}

/** "Tier 3 · Providers experts". Names come from the directory, so administrators typed them. */
export function standing({ tier, placeName }: Pick<Placement, 'tier' | 'placeName'>): string {
  return `Tier ${tier} · ${escapeMrkdwn(placeName, 200)}`;
}

/** "Members of #experts-claims and supervisors". */
export function entitledNames(could: readonly Entitled[], placement: Placement): string {
  const names = could.map((each) => entitledName(each, placement));
  const last = names.at(-1) ?? '';
  const words = names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function entitledName(entitled: Entitled, placement: Placement): string {
  switch (entitled) {
    case 'members':
      return `members of ${channel(placement.channel)}`;
    case 'supervisors':
      return 'supervisors';
    case 'claimer':
      return 'whoever has claimed it';
    case 'asker':
      return 'the person who asked';
    case 'asked':
      return 'whoever was asked to take it';
    default:
      return unreachable(entitled);
  }
}
