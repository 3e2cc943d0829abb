import { type AppAnswer, isAcknowledged } from '../app/answer.ts';
import type { Workspace } from '../core/workspace.ts';
import type { Json } from '../json.ts';

/** What a person reads when the app didn't answer in time, or answered with an error. */
export const TROUBLE = 'We had some trouble connecting. Try again?';

export type Reply = { readonly kind: 'acknowledged'; readonly body: unknown } | { readonly kind: 'trouble' };

/** Sends an interaction and waits for its acknowledgement. Slack never sends one twice. */
export async function interact(workspace: Workspace, payload: Json): Promise<Reply> {
  const answer = await workspace.connection.send({ socketType: 'interactive', payload });
  return replyOf(workspace, String(payload.type), answer);
}

export async function sendCommand(workspace: Workspace, payload: Json): Promise<Reply> {
  const answer = await workspace.connection.send({ socketType: 'slash_commands', payload });
  return replyOf(workspace, String(payload.command), answer);
}

function replyOf({ settings }: Workspace, what: string, answer: AppAnswer): Reply {
  if (answer.kind === 'answered' && isAcknowledged(answer)) {
    return { kind: 'acknowledged', body: parse(answer.body) };
  }
  const outcome = answer.kind === 'answered' ? `status ${answer.status}` : answer.kind;
  settings.log(`${what} wasn't acknowledged: ${outcome}`);
  return { kind: 'trouble' };
}

/** An empty body, JSON, or plain words (a command may answer with those). */
function parse(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
