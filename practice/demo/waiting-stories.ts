import { asks } from './asking.ts';
import { clicks, handsOver, marks, replies } from './deeds.ts';
import type { Expected } from './expected.ts';
import { nameOf, type OnMessage, type Stage, untilItReads, untilToldDirectly, wordsOf } from './stage.ts';

/** The only one on duty can't, so everybody in the channel is asked, and one of them can. */
export async function aDeclinedLiveOne(stage: Stage): Promise<Expected> {
  const channel = 'experts-eligibility';
  const card = await asks(stage, {
    who: 'priya',
    entries: {
      Question: 'The pharmacy says they are not covered, and they stand at the counter. What do I tell them?',
      Topic: 'Eligibility',
      'The member is on the line': true,
    },
    lands: channel,
  });
  await clicks(stage, 'lee', { card, button: 'Not me', reads: /Not: @lee/ });
  const call = await isCalled(stage, channel, card);
  await stage.narrator.tells(`${nameOf('rosa')} clicks I'll take it. ${nameOf('priya')} reads:`);
  await stage.client.as('rosa').click(call, "I'll take it");
  await stage.narrator.shows(await untilToldDirectly(stage, 'priya', 'has taken it'));
  await untilItReads(stage, card, /Claimed by/);
  const reply = await replies(
    stage,
    'rosa',
    card,
    'They are: ask the pharmacy to run it again with the new group.',
  );
  await marks(stage, 'rosa', { card, reply, asker: 'priya' });
  const happened = ['asked', 'declined', 'called', 'claimed', 'first_response', 'answered'];
  return { asker: 'priya', channel, tier: 3, status: 'answered', cards: [card], calls: [call], happened };
}

/** Nobody sees to it, so it doesn't wait for ever. */
export async function anEscalationByItself(stage: Stage): Promise<Expected> {
  const question = 'Who can tell me whether the new brochure is out?';
  const card = await asks(stage, {
    who: 'sam',
    entries: { Question: question, Topic: 'General, or not sure', State: 'Florida' },
    lands: 'care-sunshine',
  });
  await stage.narrator.tells('Nobody claims it in time. Those on duty are called, and it goes on by itself:');
  await stage.narrator.shows(await untilItReads(stage, card, /Moved to/));
  const moved = await arrives(stage, 'region-southeast', question);
  await stage.narrator.tells('In #region-southeast it says why:');
  await stage.narrator.shows(await untilItReads(stage, moved, /because nobody claimed it in time/));
  await clicks(stage, 'omar', { card: moved, button: 'Claim', reads: /Claimed by/ });
  await handsOver(stage, 'omar', {
    card: moved,
    to: 'rosa',
    note: 'You were in the meeting about the brochure.',
  });
  const happened = ['asked', 'breached', 'pinged', 'escalated', 'claimed', 'handed_over'];
  return {
    asker: 'sam',
    channel: 'region-southeast',
    tier: 2,
    status: 'claimed',
    cards: [card, moved],
    happened,
  };
}

/** The message that asks everybody in the channel. */
async function isCalled(stage: Stage, channel: string, card: OnMessage): Promise<OnMessage> {
  const found = await stage.client.waitFor(
    async () => (await stage.client.messages(channel)).find(({ ts }) => ts > card.ts),
    `a call in #${channel}`,
  );
  await stage.narrator.tells('Nobody else is on duty, so everybody in the channel is asked at once:');
  await stage.narrator.shows(wordsOf(stage, found));
  return { channel: found.channel, ts: found.ts };
}

async function arrives(stage: Stage, channel: string, question: string): Promise<OnMessage> {
  const found = await stage.client.waitFor(
    async () =>
      (await stage.client.messages(channel)).findLast(({ blocks }) =>
        JSON.stringify(blocks ?? []).includes(question),
      ),
    `the card in #${channel}`,
  );
  return { channel: found.channel, ts: found.ts };
}
