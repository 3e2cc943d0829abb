import type { Message, State } from './records.ts';

/**
 * Messages by channel and ts, and the two orders they are read in. The state's own records stay plain objects;
 * the orders live beside them, because a channel of thousands must still answer at once.
 */
export function indexMessages(state: State) {
  const tops = new Map<string, string[]>();
  const threads = new Map<string, string[]>();

  const orderFor = (orders: Map<string, string[]>, key: string): string[] => {
    const order = orders.get(key) ?? [];
    orders.set(key, order);
    return order;
  };
  const ordersOf = (message: Message): string[][] => {
    const { channel, threadTs, subtype } = message;
    if (!threadTs || threadTs === message.ts) return [orderFor(tops, channel)];
    const thread = orderFor(threads, `${channel}/${threadTs}`);
    return subtype === 'thread_broadcast' ? [thread, orderFor(tops, channel)] : [thread];
  };
  const index = (message: Message): void => {
    for (const order of ordersOf(message)) insert(order, message.ts);
  };
  const find = (channel: string, ts: string): Message | undefined => state.messages[channel]?.[ts];
  const read = (channel: string, order: readonly string[] = []): Message[] =>
    order.flatMap((ts) => find(channel, ts) ?? []);

  for (const channel of Object.values(state.messages)) Object.values(channel).forEach(index);

  return {
    find,
    add(message: Message): void {
      state.messages[message.channel] ??= {};
      const channel = state.messages[message.channel];
      if (channel) channel[message.ts] = message;
      index(message);
    },
    remove(message: Message): void {
      delete state.messages[message.channel]?.[message.ts];
      for (const order of ordersOf(message)) take(order, message.ts);
    },
    /** Oldest first, without thread replies. */
    inChannel: (channel: string): Message[] => read(channel, tops.get(channel)),
    /** The times of a channel's own messages, oldest first, for those who only need a part of them. */
    timesIn: (channel: string): readonly string[] => tops.get(channel) ?? [],
    /** Oldest first, without the parent. */
    repliesTo: (channel: string, ts: string): Message[] => read(channel, threads.get(`${channel}/${ts}`)),
    /** Follows a channel whose id has changed. */
    moveChannel(from: string, to: string): void {
      const messages = Object.values(state.messages[from] ?? {});
      delete state.messages[from];
      tops.delete(from);
      for (const key of threads.keys()) if (key.startsWith(`${from}/`)) threads.delete(key);
      state.messages[to] = {};
      for (const message of messages) {
        message.channel = to;
        state.messages[to][message.ts] = message;
        index(message);
      }
    },
  };
}

function insert(order: string[], ts: string): void {
  const last = order.at(-1);
  if (last === undefined || last < ts) order.push(ts);
  else order.splice(firstAtOrAfter(order, ts), 0, ts);
}

function take(order: string[], ts: string): void {
  const at = firstAtOrAfter(order, ts);
  if (order[at] === ts) order.splice(at, 1);
}

/** Where `ts` stands or would stand in an ascending order. */
export function firstAtOrAfter(order: readonly string[], ts: string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}
