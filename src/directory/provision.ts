import type { WebClient } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import { errorCode } from '../platform/errors.ts';
import type { ChannelId, WorkspaceId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { channelText } from './diff-words.ts';
import { channelsOf } from './directory.ts';
import { isChannelId } from './file-parts.ts';
import { recheckChannels } from './follow-channel.ts';
import { loadDirectory } from './load.ts';
import { createLookups } from './lookups.ts';
import { refusalWords } from './provision-words.ts';
import { purposeOf } from './purpose.ts';
import { resolveChannels } from './resolve.ts';
import { ChannelShape } from './slack-shapes.ts';
import { type NamedChannel, namedChannels } from './store.ts';

type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

/** `planned`: would be done. `refused`: somebody has to do it by hand, and the sentence says what. */
export type ProvisionStep = { readonly kind: 'done' | 'planned' | 'refused'; readonly sentence: string };

type Work = {
  readonly slack: WebClient;
  readonly isDryRun: boolean;
  readonly purpose: (channel: string) => string;
};

/**
 * Makes the workspace fit the directory: creates channels that are missing, joins those the app isn't in, and says in
 * a channel without a topic what it is for. What is there already is left alone, so it can be run again.
 */
export async function provisionChannels(
  deps: Deps,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<readonly ProvisionStep[] | undefined> {
  const { db, workspace, slack } = deps;
  const live = await loadDirectory(db, workspace.id);
  if (!live) return undefined;
  const lookups = createLookups(slack.reads, workspace.id);
  const names = channelsOf(live.directory);
  const channels = await resolveChannels(lookups, names, await namedChannels(db, workspace.id));
  const topics = new Map((await lookups.channels()).map(({ id, topic }) => [id, topic]));

  const purpose = (channel: string): string => purposeOf(live.directory, channel);
  const work = { slack: slack.reads, isDryRun, purpose };
  const steps: ProvisionStep[] = [];
  for (const channel of channels) {
    const hasTopic = channel.channelId !== null && (topics.get(channel.channelId) ?? '') !== '';
    steps.push(...(await provision(work, channel, hasTopic)));
  }
  if (!isDryRun) await recheckChannels(deps);
  return steps;
}

async function provision(
  work: Work,
  channel: NamedChannel,
  hasTopic: boolean,
): Promise<readonly ProvisionStep[]> {
  const { name, channelId, isPrivate, status } = channel;
  const text = channelText(channel.currentName ?? name);
  switch (status) {
    case 'ok':
      return channelId === null || hasTopic ? [] : [await setTopic(work, { name, text, channelId })];
    case 'missing':
      return channelId === null && !isChannelId(name)
        ? await create(work, name)
        : [byHand(`${text} was not found.`)];
    case 'not_member':
      if (channelId === null || isPrivate)
        return [byHand(`${text} is private: ask somebody in it to invite the app.`)];
      return await join(work, { name, text, channelId, hasTopic });
    case 'archived':
      return [byHand(`${text} is archived: unarchive it, or name another channel in the directory.`)];
    case 'external':
      return [byHand(`${text} is shared with another company: name another channel in the directory.`)];
    default:
      return unreachable(status);
  }
}

async function create(work: Work, name: string): Promise<readonly ProvisionStep[]> {
  const text = `#${name}`;
  let channelId: ChannelId | undefined;
  const created = await attempt(work, { todo: `create ${text}`, done: `Created ${text}` }, async () => {
    const { channel } = await work.slack.conversations.create({ name });
    channelId = ChannelShape.parse(channel).id;
  });
  if (work.isDryRun || channelId === undefined) return [created];
  return [created, await setTopic(work, { name, text, channelId })];
}

type Target = { readonly name: string; readonly text: string; readonly channelId: ChannelId };

async function join(
  work: Work,
  { hasTopic, ...target }: Target & { readonly hasTopic: boolean },
): Promise<readonly ProvisionStep[]> {
  const joined = await attempt(
    work,
    { todo: `join ${target.text}`, done: `Joined ${target.text}` },
    async () => {
      await work.slack.conversations.join({ channel: target.channelId });
    },
  );
  return joined.kind === 'refused' || hasTopic ? [joined] : [joined, await setTopic(work, target)];
}

async function setTopic(work: Work, { name, text, channelId }: Target): Promise<ProvisionStep> {
  const topic = work.purpose(name);
  return await attempt(
    work,
    { todo: `set the topic of ${text}`, done: `Set the topic of ${text}: ${topic}` },
    async () => {
      await work.slack.conversations.setTopic({ channel: channelId, topic });
    },
  );
}

type Deed = { readonly todo: string; readonly done: string };

/** What Slack refuses is told in words, and the rest goes on. Without an answer from Slack there is no going on. */
async function attempt(
  { isDryRun }: Work,
  { todo, done }: Deed,
  act: () => Promise<void>,
): Promise<ProvisionStep> {
  if (isDryRun) return { kind: 'planned', sentence: `Would ${todo}.` };
  try {
    await act();
    return { kind: 'done', sentence: `${done}.` };
  } catch (error) {
    const words = refusalWords(errorCode(error) ?? '');
    if (words === undefined) throw error;
    return byHand(`Could not ${todo}: ${words}`);
  }
}

function byHand(sentence: string): ProvisionStep {
  return { kind: 'refused', sentence };
}
