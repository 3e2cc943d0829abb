import { asks } from './asking.ts';
import { clicks, looksUpMember, marks, mayNotLookUp, replies } from './deeds.ts';
import type { Expected } from './expected.ts';
import type { Stage } from './stage.ts';

export async function floridaExperts(stage: Stage): Promise<Expected> {
  const card = await asks(stage, {
    who: 'priya',
    entries: { Question: 'Is a hurricane a reason to file late?', Topic: 'Claims', State: 'Florida' },
    lands: 'experts-claims-florida',
  });
  await clicks(stage, 'rosa', { card, button: 'Claim', reads: /Claimed by/ });
  const happened = ['asked', 'claimed'];
  return { ...priya, channel: 'experts-claims-florida', tier: 3, status: 'claimed', cards: [card], happened };
}

export async function aLiveOne(stage: Stage): Promise<Expected> {
  const card = await asks(stage, {
    who: 'maya',
    entries: {
      Question: 'Coverage shows as ended but the premium is paid. What do I tell them?',
      Topic: 'Eligibility',
      'Member ID': 'R123456',
      'The member is on the line': true,
    },
    lands: 'experts-eligibility',
  });
  await mayNotLookUp(stage, 'lee', card);
  await clicks(stage, 'lee', { card, button: "I'll take it", reads: /Claimed by/ });
  await looksUpMember(stage, 'lee', { card, memberId: 'R123456' });
  const reply = await replies(
    stage,
    'lee',
    card,
    'It is active again as of this minute; ask them to try now.',
  );
  await marks(stage, 'lee', { card, reply, asker: 'maya' });
  const happened = ['asked', 'claimed', 'first_response', 'answered'];
  return { ...maya, channel: 'experts-eligibility', tier: 3, status: 'answered', cards: [card], happened };
}

export async function anOpenOne(stage: Stage): Promise<Expected> {
  const card = await asks(stage, {
    who: 'jordan',
    entries: {
      Question: 'Which form starts a step therapy exception?',
      Topic: 'Pharmacy',
      'Care team': 'Keystone',
    },
    lands: 'experts-pharmacy',
  });
  const place = { channel: 'experts-pharmacy', tier: 3, status: 'open' } as const;
  return { asker: 'jordan', ...place, cards: [card], happened: ['asked'] };
}

/** What was typed behind the command identifies a member; nothing of it may come through. */
export async function aCommand(stage: Stage): Promise<Expected> {
  const text =
    'Refund for the member with SSN 219-09-9999, jane.roe@mail.example, (215) 555-0142: when does it arrive?';
  const card = await asks(stage, {
    who: 'maya',
    command: { text, channel: 'care-keystone' },
    entries: { Topic: 'Billing' },
    lands: 'experts-billing',
  });
  await clicks(stage, 'rosa', { card, button: 'Resolve', reads: /Resolved by/ });
  const place = { channel: 'experts-billing', tier: 3, status: 'resolved' } as const;
  return { ...maya, ...place, cards: [card], happened: ['asked', 'resolved'] };
}

const maya = { asker: 'maya' };
const priya = { asker: 'priya' };
