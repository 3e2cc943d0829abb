import type { WorkspaceClient } from '../client.ts';
import { objectIn, textIn } from '../json.ts';
import { BOT_USER_ID, idFor } from '../state/identity.ts';
import type { Message } from '../state/records.ts';
import { type Day, SECRETS } from './day.ts';
import type { DemoDesk } from './desk.ts';
import type { Expected } from './expected.ts';
import { openRecords, type Records } from './records.ts';
import type { OnMessage } from './stage.ts';

/** Looks at everything in the evening, and says in words what is off. */
export async function whatIsOff(
  desk: DemoDesk,
  { questions: expected, announcement }: Day,
): Promise<readonly string[]> {
  const records = await openRecords(desk.databaseUrl);
  try {
    await everythingDelivered(desk.client, records);
    const messages = await everyMessage(desk.client);
    return [
      ...(await questionsOff(records, expected)),
      ...(await records.unfinished()).map((each) => `A message did not get through: ${each}.`),
      ...messagesOff(messages, expected, announcement),
      ...(await desk.client.violations()).map(({ method, rule }) => `Slack would refuse ${method}: ${rule}`),
      ...(await leaks(desk, records)),
    ];
  } finally {
    await records.close();
  }
}

/** The last card may still be on its way when the story ends. */
async function everythingDelivered(client: WorkspaceClient, records: Records): Promise<void> {
  const isIdle = async (): Promise<true | undefined> =>
    (await records.unfinished()).length === 0 ? true : undefined;
  // What is still on its way after that is reported as such.
  await client.waitFor(isIdle, 'the last message', 20_000).catch(() => undefined);
}

async function questionsOff(records: Records, expected: readonly Expected[]): Promise<string[]> {
  const count = await records.count();
  const off = count === expected.length ? [] : [`There are ${count} questions, not ${expected.length}.`];
  for (const { cards, asker, channel, tier, status, happened } of expected) {
    const card = cards.at(-1);
    const kept = card && (await records.questionOf(card.channel, card.ts));
    const wanted = {
      askedBy: idFor('U0', asker),
      channelId: idFor('C0', channel),
      tier,
      status,
      happened,
      cards: cards.length,
    };
    if (JSON.stringify(kept) !== JSON.stringify(wanted)) {
      off.push(`In #${channel} the question reads ${JSON.stringify(kept)}, not ${JSON.stringify(wanted)}.`);
    }
  }
  return off;
}

async function everyMessage(client: WorkspaceClient): Promise<Message[]> {
  const [channels, people] = await Promise.all([client.channels(), client.people()]);
  const inChannels = await Promise.all(
    channels.map(async ({ id }) => {
      const roots = await client.messages(id);
      const threads = await Promise.all(roots.map(async ({ ts }) => await client.thread(id, ts)));
      return threads.flat();
    }),
  );
  const direct = await Promise.all(people.map(async ({ id }) => await client.directMessages(id)));
  return [...inChannels.flat(), ...direct.flat()];
}

/** Each message of the app carries an id of its own, so one that was posted twice shows. */
function messagesOff(
  messages: readonly Message[],
  expected: readonly Expected[],
  announcement: OnMessage,
): string[] {
  // Files are posted by Slack itself, without an id of ours.
  const ours = messages.filter(({ user, files }) => user === BOT_USER_ID && files === undefined);
  const ids = ours.map(
    ({ metadata }) => textIn(objectIn(metadata?.event_payload).id) ?? 'a message without id',
  );
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const cards = [announcement, ...expected.flatMap((each) => [...each.cards, ...(each.calls ?? [])])];
  const roots = ours.filter(({ channel, threadTs }) => channel.startsWith('C') && threadTs === undefined);
  return [
    ...twice.map((id) => `The message ${id} stands more than once.`),
    ...(roots.length === cards.length
      ? []
      : [`There are ${roots.length} cards, calls and announcements, not ${cards.length}.`]),
    ...cards
      .filter((card) => !roots.some(({ channel, ts }) => channel === card.channel && ts === card.ts))
      .map(({ channel, ts }) => `The message ${ts} in ${channel} is gone.`),
  ];
}

/** Nothing that identifies a member: not in the database, not in the log, not in anything that Slack was sent. */
async function leaks(desk: DemoDesk, records: Records): Promise<string[]> {
  const calls = (await desk.client.requests()).filter(({ method }) => !method.startsWith('views.'));
  const places = {
    'the database': await records.dump(),
    'the log': desk.output(),
    'what Slack was sent': JSON.stringify(calls),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    SECRETS.filter((secret) => text.includes(secret)).map((secret) => `${secret} stands in ${place}.`),
  );
}
