import type { Workspace } from '../core/workspace.ts';
import { messageShape } from '../state/message-shape.ts';
import { channelLabel, interaction } from './payloads.ts';
import { problem } from './problem.ts';
import { colleague, shownMessage } from './scene.ts';
import { interact } from './send.ts';
import { awaitSight, glance, type Sight, troubled } from './sight.ts';

type Waiting = { readonly as: string; readonly withinMs: number };

export async function useShortcut(
  workspace: Workspace,
  callbackId: string,
  { as, withinMs }: Waiting,
): Promise<Sight> {
  const person = colleague(workspace, as);
  const before = glance(workspace, person);
  const reply = await interact(workspace, {
    ...interaction('shortcut', person),
    callback_id: callbackId,
    trigger_id: workspace.triggers.issue(person.id),
    action_ts: workspace.store.nextTs(),
  });
  if (reply.kind === 'trouble') return troubled;
  return await awaitSight(workspace, before, () => glance(workspace, person), withinMs);
}

type On = Waiting & { readonly channel: string; readonly ts: string };

/** An entry in a message's own menu. Ephemeral messages have none. */
export async function useMessageShortcut(workspace: Workspace, callbackId: string, on: On): Promise<Sight> {
  const person = colleague(workspace, on.as);
  const { channel, message } = shownMessage(workspace, person, on.channel, on.ts);
  if (!message) return problem('An ephemeral message has no shortcuts.');
  const watched = { channel: channel.id, ts: message.ts };
  const before = glance(workspace, person, watched);
  const reply = await interact(workspace, {
    ...interaction('message_action', person),
    callback_id: callbackId,
    trigger_id: workspace.triggers.issue(person.id),
    action_ts: workspace.store.nextTs(),
    message_ts: message.ts,
    channel: { id: channel.id, name: channelLabel(channel) },
    message: messageShape(workspace.store, message),
    response_url: workspace.responseUrls.issue({
      channel: channel.id,
      user: person.id,
      messageTs: message.ts,
    }),
  });
  if (reply.kind === 'trouble') return troubled;
  return await awaitSight(workspace, before, () => glance(workspace, person, watched), on.withinMs);
}
