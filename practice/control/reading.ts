import { z } from 'zod';
import type { Workspace } from '../core/workspace.ts';
import { actor, channelCalled } from '../interactions/scene.ts';
import type { Message } from '../state/records.ts';
import { nothing, type Routes, route } from './route.ts';

const ofPerson = z.object({ of: z.string() });

/** What stands in the workspace, for those who check it. */
export const readingRoutes: Routes = {
  /** Oldest first, without replies and without "has joined". */
  messages: route(z.object({ channel: z.string() }), ({ store, ...rest }, { channel }) =>
    spoken(store.messages.inChannel(channelCalled({ store, ...rest }, channel).id)),
  ),
  /** Oldest first, the parent included. */
  thread: route(z.object({ channel: z.string(), ts: z.string() }), (workspace, { channel, ts }) => {
    const { id } = channelCalled(workspace, channel);
    const parent = workspace.store.messages.find(id, ts);
    return [...(parent ? [parent] : []), ...workspace.store.messages.repliesTo(id, ts)];
  }),
  'direct-messages': route(ofPerson, (workspace, { of }) => {
    const { store } = workspace;
    const { id } = store.directMessage(actorOrFormer(workspace, of));
    return store.messages
      .inChannel(id)
      .flatMap((message) => [message, ...store.messages.repliesTo(id, message.ts)]);
  }),
  notices: route(ofPerson, (workspace, { of }) => {
    const { id } = actorOrFormer(workspace, of);
    return workspace.store.state.notices.filter(({ user }) => user === id);
  }),
  requests: route(z.object({ method: z.string().optional() }), ({ book }, { method }) =>
    method ? book.requests.filter((each) => each.method === method) : book.requests,
  ),
  violations: route(nothing, ({ book }) => book.violations),
  deliveries: route(nothing, ({ events }) => events.deliveries),
  people: route(nothing, ({ store }) => Object.values(store.state.people)),
  channels: route(nothing, ({ store }) => store.channels().filter(({ kind }) => kind === 'channel')),
  groups: route(nothing, ({ store }) => Object.values(store.state.groups)),
  /** Without what is in them: that is read from their address, as a browser does. */
  files: route(nothing, ({ store }) =>
    Object.values(store.state.files).map(({ id, name, title, length, shares }) => ({
      id,
      name,
      title,
      length,
      shares,
    })),
  ),
  /** Waits until every event has been delivered or given up. */
  settled: route(
    z.object({ withinMs: z.number().default(10_000) }),
    async ({ events, changes }, { withinMs }) =>
      (await changes.until(() => (events.isIdle() ? true : undefined), withinMs)) ?? false,
  ),
  status: route(nothing, ({ connection, limits, store, book }) => ({
    transport: connection.transport(),
    requestUrl: connection.requestUrl() ?? null,
    sockets: connection.sockets.count(),
    rateLimited: limits.refused(),
    calls: book.tally,
    violations: book.violations.length,
    people: Object.keys(store.state.people).length,
    channels: store.channels().length,
  })),
};

/** People who have left still have what was written to them. */
function actorOrFormer(workspace: Workspace, key: string) {
  return workspace.store.person(key) ?? actor(workspace, key);
}

function spoken(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ subtype }) => !subtype?.endsWith('_join'));
}
