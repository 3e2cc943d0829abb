import { WorkspaceRefusal } from '../client/call.ts';
import type { PersonClient } from '../client/person.ts';
import type { WorkspaceClient } from '../client.ts';
import { ask } from './ask.ts';
import { needed, replyTimeOf, type Said, timeOf } from './said.ts';
import {
  type Book,
  showClicked,
  showMessages,
  showNotices,
  showSight,
  showSubmitted,
  showView,
} from './show.ts';

type Deed = {
  readonly client: WorkspaceClient;
  readonly book: Book;
  readonly name: string;
  readonly verb: string;
  readonly rest: readonly string[];
  readonly said: Said;
};

/** What `as NAME …` does. */
export async function deed(given: Deed): Promise<readonly string[]> {
  const { client, book, name, verb, rest } = given;
  const person = client.as(name);
  switch (verb) {
    case 'ask':
      return await ask({ client, person, name, said: given.said, book });
    case 'click':
    case 'choose':
      return await click(given, person);
    case 'say':
      return await say(given, person);
    case 'mark': {
      const on = await messageAt(client, rest, replyTimeOf);
      return showSight(await person.messageShortcut('mark_answer', on), book, name);
    }
    case 'fill':
      await person.fill({ [needed(rest[0], 'which field')]: needed(rest[1], 'with what') });
      return showView(await person.view(), book, name);
    case 'press':
      return await press(given, person);
    case 'submit':
      return showSubmitted(await person.submit(), book, name);
    case 'close':
      await person.close();
      return ['Closed.'];
    case 'view':
      return showView(await person.view(), book, name);
    case 'home':
      return showView(await person.openHome(), book);
    case 'dms':
      return showMessages(
        await client.directMessages(name),
        book,
        `The app has written nothing to ${name} yet.`,
      );
    case 'notices':
      return showNotices(await client.notices(name), book);
    default:
      throw new WorkspaceRefusal(
        `${name} can't ${verb}. \`npm run practice -- --help\` shows what people can do.`,
      );
  }
}

/** The button that sends a form is pressed like any other. */
async function press({ book, name, rest }: Deed, person: PersonClient): Promise<readonly string[]> {
  const button = needed(rest[0], 'which button');
  if ((await person.view())?.submit === button) return showSubmitted(await person.submit(), book, name);
  return showClicked(await person.clickInView(button));
}

async function messageAt(client: WorkspaceClient, [channel, ts]: readonly string[], find = timeOf) {
  const where = needed(channel, '#channel');
  return { channel: where, ts: await find(client, where, needed(ts, 'TS')) };
}

/** Shows the form that a click opens, or what the person is told about it. */
async function click(
  { client, book, name, verb, rest }: Deed,
  person: PersonClient,
): Promise<readonly string[]> {
  const on = await messageAt(client, rest);
  const wanted = needed(rest[2], 'which one');
  const before = { view: await person.view(), notices: (await client.notices(name)).length };
  const clicked = verb === 'click' ? await person.click(on, wanted) : await person.choose(on, wanted);
  if (clicked.kind === 'trouble') return showClicked(clicked);
  await new Promise((resolve) => setTimeout(resolve, 700));
  const [view, notices] = [await person.view(), await client.notices(name)];
  if (view && view.hash !== before.view?.hash) return showView(view, book, name);
  if (notices.length > before.notices) return showNotices(notices.slice(before.notices), book);
  return showMessages(await client.thread(on.channel, on.ts), book, 'The message is gone.');
}

async function say({ client, rest }: Deed, person: PersonClient): Promise<readonly string[]> {
  const [channel, first, second] = rest;
  const where = needed(channel, '#channel');
  if (second === undefined) return [`Said, at ${await person.say(where, needed(first, 'what'))}.`];
  const threadTs = await timeOf(client, where, needed(first, 'TS'));
  return [`Said, at ${await person.say(where, second, { threadTs })}.`];
}
