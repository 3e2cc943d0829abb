import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Jobs } from '../platform/jobs.ts';
import { OutboxId, SlackUserId } from '../shared/ids.ts';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import { RETRY, retryReply } from './admin-views.ts';
import { type HomeDeps, homeChanged, publishHome } from './publish.ts';
import { retryMessage } from './retry.ts';

const Opened = z.object({ user: SlackUserId, tab: z.string().optional() });
const Button = z.object({ value: OutboxId });

export function listen(app: App, deps: HomeDeps & { readonly jobs: Jobs }): void {
  app.event('app_home_opened', async ({ event }) => {
    const { user, tab } = Opened.parse(event);
    if (tab === undefined || tab === 'home') await publishHome(deps, user);
  });

  app.action(RETRY, async ({ ack, action, body, client, respond }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    const words = retryReply(await retryMessage(deps, { id: Button.parse(action).value, by }));
    await homeChanged(deps)(by.user);
    if (words !== undefined) await tell({ body, client, respond }, words);
  });
}
