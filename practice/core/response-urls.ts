import { randomBytes } from 'node:crypto';

const LIFETIME_MS = 30 * 60_000;
const USES = 5;

/** Where an answer to an interaction goes: a channel, to one person, perhaps in place of a message. */
export type ResponseTarget = {
  readonly channel: string;
  readonly user: string;
  readonly messageTs?: string;
  readonly threadTs?: string;
};

export function openResponseUrls(baseUrl: () => string, now: () => number) {
  const targets = new Map<string, { target: ResponseTarget; at: number; uses: number }>();
  return {
    issue(target: ResponseTarget): string {
      const id = randomBytes(16).toString('hex');
      targets.set(id, { target, at: now(), uses: 0 });
      return `${baseUrl()}/response/${id}`;
    },
    /** Undefined when it never existed, was used five times, or is older than half an hour. */
    use(id: string): ResponseTarget | undefined {
      const held = targets.get(id);
      if (!held || held.uses >= USES || now() - held.at > LIFETIME_MS) return undefined;
      held.uses += 1;
      return held.target;
    },
  };
}

export type ResponseUrls = ReturnType<typeof openResponseUrls>;
