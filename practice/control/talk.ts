import { z } from 'zod';
import { fileCalled, uploadFile } from '../acts/files.ts';
import { addMembers, removeMember } from '../acts/members.ts';
import { deleteMessage, editMessage, postMessage } from '../acts/messages.ts';
import { addReaction, removeReaction } from '../acts/reactions.ts';
import { written } from '../acts/written.ts';
import type { Workspace } from '../core/workspace.ts';
import { problem } from '../interactions/problem.ts';
import { actor, channelCalled, channelSeenBy, channelWrittenBy } from '../interactions/scene.ts';
import type { Channel, Message, Person } from '../state/records.ts';
import { acting, onMessage, type Routes, route } from './route.ts';

const inChannel = acting.extend({ channel: z.string() });
const onOwn = acting.extend(onMessage.shape);
const saying = inChannel.extend({
  text: z.string(),
  threadTs: z.string().optional(),
  files: z.array(z.string()).max(10).optional(),
});
const uploading = acting.extend({
  name: z.string().min(1).max(200),
  base64: z.base64(),
});

/** What people say to each other. */
export const talkRoutes: Routes = {
  say: route(saying, (workspace, input) => {
    const person = actor(workspace, input.as);
    const channel =
      input.channel === 'app'
        ? workspace.store.directMessage(person)
        : channelWrittenBy(workspace, person, input.channel);
    const { threadTs, files } = input;
    if (threadTs && !workspace.store.messages.find(channel.id, threadTs))
      problem(`There is no message ${threadTs}.`);
    const shared = files?.map((id) => fileCalled(workspace, id).id);
    const { ts } = postMessage(workspace, channel, {
      user: person.id,
      ...written(input.text),
      ...(threadTs && { threadTs }),
      ...(shared && shared.length > 0 && { files: shared, subtype: 'file_share' }),
    });
    for (const id of shared ?? []) {
      const place = { channel: channel.id, ts, ...(threadTs && { threadTs }) };
      fileCalled(workspace, id).shares.push(place);
    }
    return ts;
  }),
  /** Answers with the file's id, under which it is then said or put into a form. */
  upload: route(uploading, (workspace, { as, name, base64 }) => {
    actor(workspace, as);
    const { id } = uploadFile(workspace, name, base64);
    return { id, name };
  }),
  edit: route(onOwn.extend({ text: z.string() }), (workspace, input) => {
    const { channel, message } = ownMessage(workspace, input);
    editMessage(workspace, channel, message, { ...written(input.text), metadata: undefined, marked: true });
  }),
  remove: route(onOwn, (workspace, input) => {
    const { channel, message } = ownMessage(workspace, input);
    deleteMessage(workspace, channel, message);
  }),
  react: route(onOwn.extend({ name: z.string() }), (workspace, input) => {
    const { channel, reacting } = reactingOn(workspace, input);
    return addReaction(workspace, channel, reacting);
  }),
  unreact: route(onOwn.extend({ name: z.string() }), (workspace, input) => {
    const { channel, reacting } = reactingOn(workspace, input);
    return removeReaction(workspace, channel, reacting);
  }),
  join: route(inChannel, (workspace, input) => {
    const person = actor(workspace, input.as);
    addMembers(workspace, channelSeenBy(workspace, person, input.channel), [person.id]);
  }),
  leave: route(inChannel, (workspace, input) => {
    removeMember(workspace, channelCalled(workspace, input.channel), actor(workspace, input.as).id);
  }),
};

type On = { readonly as: string; readonly channel: string; readonly ts: string };

function ownMessage(workspace: Workspace, on: On): { channel: Channel; message: Message; person: Person } {
  const person = actor(workspace, on.as);
  const channel = channelSeenBy(workspace, person, on.channel);
  const message = workspace.store.messages.find(channel.id, on.ts);
  if (message?.user === person.id) return { channel, message, person };
  return problem(`${person.realName} wrote no message ${on.ts} in ${on.channel}.`);
}

function reactingOn(workspace: Workspace, on: On & { readonly name: string }) {
  const person = actor(workspace, on.as);
  const channel = channelWrittenBy(workspace, person, on.channel);
  const message =
    workspace.store.messages.find(channel.id, on.ts) ?? problem(`There is no message ${on.ts}.`);
  return { channel, reacting: { message, user: person.id, name: on.name.replaceAll(':', '') } };
}
