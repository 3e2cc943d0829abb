import { deleteMessage, editMessage, postMessage } from '../acts/messages.ts';
import { findNotice, removeNotice, showNotice } from '../acts/notices.ts';
import type { ResponseTarget } from '../core/response-urls.ts';
import type { Workspace } from '../core/workspace.ts';
import { type Json, objectsIn, textIn } from '../json.ts';
import { BOT_ID, BOT_USER_ID } from '../state/identity.ts';
import { nameBlocks } from '../views/blocks.ts';
import type { ApiAnswer } from './answer.ts';
import { parseArguments } from './arguments.ts';
import { insistOnMessage } from './payload-checks.ts';
import { Refusal } from './refusal.ts';

/** What the app sends to the address that came with an interaction. */
export function answerResponse(
  workspace: Workspace,
  id: string,
  contentType: string,
  body: string,
): ApiAnswer {
  const at = workspace.settings.now();
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  const args = parseArguments(isForm ? contentType : 'application/json', body);
  const done = workspace.traffic.begin('app', 'response_url', args);
  const answer = carryOut(workspace, id, args);
  const verdict = answer.body.ok === true ? 'ok' : String(answer.body.error);
  workspace.book.addRequest({ at, method: 'response_url', arguments: args, status: answer.status, verdict });
  done(`${answer.status} ${verdict}`, answer.body);
  return answer;
}

function carryOut(workspace: Workspace, id: string, args: Json): ApiAnswer {
  const target = workspace.responseUrls.use(id);
  if (!target) return { status: 404, body: { ok: false, error: 'used_url' } };
  try {
    respond(workspace, target, args);
    return { status: 200, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 400, body: { ok: false, error: error.code, ...error.details } };
  }
}

function respond(workspace: Workspace, target: ResponseTarget, args: Json): void {
  const isFlag = (name: string): boolean => args[name] === true || args[name] === 'true';
  if (isFlag('delete_original')) {
    removeOriginal(workspace, target);
    return;
  }
  insistOnMessage(workspace, 'response_url', args);
  if (isFlag('replace_original') && replaceOriginal(workspace, target, args)) return;
  if (args.response_type === 'in_channel') sayInChannel(workspace, target, args);
  else
    showNotice(workspace, {
      channel: target.channel,
      user: target.user,
      ...contentOf(args),
      ...threadOf(target, args),
    });
}

function removeOriginal(workspace: Workspace, { channel, messageTs = '' }: ResponseTarget): void {
  const notice = findNotice(workspace, channel, messageTs);
  if (notice) removeNotice(workspace, notice);
  const message = workspace.store.messages.find(channel, messageTs);
  const held = workspace.store.state.channels[channel];
  if (message && held) deleteMessage(workspace, held, message);
}

function replaceOriginal(
  workspace: Workspace,
  { channel, messageTs = '' }: ResponseTarget,
  args: Json,
): boolean {
  const { text, blocks } = contentOf(args);
  const notice = findNotice(workspace, channel, messageTs);
  if (notice) {
    notice.text = text;
    if (blocks) notice.blocks = blocks;
    else delete notice.blocks;
    workspace.changed();
    return true;
  }
  const message = workspace.store.messages.find(channel, messageTs);
  const held = workspace.store.state.channels[channel];
  if (!message || !held) return false;
  editMessage(workspace, held, message, { text, blocks, metadata: undefined, marked: !blocks });
  return true;
}

function sayInChannel(workspace: Workspace, target: ResponseTarget, args: Json): void {
  const held = workspace.store.state.channels[target.channel];
  const author = { user: BOT_USER_ID, botId: BOT_ID };
  if (held) postMessage(workspace, held, { ...author, ...contentOf(args), ...threadOf(target, args) });
}

function contentOf(args: Json): { text: string; blocks?: Json[] } {
  const blocks = Array.isArray(args.blocks) && nameBlocks(objectsIn(args.blocks));
  return { text: textIn(args.text) ?? '', ...(blocks && { blocks }) };
}

function threadOf(target: ResponseTarget, args: Json): { threadTs?: string } {
  const threadTs = textIn(args.thread_ts) ?? target.threadTs;
  return threadTs ? { threadTs } : {};
}
