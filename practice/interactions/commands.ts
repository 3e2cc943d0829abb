import { postMessage } from '../acts/messages.ts';
import { showNotice } from '../acts/notices.ts';
import type { Workspace } from '../core/workspace.ts';
import { objectIn, objectsIn, textIn } from '../json.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_DOMAIN, TEAM_ID, VERIFICATION_TOKEN } from '../state/identity.ts';
import type { Channel, Person } from '../state/records.ts';
import { nameBlocks } from '../views/blocks.ts';
import { channelLabel } from './payloads.ts';
import { channelSeenBy, colleague } from './scene.ts';
import { sendCommand } from './send.ts';
import { awaitSight, glance, type Sight } from './sight.ts';

export type CommandUse = {
  readonly as: string;
  readonly command: string;
  readonly text: string;
  readonly channel: string;
  readonly withinMs: number;
};

export async function useCommand(workspace: Workspace, use: CommandUse): Promise<Sight> {
  const person = colleague(workspace, use.as);
  const channel = channelSeenBy(workspace, person, use.channel);
  const before = glance(workspace, person);
  const reply = await sendCommand(workspace, {
    token: VERIFICATION_TOKEN,
    team_id: TEAM_ID,
    team_domain: TEAM_DOMAIN,
    channel_id: channel.id,
    channel_name: channelLabel(channel),
    user_id: person.id,
    user_name: person.name,
    command: use.command,
    text: use.text,
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: workspace.responseUrls.issue({ channel: channel.id, user: person.id }),
    trigger_id: workspace.triggers.issue(person.id),
  });
  if (reply.kind === 'trouble')
    return { trouble: `${use.command} failed with the error "operation_timeout".` };
  if (reply.body !== undefined) showAnswer(workspace, { channel, person }, reply.body);
  return await awaitSight(workspace, before, () => glance(workspace, person), use.withinMs);
}

/** The acknowledgement itself may carry the answer. */
function showAnswer(workspace: Workspace, to: { channel: Channel; person: Person }, body: unknown): void {
  const { text, blocks, response_type: kind } = objectIn(typeof body === 'string' ? { text: body } : body);
  const content = {
    text: textIn(text) ?? '',
    ...(Array.isArray(blocks) && { blocks: nameBlocks(objectsIn(blocks)) }),
  };
  if (kind === 'in_channel') {
    postMessage(workspace, to.channel, { user: BOT_USER_ID, botId: BOT_ID, ...content });
    return;
  }
  showNotice(workspace, { channel: to.channel.id, user: to.person.id, ...content });
}
