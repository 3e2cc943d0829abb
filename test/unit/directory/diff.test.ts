import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { describeChanges } from '../../../src/directory/diff.ts';
import type { Directory } from '../../../src/directory/directory.ts';
import { parseDirectory } from '../../../src/directory/parse.ts';

const EXAMPLE = readFileSync('practice/directory.yaml', 'utf8');

function read(source: string): Directory {
  const parsed = parseDirectory(source);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.directory;
}

const changesAfter = (from: string, to: string): readonly string[] =>
  describeChanges(read(EXAMPLE), read(EXAMPLE.replace(from, to)));

describe('what would change', () => {
  test.each([
    [
      'FL: experts-claims-florida',
      'FL: experts-claims-florida, TX: experts-claims-texas',
      'Topic Claims gets its own channel for Texas: #experts-claims-texas.',
    ],
    [
      'FL: experts-claims-florida',
      'FL: experts-claims-sun',
      'Topic Claims gets another channel for Florida: #experts-claims-sun.',
    ],
    [
      'states: { FL: experts-claims-florida }',
      'states: {}',
      'Topic Claims no longer has its own channel for Florida.',
    ],
    ['name: Keystone', 'name: Cornerstone', 'Care team Keystone is renamed Cornerstone.'],
    [
      'channel: care-keystone',
      'channel: C0KEYSTONE',
      'Care team Keystone moves from #care-keystone to C0KEYSTONE.',
    ],
    ['emoji: keystone', 'emoji: key', 'Care team Keystone gets the emoji :key:.'],
    ['[PA, NJ, DE, MD]', '[PA, NJ, DE, OH, WV]', 'Care team Keystone takes on Ohio and West Virginia.'],
    [
      'roster: { group: care-keystone }',
      'roster: { channel: true }',
      'The roster of Keystone is now whoever is in its channel.',
    ],
    [
      'people: [alex@practice.example]',
      'people: [alex@practice.example, U0ROSA]',
      'U0ROSA joins the administrators.',
    ],
    ['comms: { group: comms }', 'comms: {}', 'No user group counts for the comms any more.'],
    ['claim: 10m', 'claim: 12m', 'Tier 1 has 12m to be claimed instead of 10m.'],
    ['unclaimed: [ping, escalate after 10m]', 'unclaimed: [escalate]', 'Tier 1, when unclaimed: escalate.'],
    ['onDuty: claims-on-duty', 'onDuty: billing', 'On duty for Claims is now @billing.'],
    [
      'lead: { people: [theo@practice.example] }',
      'lead: { group: leads, people: [rosa@practice.example] }',
      'Keystone is now led by the user group @leads and rosa@practice.example.',
    ],
    ['    lead: { people: [theo@practice.example] }\n', '', 'Keystone has no lead any more.'],
    ['saturday: "09:00-14:00"', 'sunday: "09:00-14:00"', 'The hours no longer include Saturday.'],
    [
      'timeZone: America/New_York',
      'timeZone: America/Chicago',
      'The hours are in the time zone America/Chicago, not America/New_York.',
    ],
    ['"2026-12-25", ', '', '2026-12-25 is no holiday any more.'],
    [
      'channels:\n',
      'absences: [{ person: U0MAYA, from: 2026-12-21, until: 2027-01-02 }]\nchannels:\n',
      'New absence: U0MAYA from 2026-12-21 until 2027-01-02.',
    ],
    [
      'announcements: ohh-timesroom',
      'announcements: news',
      'Announcements move from #ohh-timesroom to #news.',
    ],
  ])('%s becoming %s is told as a sentence', (from, to, sentence) => {
    expect(changesAfter(from, to)).toContain(sentence);
  });

  test('an absence with another last day is a new one, and the old one goes', () => {
    const listing = (until: string): Directory =>
      read(
        `${EXAMPLE}\nabsences:\n  - { person: maya@practice.example, from: 2026-12-21, until: ${until} }\n`,
      );

    expect(describeChanges(listing('2027-01-02'), listing('2027-01-09'))).toEqual([
      'New absence: maya@practice.example from 2026-12-21 until 2027-01-09.',
      'No longer listed as an absence: maya@practice.example from 2026-12-21 until 2027-01-02.',
    ]);
  });

  test('a new topic and one that goes are told with what they are', () => {
    const changes = changesAfter(
      'key: billing\n    name: Billing\n    channel: experts-billing',
      'key: dental\n    name: Dental\n    channel: experts-dental\n    states: { OH: dental-ohio }',
    );

    expect(changes).toEqual([
      'New topic Dental in #experts-dental. For Ohio it has #dental-ohio.',
      'Topic Billing goes.',
    ]);
  });

  test('another order of topics is told: the form lists them so', () => {
    const directory = read(EXAMPLE);
    const turned = { ...directory, topics: directory.topics.toReversed() };

    expect(describeChanges(directory, turned)).toEqual(['The topics are listed in another order.']);
  });
});
