import { postMessage } from '../acts/messages.ts';
import { perMinute } from '../core/rate-limits.ts';
import { compact, type Json, textIn } from '../json.ts';
import { fileShape } from '../state/file-shape.ts';
import { BOT_ID, BOT_USER_ID } from '../state/identity.ts';
import type { Channel, StoredFile } from '../state/records.ts';
import { joinedChannel } from './conversation.ts';
import type { Call, Methods } from './method.ts';
import { refuse } from './refusal.ts';

/** A file is uploaded in three steps: ask for an address, send the bytes there, and say where it is shown. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': { token: 'bot', scope: 'files:write', pace: perMinute(100), run: address },
  'files.completeUploadExternal': { token: 'bot', scope: 'files:write', pace: perMinute(100), run: complete },
  'files.info': { token: 'bot', scope: 'files:read', pace: perMinute(100), run: info },
};

function address({ workspace, args }: Call): Json {
  const name = args.needed('filename');
  const length = args.number('length') ?? 0;
  if (length <= 0) refuse('invalid_arguments');
  const { store, baseUrl } = workspace;
  const id = `F0${store.nextTs().replace('.', '')}`;
  store.state.files[id] = { id, name, title: name, length, shares: [] };
  return { upload_url: `${baseUrl()}/upload/v1/${id}`, file_id: id };
}

function complete(call: Call): Json {
  const { workspace, args } = call;
  const wanted = args.objects('files') ?? refuse('invalid_arguments');
  const files = wanted.map(({ id, title }) => {
    const file = workspace.store.state.files[textIn(id) ?? ''] ?? refuse('file_not_found');
    if (file.content === undefined) refuse('file_not_found');
    // Slack takes a second completion of the same file for a mistake.
    if (file.isComplete === true) refuse('file_update_failed');
    file.title = textIn(title) ?? file.name;
    return file;
  });
  const channel = args.has('channel_id') ? sharedIn(call) : undefined;
  for (const file of files) file.isComplete = true;
  if (channel) share(call, channel, files);
  workspace.changed();
  return { files: files.map(({ id, title }) => ({ id, title })) };
}

function sharedIn(call: Call): Channel {
  const { workspace, args } = call;
  const channel = joinedChannel({ ...call, args: { ...args, needed: () => args.needed('channel_id') } });
  if (channel.isArchived) refuse('is_archived');
  const threadTs = args.text('thread_ts');
  if (threadTs && !workspace.store.messages.find(channel.id, threadTs)) refuse('thread_not_found');
  return channel;
}

function share({ workspace, args }: Call, channel: Channel, files: readonly StoredFile[]): void {
  const threadTs = args.text('thread_ts');
  const message = postMessage(workspace, channel, {
    user: BOT_USER_ID,
    botId: BOT_ID,
    subtype: 'file_share',
    text: args.text('initial_comment') ?? '',
    files: files.map(({ id }) => id),
    ...(threadTs && { threadTs }),
  });
  for (const file of files) {
    file.shares.push({ channel: channel.id, ts: message.ts, ...(threadTs && { threadTs }) });
  }
}

function info({ workspace, args }: Call): Json {
  const file = workspace.store.state.files[args.needed('file', 'file_not_found')] ?? refuse('file_not_found');
  const places: Record<string, Json[]> = {};
  for (const { channel, ts, threadTs } of file.shares) {
    (places[channel] ??= []).push(compact({ ts, thread_ts: threadTs }));
  }
  return { file: { ...fileShape(file, workspace.baseUrl()), shares: { public: places } } };
}
