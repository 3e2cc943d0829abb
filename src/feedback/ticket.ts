import { z } from 'zod';

/** The address of a ticket, in the form in which it is kept: two comments with the same one have the same ticket. */
export const TicketLink = z
  .string()
  .regex(/^https?:\/\/[^\s<>|"\\]{1,480}$/)
  .brand<'TicketLink'>();
export type TicketLink = z.infer<typeof TicketLink>;

export const LONGEST_TICKET = 480;

/**
 * Undefined when it is no address of a web page, or one with a user name or password in it. What the address says is
 * read by the redactor, too, by whoever stores it.
 */
export function ticketLink(typed: string): TicketLink | undefined {
  const text = typed.trim();
  if (!/^https?:\/\//i.test(text) || text.length > LONGEST_TICKET || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return undefined;
  return TicketLink.safeParse(url.href.replace(/\/$/, '')).data;
}

/** What people read for it: the last part of its path, such as OSC-1042, or its host. */
export function ticketName(link: TicketLink): string {
  const { hostname, pathname } = new URL(link);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  return /^[A-Za-z0-9._-]{2,40}$/.test(last) ? last : hostname;
}

/** What a redactor is to read of it: an address's words without its signs, with hyphens and without. */
export function wordsOfTicket(link: TicketLink): string {
  const { pathname, search, hash } = new URL(link);
  const words = decoded(`${pathname}${search}${hash}`).replaceAll(/[/?#&=+_]+/g, ' ');
  return `${words}\n${words.replaceAll('-', ' ')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
