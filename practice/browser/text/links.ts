const SAFE = /^(https?|mailto|tel):/i;

/** An address that may be followed; undefined for one that would run something. */
export function safeUrl(url: string): string | undefined {
  return SAFE.test(url) ? url : undefined;
}

export type Spot = { readonly channel: string; readonly ts: string; readonly threadTs: string };

/** A link to a message of this very workspace. */
export function spotIn(url: string): Spot | undefined {
  const found =
    /^https:\/\/[a-z0-9-]+\.slack\.com\/archives\/([A-Z0-9]+)(?:\/p(\d{10})(\d{6}))?(?:\?(.*))?$/.exec(url);
  if (!found) return undefined;
  const [, channel = '', seconds, micros, query = ''] = found;
  const ts = seconds ? `${seconds}.${micros}` : '';
  return { channel, ts, threadTs: new URLSearchParams(query).get('thread_ts') ?? '' };
}
