import { perMinute } from '../core/rate-limits.ts';
import type { Json } from '../json.ts';
import { messageShape } from '../state/message-shape.ts';
import type { Message } from '../state/records.ts';
import { joinedChannel, scopeByKind } from './conversation.ts';
import type { Call, Methods } from './method.ts';
import { nextCursor, pageOf } from './pages.ts';
import { refuse } from './refusal.ts';

export const historyMethods: Methods = {
  'conversations.history': {
    token: 'bot',
    scope: scopeByKind('history'),
    pace: perMinute(50),
    run: history,
  },
  'conversations.replies': {
    token: 'bot',
    scope: scopeByKind('history'),
    pace: perMinute(50),
    run: replies,
  },
};

/** Newest first; replies aren't in it. */
function history(call: Call): Json {
  const { workspace, args } = call;
  const channel = joinedChannel(call);
  const messages = workspace.store.messages.inChannel(channel.id).filter(within(call)).reverse();
  const { page, next } = pageOf(messages, args, { usual: 100, most: 999 });
  return { messages: page.map(shape(call)), has_more: next !== '', pin_count: 0, ...nextCursor(next) };
}

/** Oldest first. The parent always leads the first page, however young the replies that were asked for. */
function replies(call: Call): Json {
  const { workspace, args } = call;
  const channel = joinedChannel(call);
  const ts = args.needed('ts', 'thread_not_found');
  const parent = workspace.store.messages.find(channel.id, ts) ?? refuse('thread_not_found');
  const messages = workspace.store.messages.repliesTo(channel.id, ts).filter(within(call));
  const { page, next } = pageOf([parent, ...messages], args, { usual: 1000, most: 1000 });
  return { messages: page.map(shape(call)), has_more: next !== '', ...nextCursor(next) };
}

function shape({ workspace, args }: Call) {
  const withMetadata = args.flag('include_all_metadata');
  return (message: Message): Json => messageShape(workspace.store, message, withMetadata);
}

/** Both ends are left out unless `inclusive`; they are compared as text, being of fixed width. */
function within({ args }: Call): (message: Message) => boolean {
  const oldest = normal(args.text('oldest'), '0000000000.000000');
  const latest = normal(args.text('latest'), '9999999999.999999');
  const inclusive = args.flag('inclusive');
  return inclusive ? ({ ts }) => ts >= oldest && ts <= latest : ({ ts }) => ts > oldest && ts < latest;
}

/** `oldest` and `latest` may be whole seconds. */
function normal(time: string | undefined, otherwise: string): string {
  if (time === undefined) return otherwise;
  const [seconds = '', micros = ''] = time.split('.');
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`;
}
