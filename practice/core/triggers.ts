import { randomBytes } from 'node:crypto';

const LIFETIME_MS = 3000;

export type Redeemed =
  | { readonly kind: 'valid'; readonly user: string; readonly view: string | undefined }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'exchanged' };

/** Trigger ids let the app open one view within three seconds of something that a person did. */
export function openTriggers(now: () => number) {
  const triggers = new Map<string, { user: string; view: string | undefined; at: number; used: boolean }>();
  return {
    /** `view` is the view the person acted in, on which the app may push another. */
    issue(user: string, view?: string): string {
      const id = `${Math.floor(now())}.${triggers.size}.${randomBytes(12).toString('hex')}`;
      triggers.set(id, { user, view, at: now(), used: false });
      return id;
    },
    redeem(id: string): Redeemed {
      const trigger = triggers.get(id);
      if (!trigger) return { kind: 'invalid' };
      if (trigger.used) return { kind: 'exchanged' };
      if (now() - trigger.at > LIFETIME_MS) return { kind: 'expired' };
      trigger.used = true;
      return { kind: 'valid', user: trigger.user, view: trigger.view };
    },
  };
}

export type Triggers = ReturnType<typeof openTriggers>;
