import fc from 'fast-check';
import { CLOCK_NAMES, type Directory, ROLES, WEEKDAYS } from '../../../src/directory/directory.ts';
import { STATE_CODES } from '../../../src/shared/states.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9]{1,7}$/);
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => /^[^\s\p{C}](?:[^\p{C}\p{Zl}\p{Zp}]{0,58}[^\s\p{C}])?$/u.test(text));
const person = fc.oneof(
  word.map((text) => `${text}@example.com`),
  word.map((text) => `U0${text.toUpperCase()}`),
);
const people = fc.uniqueArray(person, { maxLength: 3 });
const roster = fc.oneof(
  word.map((handle) => ({ kind: 'group', handle })),
  fc.constant({ kind: 'channel' }),
  fc
    .uniqueArray(person, { minLength: 1, maxLength: 3 })
    .map((listed) => ({ kind: 'people', people: listed })),
);
const holders = fc.oneof(
  people.map((listed) => ({ people: listed })),
  fc.record({ group: word, people }),
);
const openHours = fc.constantFrom({ from: '08:00', to: '20:00' }, { from: '00:00', to: '24:00' });
const days = fc
  .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 })
  .chain((open) => fc.record(Object.fromEntries(open.map((day) => [day, openHours]))));
const redaction = fc.record({
  memberIds: fc.subarray(['HP\\d{7}', 'K-[A-Z]{2}\\d{4,6}', '\\d{5}-\\d{2}']),
  keep: fc.subarray(['DATE', 'URL', 'AGE90']),
  safeWords: fc.subarray(['Keystone', "O'Hara", 'Señal']),
});
const holiday = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const hours = fc.record({
  timeZone: fc.constantFrom('America/New_York', 'Pacific/Honolulu', 'UTC'),
  days,
  holidays: fc.uniqueArray(holiday, { maxLength: 3 }),
});
const absences = fc.uniqueArray(
  fc.tuple(person, holiday, holiday).map(([who, one, other]) => ({
    person: who,
    from: one < other ? one : other,
    until: one < other ? other : one,
  })),
  { maxLength: 3, selector: (absence) => JSON.stringify(absence) },
);
const steps = (...deeds: readonly string[]) =>
  fc.array(fc.record({ deed: fc.constantFrom(...deeds), after: fc.nat({ max: 86_400 }) }), { maxLength: 3 });
const times = { claim: fc.integer({ min: 1, max: 7_200 }), answer: fc.integer({ min: 7_200, max: 86_400 }) };
const unanswered = steps('remind', 'ping', 'escalate');
const live = fc.record({ ...times, unanswered }, { requiredKeys: ['claim', 'answer'] });
const clock = fc.record(
  { ...times, unclaimed: steps('ping', 'escalate'), unanswered, onDuty: word, hours },
  { requiredKeys: ['claim', 'answer'] },
);
const onDuty = fc.oneof(
  fc.constant({}),
  word.map((handle) => ({ onDuty: handle })),
);

const lead = fc.oneof(
  fc.constant({}),
  fc
    .oneof(
      fc.uniqueArray(person, { minLength: 1, maxLength: 2 }).map((listed) => ({ people: listed })),
      fc.record({ group: word, people }),
    )
    .map((holder) => ({ lead: holder })),
);

/** Valid directories of every shape: names in any script, any number of everything, each state in at most one region. */
export const aDirectory: fc.Arbitrary<Directory> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(word, name, roster), { minLength: 1, maxLength: 4, ...unique() }),
    fc.uniqueArray(fc.tuple(word, name), { maxLength: 4, ...unique() }),
    fc.uniqueArray(fc.tuple(word, name, fc.subarray([...STATE_CODES], { maxLength: 3 })), {
      maxLength: 5,
      ...unique(),
    }),
    fc.shuffledSubarray([...STATE_CODES]),
    fc.record({
      roles: fc.record({
        ...Object.fromEntries(ROLES.map((role) => [role, holders])),
        admin: fc.record({ people: fc.uniqueArray(person, { minLength: 1, maxLength: 2 }) }),
      }),
      clocks: fc.record({
        ...Object.fromEntries(CLOCK_NAMES.map((each) => [each, clock])),
        live,
      }),
      hours,
      absences,
      onDuty,
      lead,
    }),
    fc.option(redaction),
  )
  .map(([teams, regions, topics, states, { onDuty: called, lead: led, ...rest }, ownRules]) => ({
    careTeams: teams.map(([key, title, members], index) => ({
      key,
      name: title,
      channel: `care-${key}`,
      emoji: key,
      states: states.slice(index, index + 3),
      roster: members,
      ...(index === 0 && called),
      ...(index === teams.length - 1 && led),
    })),
    regions: regions.map(([key, title], index) => ({
      key,
      name: title,
      channel: `region-${key}`,
      states: states.filter((_, position) => position % regions.length === index),
      ...(index === 1 && called),
    })),
    topics: topics.map(([key, title, own]) => ({
      key,
      name: title,
      channel: `experts-${key}`,
      states: Object.fromEntries(own.map((state) => [state, `experts-${key}-${state.toLowerCase()}`])),
      ...called,
    })),
    ...rest,
    channels: { announcements: 'news', feedback: 'C0FEEDBACK' },
    ...(ownRules && { redaction: ownRules }),
  })) as unknown as fc.Arbitrary<Directory>;

function unique() {
  return {
    comparator: 'IsStrictlyEqual',
    selector: ([key]: readonly [string, ...unknown[]]) => key,
  } as const;
}
