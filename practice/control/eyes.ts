import { z } from 'zod';
import { findNotice, removeNotice } from '../acts/notices.ts';
import { actor, channelSeenBy } from '../interactions/scene.ts';
import { acting, onMessage, type Routes, route } from './route.ts';

/** What a person has seen, and where they look. */
export const eyeRoutes: Routes = {
  /** How far somebody has read in a channel, or in the thread of `threadTs`. */
  read: route(
    acting.extend(onMessage.shape).extend({ threadTs: z.string().optional() }),
    (workspace, input) => {
      const { state } = workspace.store;
      const person = actor(workspace, input.as);
      const channel = channelSeenBy(workspace, person, input.channel);
      const key = input.threadTs ? `${channel.id}/${input.threadTs}` : channel.id;
      state.reads ??= {};
      const reads = (state.reads[person.id] ??= {});
      if ((reads[key] ?? '') >= input.ts) return;
      reads[key] = input.ts;
      workspace.changed();
    },
  ),
  /** "Dismiss message" on what only this person sees. */
  dismiss: route(acting.extend(onMessage.shape), (workspace, { as, channel, ts }) => {
    const notice = findNotice(workspace, channel, ts);
    if (notice?.user === actor(workspace, as).id) removeNotice(workspace, notice);
  }),
  /** A conversation with a colleague; answers with its id. */
  'direct-message': route(acting.extend({ with: z.string() }), (workspace, input) => {
    const { store, changed } = workspace;
    const channel = store.directMessageBetween(actor(workspace, input.as), actor(workspace, input.with));
    changed();
    return channel.id;
  }),
};
