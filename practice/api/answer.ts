import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../core/faults.ts';
import { POSTING } from '../core/rate-limits.ts';
import type { Workspace } from '../core/workspace.ts';
import { compact, type Json } from '../json.ts';
import { APP_TOKEN, BOT_TOKEN } from '../state/identity.ts';
import { unreachable } from '../unreachable.ts';
import { parseArguments, readArguments } from './arguments.ts';
import { postingTarget } from './chat.ts';
import type { Call, Method } from './method.ts';
import { METHODS } from './methods.ts';
import { Refusal, refuse } from './refusal.ts';

export type ApiRequest = {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly body: string;
};

/** `cut` says what happens to the connection instead of a clean answer. */
export type ApiAnswer = {
  readonly status: number;
  readonly body: Json;
  readonly retryAfter?: number;
  readonly cut?: 'at-once' | 'half-way';
};

/** Answers one Web API call, and keeps a record of it. */
export async function answerCall(workspace: Workspace, request: ApiRequest): Promise<ApiAnswer> {
  const { token, ...args } = parseArguments(request.contentType, request.body);
  const call: Call = { workspace, args: readArguments(args), name: request.method };
  const at = workspace.settings.now();
  const done = workspace.traffic.begin('app', request.method, args);
  const fault = workspace.faults.areSet() ? workspace.faults.take(call.name, channelOf(call)) : undefined;
  const answer = fault ? await playFault(call, request, token, fault) : carryOut(call, request, token);
  const verdict = fault ? `fault ${fault.kind}` : verdictOf(answer);
  workspace.book.addRequest({ at, method: call.name, arguments: args, status: answer.status, verdict });
  done(fault ? `${answer.status || 'cut'} (${verdict})` : `${answer.status} ${verdict}`, answer.body);
  return answer;
}

function verdictOf({ body }: ApiAnswer): string {
  return body.ok === true ? 'ok' : String(body.error);
}

/** The id of the conversation a call is about, whichever way it names it. */
function channelOf({ workspace: { store }, args }: Call): string | undefined {
  const key = args.text('channel');
  if (key === undefined) return undefined;
  const person = store.state.people[key];
  return person ? store.directMessage(person).id : (store.channel(key)?.id ?? key);
}

async function playFault(call: Call, request: ApiRequest, token: unknown, fault: Fault): Promise<ApiAnswer> {
  switch (fault.kind) {
    case '429':
      return tooMany(fault.retryAfter ?? 1);
    case '500':
      return { status: 500, body: {} };
    case 'drop-before':
      return { status: 0, body: {}, cut: 'at-once' };
    case 'drop-after':
      return { ...carryOut(call, request, token), cut: 'at-once' };
    case 'cut-body':
      return { ...carryOut(call, request, token), cut: 'half-way' };
    case '500-after':
      carryOut(call, request, token);
      return { status: 500, body: {} };
    case 'fatal_error-after':
      carryOut(call, request, token);
      return { status: 200, body: { ok: false, error: 'fatal_error' } };
    case 'delay': {
      const answer = carryOut(call, request, token);
      await sleep(fault.delayMs ?? 0, undefined, { ref: false });
      return answer;
    }
    default:
      return unreachable(fault.kind);
  }
}

function carryOut(call: Call, { authorization }: ApiRequest, token: unknown): ApiAnswer {
  try {
    const method = METHODS[call.name] ?? unknownMethod(call);
    checkToken(method, authorization?.replace(/^Bearer /i, '') ?? token);
    const wait = waitFor(call, method);
    if (wait !== undefined) return tooMany(wait);
    checkScope(call, method);
    return { status: 200, body: { ok: true, ...method.run(call) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 200, body: compact({ ok: false, error: error.code, ...error.details }) };
  }
}

function unknownMethod({ workspace, name }: Call): never {
  workspace.settings.log(`unknown method ${name}: the practice workspace doesn't have it`);
  return refuse('unknown_method', { req_method: name });
}

function checkToken(method: Method, token: unknown): void {
  if (!token) refuse('not_authed');
  const wanted = method.token === 'app' ? APP_TOKEN : BOT_TOKEN;
  if (token === wanted) return;
  const isOfOtherKind = token === APP_TOKEN || token === BOT_TOKEN;
  refuse(isOfOtherKind ? 'not_allowed_token_type' : 'invalid_auth');
}

function checkScope(call: Call, { scope }: Method): void {
  const { scopes } = call.workspace.settings;
  const needed = typeof scope === 'function' ? scope(call) : scope;
  if (!needed || scopes === 'all' || scopes.includes(needed)) return;
  call.workspace.settings.log(`${call.name} needs the scope ${needed}, which the app wasn't granted`);
  refuse('missing_scope', { needed, provided: scopes.join(',') });
}

/** The seconds to wait, when the app has called too often. Posting is limited for each channel by itself. */
function waitFor(call: Call, { pace }: Method): number | undefined {
  const { settings, limits } = call.workspace;
  if (!settings.rateLimits) return undefined;
  if (call.name === 'chat.postMessage') return limits.take(`post ${postingTarget(call).id}`, POSTING);
  return pace && limits.take(call.name, pace);
}

function tooMany(retryAfter: number): ApiAnswer {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, retryAfter };
}
