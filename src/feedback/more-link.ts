import type { Redact } from '../redaction/index.ts';
import { MoreLink } from './feedback.ts';

type Allowed = { readonly hosts: ReadonlySet<string>; readonly redact: Redact };

/**
 * Null for whatever we wouldn't send a colleague to: other schemes and hosts, user names, ports, and addresses in whose
 * words the redactor finds a member. The comment is kept without it.
 */
export function moreLink(sent: string, { hosts, redact }: Allowed): MoreLink | null {
  if (hosts.size === 0 || !sent.startsWith('https://') || !URL.canParse(sent)) return null;
  const url = new URL(sent);
  if (url.username !== '' || url.password !== '' || url.port !== '' || !hosts.has(url.hostname)) return null;
  const words = wordsOf(url);
  if (words !== '' && redact(words).findings.length > 0) return null;
  return MoreLink.safeParse(url.href).data ?? null;
}

/** Path, query and fragment without the signs between their words. Undecodable parts stand as they are. */
function wordsOf({ pathname, search, hash }: URL): string {
  return `${pathname}${search}${hash}`
    .split(/[/?#&=+]+/)
    .map(decoded)
    .join(' ')
    .trim();
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
