import type { App } from '@slack/bolt';
import { z } from 'zod';
import { AnnouncementId } from '../shared/ids.ts';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import type { AnnounceDeps } from './announce.ts';
import type { HomeChanged } from './announce-listeners.ts';
import { approveAnnouncement, type Change, handInAnnouncement, withdrawAnnouncement } from './change.ts';
import { APPROVE, HAND_IN, WITHDRAW } from './desk-views.ts';
import type { Outcome } from './moves.ts';
import { changeReply } from './refusal-views.ts';

type Deed = (deps: AnnounceDeps, change: Change) => Promise<Outcome>;

/** Buttons that need no more than the click. */
const DEEDS: readonly (readonly [string, Deed])[] = [
  [HAND_IN, handInAnnouncement],
  [APPROVE, approveAnnouncement],
  [WITHDRAW, withdrawAnnouncement],
];

/** The announcement, and the version of it that was shown. */
const Button = z.object({ value: z.string() }).transform(({ value }) => {
  const [id, version] = value.split(':', 2);
  return {
    id: AnnouncementId.parse(id),
    version: version === undefined ? undefined : z.coerce.number().int().parse(version),
  };
});
const OnHome = z.object({ view: z.object({ type: z.literal('home') }) });

/** Whoever can't do it is told why; the changed message tells the rest. */
export function listenForDeeds(app: App, deps: AnnounceDeps, homeChanged: HomeChanged): void {
  for (const [button, deed] of DEEDS) {
    app.action(button, async ({ ack, action, body, client, respond }) => {
      await ack();
      const by = personOf(body, deps.workspace.id);
      const words = changeReply(await deed(deps, { ...Button.parse(action), by }));
      if (words !== undefined) await tell({ body, client, respond }, words);
      if (OnHome.safeParse(body).success) await homeChanged(by.user);
    });
  }
}
