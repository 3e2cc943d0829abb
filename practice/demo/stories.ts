import { asks } from './asking.ts';
import { answersBack, clicks, escalates, marks, raceToClaim, replies } from './deeds.ts';
import type { Expected } from './expected.ts';
import type { Stage } from './stage.ts';

export async function aRace(stage: Stage): Promise<Expected> {
  const question =
    'MM looking for INN GI with participating anesthesiologist for high-risk procedure. How do we find which GI providers have INN anesthesiologists?';
  const card = await asks(stage, {
    who: 'maya',
    entries: {
      Question: question,
      Topic: 'Providers',
      State: 'Pennsylvania',
      'Member ID': 'R123456',
      'On/Off Exchange': 'On Exchange',
    },
    lands: 'experts-providers',
  });
  const { winner } = await raceToClaim(stage, ['rosa', 'lee'], card);
  const text = 'Filter the directory by facility: anesthesia follows the facility contract, not the surgeon.';
  const reply = await replies(stage, winner, card, text);
  await marks(stage, winner, { card, reply, asker: 'maya' });
  await answersBack(stage, 'maya', {
    card,
    about: 'MM looking',
    button: 'This answers it',
    reads: /Resolved/,
  });
  const happened = ['asked', 'claimed', 'first_response', 'answered', 'resolved'];
  return { ...maya, channel: 'experts-providers', tier: 3, status: 'resolved', cards: [card], happened };
}

export async function aTeamMate(stage: Stage): Promise<Expected> {
  const entries = { Question: 'Where do I send a request for a new ID card?', Topic: GENERAL };
  const card = await asks(stage, { who: 'maya', entries, lands: 'care-keystone' });
  await clicks(stage, 'jordan', { card, button: 'Claim', reads: /Claimed by/ });
  const reply = await replies(stage, 'jordan', card, 'Member portal, Documents, "Order a card".');
  await marks(stage, 'jordan', { card, reply, asker: 'maya' });
  await clicks(stage, 'maya', { card, button: 'Resolve', reads: /Resolved by/ });
  const happened = ['asked', 'claimed', 'first_response', 'answered', 'resolved'];
  return { ...maya, channel: 'care-keystone', tier: 1, status: 'resolved', cards: [card], happened };
}

export async function anEscalation(stage: Stage): Promise<Expected> {
  const card = await asks(stage, {
    who: 'jordan',
    entries: {
      Question: 'Does a newborn have to be added within thirty days?',
      Topic: GENERAL,
      'Care team': 'Lone Star',
    },
    lands: 'care-lonestar',
  });
  await clicks(stage, 'priya', { card, button: 'Claim', reads: /Claimed by/ });
  const moved = await escalates(stage, 'priya', {
    card,
    state: 'Texas',
    lands: 'region-south',
    why: 'This depends on the rule of the state.',
  });
  await clicks(stage, 'rosa', { card: moved, button: 'Claim', reads: /Claimed by/ });
  const reply = await replies(
    stage,
    'rosa',
    moved,
    'Thirty-one days; the state rule is pinned in this channel.',
  );
  await marks(stage, 'rosa', { card: moved, reply, asker: 'jordan' });
  await clicks(stage, 'rosa', { card: moved, button: 'Resolve', reads: /Resolved by/ });
  return {
    asker: 'jordan',
    channel: 'region-south',
    tier: 2,
    status: 'resolved',
    cards: [card, moved],
    happened: ['asked', 'claimed', 'escalated', 'claimed', 'first_response', 'answered', 'resolved'],
  };
}

export async function aReopening(stage: Stage): Promise<Expected> {
  const about = 'How many days of notice does a rate change need?';
  const card = await asks(stage, {
    who: 'priya',
    entries: { Question: about, Topic: 'State rule or guideline', State: 'Oklahoma' },
    lands: 'region-south',
  });
  await clicks(stage, 'rosa', { card, button: 'Claim', reads: /Claimed by/ });
  const reply = await replies(stage, 'rosa', card, 'Thirty days.');
  await marks(stage, 'rosa', { card, reply, asker: 'priya' });
  await answersBack(stage, 'priya', { card, about, button: 'This answers it', reads: /Resolved by/ });
  await answersBack(stage, 'priya', { card, about, button: 'Reopen', reads: /Claim|Opened|Open for/ });
  const happened = ['asked', 'claimed', 'first_response', 'answered', 'resolved', 'reopened'];
  return { ...priya, channel: 'region-south', tier: 2, status: 'open', cards: [card], happened };
}

const maya = { asker: 'maya' };
const priya = { asker: 'priya' };
const GENERAL = 'General, or not sure';
