type Bucket = { tokens: number; at: number };

/** Slack lets short bursts through: a bucket of `burst` that refills at `perSecond`. */
export type Pace = { readonly burst: number; readonly perSecond: number };

export const POSTING: Pace = { burst: 3, perSecond: 1 };
export const perMinute = (calls: number): Pace => ({ burst: calls, perSecond: calls / 60 });

export function openRateLimits(now: () => number) {
  const buckets = new Map<string, Bucket>();
  let refused = 0;
  return {
    /** Takes one call; answers the seconds to wait when there is none left. */
    take(key: string, { burst, perSecond }: Pace): number | undefined {
      const held = buckets.get(key) ?? { tokens: burst, at: now() };
      const tokens = Math.min(burst, held.tokens + ((now() - held.at) / 1000) * perSecond);
      const allowed = tokens >= 1;
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now() });
      if (allowed) return undefined;
      refused += 1;
      return Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
    refused: () => refused,
  };
}

export type RateLimits = ReturnType<typeof openRateLimits>;
