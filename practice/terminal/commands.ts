import { writeFile } from 'node:fs/promises';
import type { WorkspaceClient } from '../client.ts';
import { pictureOf } from '../picture.ts';
import { deed } from './deeds.ts';
import { openPage } from './open-page.ts';
import { needed, type Said, timeOf } from './said.ts';
import { type Book, openBook, showMessages } from './show.ts';

type Command = (client: WorkspaceClient, args: readonly string[], said: Said) => Promise<readonly string[]>;

/** What can be typed after `npm run practice --`. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  open: async ({ url }) => await openPage(url),
  people,
  channels,
  read,
  thread,
  picture,
  as,
};

export const USAGE = `The practice workspace, from a terminal.

  open                                  the page of the workspace, in your browser
  people                                who is here
  channels                              where they talk
  read '#channel'                       what stands in a channel
  thread '#channel' TS                  a message and its replies
  picture '#channel' TS FILE.svg        a message as a picture

  as NAME ask --question "…" [--topic Claims] [--state Pennsylvania] [--member R123456]
              [--exchange "On Exchange"] [--team Keystone] [--irl] [--live]
  as NAME click '#channel' TS Claim     a button on a message
  as NAME choose '#channel' TS "Release"    an entry of its menu
  as NAME say '#channel' [TS] "…"       a message, or a reply in a thread
  as NAME mark '#channel' TS            the message shortcut "Mark as the answer"
  as NAME fill "Label" "value"          a field of the form that is open
  as NAME press Button                  a button in it, also the one that sends it
  as NAME submit | close | view         the form that is open
  as NAME home | dms | notices          their App Home, their messages from the app, what only they see

TS is a message's time, as \`read\` shows it, or \`last\`. Put '#channel' in quotes.
--url URL names another workspace than the one that \`npm start\` runs here.`;

async function people(client: WorkspaceClient): Promise<readonly string[]> {
  const [everybody, groups] = await Promise.all([client.people(), client.groups()]);
  return everybody.map(({ id, name, realName, deleted, isBot, isStranger, isAdmin }) => {
    const traits = groups.filter((group) => group.people.includes(id)).map(({ handle }) => `@${handle}`);
    const marks = [
      isBot && 'the app',
      isAdmin && 'administrator',
      isStranger && 'of another company',
      deleted && 'has left',
    ];
    return `${name.padEnd(10)} ${realName.padEnd(16)} ${[...traits, ...marks.filter(Boolean)].join(', ')}`;
  });
}

async function channels(client: WorkspaceClient): Promise<readonly string[]> {
  const [all, book] = await Promise.all([client.channels(), openBook(client)]);
  return all.map(({ name, members, isPrivate, isArchived, isExtShared }) => {
    const traits = [
      isPrivate && 'private',
      isArchived && 'archived',
      isExtShared && 'shared with another company',
    ];
    const marks = traits.filter(Boolean).join(', ');
    return `#${name.padEnd(26)} ${members.map(book.person).join(', ')}${marks && ` (${marks})`}`;
  });
}

async function read(client: WorkspaceClient, [channel]: readonly string[]): Promise<readonly string[]> {
  const [messages, book] = await Promise.all([
    client.messages(needed(channel, '#channel')),
    openBook(client),
  ]);
  return showMessages(messages, book, `Nothing stands in ${channel} yet.`);
}

async function thread(client: WorkspaceClient, [channel, ts]: readonly string[]): Promise<readonly string[]> {
  const where = needed(channel, '#channel');
  const parent = await timeOf(client, where, needed(ts, 'TS'));
  const [messages, book] = await Promise.all([client.thread(where, parent), openBook(client)]);
  return showMessages(messages, book, `There is no message ${parent} in ${channel}.`);
}

async function picture(
  client: WorkspaceClient,
  [channel, ts, file]: readonly string[],
): Promise<readonly string[]> {
  const where = needed(channel, '#channel');
  const time = await timeOf(client, where, needed(ts, 'TS'));
  const [messages, book] = await Promise.all([client.messages(where), openBook(client)]);
  const blocks = messages.find((message) => message.ts === time)?.blocks ?? [];
  const to = needed(file, 'which file');
  await writeFile(to, pictureOf('Concierge Desk', blocks, book));
  return [`Wrote ${to}.`];
}

async function as(client: WorkspaceClient, args: readonly string[], said: Said): Promise<readonly string[]> {
  const [name, verb, ...rest] = args;
  const book: Book = await openBook(client);
  return await deed({
    client,
    book,
    name: needed(name, 'NAME'),
    verb: needed(verb, 'what to do'),
    rest,
    said,
  });
}
