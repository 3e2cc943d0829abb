/** When the call at `index` may be made: a burst at once, then so many a minute. */
export function spread(
  start: Date,
  index: number,
  { burst, perMinute }: { readonly burst: number; readonly perMinute: number },
): Date {
  const waiting = Math.max(0, index + 1 - burst);
  return new Date(start.getTime() + (waiting * 60_000) / perMinute);
}
