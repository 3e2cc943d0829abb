import { renderBlocks } from '../render.ts';
import {
  nameOf,
  type OnMessage,
  type Stage,
  untilItReads,
  untilNoticed,
  untilToldDirectly,
} from './stage.ts';

/** A button on the card, and what the card reads then. */
export async function clicks(
  stage: Stage,
  who: string,
  { card, button, reads }: { readonly card: OnMessage; readonly button: string; readonly reads: RegExp },
): Promise<void> {
  await stage.narrator.tells(`${nameOf(who)} clicks ${button}.`);
  fine(await stage.client.as(who).click(card, button));
  await stage.narrator.shows(await untilItReads(stage, card, reads));
}

/** Two people click at the same moment. One has it, the other is told who. */
export async function raceToClaim(stage: Stage, people: readonly [string, string], card: OnMessage) {
  await stage.narrator.tells(`${people.map(nameOf).join(' and ')} click Claim at the same moment.`);
  await Promise.all(people.map(async (who) => fine(await stage.client.as(who).click(card, 'Claim'))));
  const [line = ''] = await untilItReads(stage, card, /Claimed by/);
  const winner = people.find((who) => line.includes(`@${who}`));
  const other = people.find((who) => who !== winner);
  if (winner === undefined || other === undefined) throw new Error(`Nobody knows who won: ${line}`);
  await stage.narrator.shows([line]);
  await stage.narrator.tells(`${nameOf(winner)} has it. Only ${nameOf(other)} sees:`);
  await stage.narrator.shows(await untilNoticed(stage, other, /already has this one/));
  return { winner, other };
}

/** Replies in the card's thread; the card says who replied first. */
export async function replies(stage: Stage, who: string, card: OnMessage, text: string): Promise<OnMessage> {
  await stage.narrator.tells(`${nameOf(who)} replies in the thread: "${text}"`);
  const ts = await stage.client.as(who).say(card.channel, text, { threadTs: card.ts });
  await untilItReads(stage, card, /First reply by/);
  return { channel: card.channel, ts };
}

/** "Mark as the answer", from the reply's own menu; the asker is told. */
export async function marks(
  stage: Stage,
  who: string,
  { card, reply, asker }: { readonly card: OnMessage; readonly reply: OnMessage; readonly asker: string },
): Promise<void> {
  await stage.narrator.tells(`${nameOf(who)} marks the reply as the answer. ${nameOf(asker)} reads:`);
  await stage.client.as(who).messageShortcut('mark_answer', reply);
  await untilItReads(stage, card, /Answered by/);
  const told = `answered your question in #${stage.book.channel(card.channel)}`;
  await stage.narrator.shows(await untilToldDirectly(stage, asker, told));
}

/** A button on the asker's own message about the question whose text it repeats. */
export async function answersBack(
  stage: Stage,
  asker: string,
  {
    card,
    about,
    button,
    reads,
  }: {
    readonly card: OnMessage;
    readonly about: string;
    readonly button: string;
    readonly reads: RegExp;
  },
): Promise<void> {
  const { client, narrator } = stage;
  const own = await client.waitFor(
    async () =>
      (await client.directMessages(asker)).find(
        (message) => !stage.isOld(message) && JSON.stringify(message.blocks ?? []).includes(about),
      ),
    `the message to ${asker} about "${about}"`,
  );
  await narrator.tells(`In their direct message ${nameOf(asker)} clicks "${button}". The card reads:`);
  fine(await client.as(asker).click(own, button));
  await narrator.shows(await untilItReads(stage, card, reads));
}

/** Escalates to the region of a state. The old card says where it went; the new one stands there. */
export async function escalates(
  stage: Stage,
  who: string,
  {
    card,
    state,
    why,
    lands,
  }: {
    readonly card: OnMessage;
    readonly state: string;
    readonly why: string;
    readonly lands: string;
  },
): Promise<OnMessage> {
  const { client, narrator } = stage;
  const person = client.as(who);
  const before = (await client.messages(lands)).length;
  await narrator.tells(`${nameOf(who)} clicks Escalate, chooses ${state} and writes why: "${why}"`);
  fine(await person.click(card, 'Escalate'));
  await person.waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
  await person.fill({ To: 'Tier 2: the region of the state', State: state, Why: why });
  const submitted = await person.submit();
  if (submitted.kind !== 'closed') throw new Error(`It was not escalated: ${JSON.stringify(submitted)}`);
  await narrator.shows(await untilItReads(stage, card, /Moved to/));
  const found = await client.waitFor(
    async () => (await client.messages(lands)).slice(before).at(-1),
    `a card in #${lands}`,
  );
  const moved = { channel: found.channel, ts: found.ts };
  await narrator.tells(`The card now stands in #${lands}:`);
  await narrator.shows(await untilItReads(stage, moved, /Tier 2/));
  return moved;
}

/** Hands a question over with a note; whoever gets it is told in the thread. */
export async function handsOver(
  stage: Stage,
  who: string,
  { card, to, note }: { readonly card: OnMessage; readonly to: string; readonly note: string },
): Promise<void> {
  const { client, narrator } = stage;
  const person = client.as(who);
  await narrator.tells(`${nameOf(who)} hands it over to ${nameOf(to)}: "${note}"`);
  fine(await person.choose(card, 'Hand over'));
  await person.waitForView(({ fields }) => fields.some(({ label }) => label === 'To'));
  await person.fill({ To: to, Note: note });
  const submitted = await person.submit();
  if (submitted.kind !== 'closed') throw new Error(`It was not handed over: ${JSON.stringify(submitted)}`);
  await narrator.shows(await untilItReads(stage, card, new RegExp(`Claimed by.*@${to}`)));
}

const SHOW_ID = 'Show ID';
const REASON = 'I look the member up to answer the question';

/** "Show ID": whoever may see it chooses a reason and does, for a minute, and nobody else. */
export async function looksUpMember(
  stage: Stage,
  who: string,
  { card, memberId }: { readonly card: OnMessage; readonly memberId: string },
): Promise<void> {
  const { client, narrator, book } = stage;
  const person = client.as(who);
  await narrator.tells(
    `${nameOf(who)} clicks ${SHOW_ID} and says why: "${REASON}". Only ${nameOf(who)} sees:`,
  );
  fine(await person.click(card, SHOW_ID));
  await person.waitForView(({ submit }) => submit === 'Show it');
  await person.fill({ 'Why do you need it?': REASON });
  const submitted = await person.submit();
  if (submitted.kind !== 'updated' || !JSON.stringify(submitted.view.blocks).includes(memberId))
    throw new Error(`${nameOf(who)} was not shown the ID.`);
  await narrator.shows(renderBlocks(submitted.view.blocks, book));
  await person.close();
}

/** Somebody who may not see it is told who may; that they tried is on record. */
export async function mayNotLookUp(stage: Stage, who: string, card: OnMessage): Promise<void> {
  const { client, narrator, book } = stage;
  const person = client.as(who);
  await narrator.tells(`${nameOf(who)}, who has not claimed it, clicks ${SHOW_ID} too, and reads:`);
  fine(await person.click(card, SHOW_ID));
  const view = await person.waitForView(({ blocks }) => JSON.stringify(blocks).includes('can see the ID'));
  await narrator.shows(renderBlocks(view.blocks, book));
  await person.close();
}

function fine(clicked: { readonly kind: string }): void {
  if (clicked.kind !== 'done') throw new Error('Slack would have shown a warning sign beside the button.');
}
