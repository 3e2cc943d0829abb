import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { channelsOf } from '../../../src/directory/directory.ts';
import { parseDirectory } from '../../../src/directory/parse.ts';
import { STATE_CODES } from '../../../src/shared/states.ts';

const EXAMPLE = readFileSync('practice/directory.yaml', 'utf8');

function problems(source: string): readonly string[] {
  const parsed = parseDirectory(source);
  return parsed.kind === 'invalid' ? parsed.problems.map(({ line, message }) => `${line}: ${message}`) : [];
}

/** The problems after one change of the example, with the line of the change as `HERE`. */
function after(from: string, to: string): readonly string[] {
  if (!EXAMPLE.includes(from)) throw new Error(`The example has no ${from}`);
  const line = EXAMPLE.slice(0, EXAMPLE.indexOf(from)).split('\n').length;
  return problems(EXAMPLE.replace(from, to)).map((problem) =>
    problem.replace(new RegExp(`^${line}:`), 'HERE:'),
  );
}

describe('the example', () => {
  const parsed = parseDirectory(EXAMPLE);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  const { directory } = parsed;

  test('is valid, and nothing in it is doubtful', () => {
    expect(parsed.warnings).toEqual([]);
  });

  test('has every state and DC in exactly one region, four care teams and six topics', () => {
    const held = directory.regions.flatMap(({ states }) => states);

    expect(held.toSorted()).toEqual([...STATE_CODES].toSorted());
    expect(directory.careTeams.map(({ key }) => key)).toEqual([
      'keystone',
      'lonestar',
      'sunshine',
      'pacific',
    ]);
    expect(directory.topics.map(({ key }) => key)).toEqual([
      'claims',
      'providers',
      'eligibility',
      'pharmacy',
      'billing',
      'prior_authorization',
    ]);
  });

  test('knows each form of roster, and durations in seconds', () => {
    expect(directory.careTeams.map(({ roster }) => roster.kind)).toEqual([
      'group',
      'group',
      'channel',
      'people',
    ]);
    expect(directory.clocks.live).toMatchObject({ claim: 90, answer: 600 });
    expect(directory.clocks.tier1.unclaimed).toEqual([
      { deed: 'ping', after: 0 },
      { deed: 'escalate', after: 600 },
    ]);
    expect(channelsOf(directory)).toContain('experts-claims-florida');
  });
});

describe('mistakes in the file', () => {
  test.each([
    [
      'a state in two regions',
      'states: [AR, LA, OK, TX]',
      'states: [AR, LA, OK, TX, OH]',
      'HERE: OH is in two regions: midwest and south.',
    ],
    [
      'an unknown state',
      'states: { FL: experts',
      'states: { FX: experts',
      'HERE: Topic claims: states.FX is not the code of a state; write two capital letters, such as PA.',
    ],
    [
      'a state by its name',
      '[FL, GA, AL]',
      '[Florida, GA, AL]',
      'HERE: Care team sunshine: item 1 of states is "Florida", not the code of a state; write FL.',
    ],
    [
      'a topic of the form itself',
      'key: billing',
      'key: general',
      "HERE: Topic general: key is one of the form's own choices; take another.",
    ],
    ['the same key twice', 'key: billing', 'key: claims', 'HERE: Two topics have the key claims.'],
    ['the same name twice', 'name: Billing', 'name: claims', 'HERE: Two topics have the name claims.'],
    [
      'the same emoji twice',
      'emoji: pacific',
      'emoji: sunshine',
      'HERE: Two care teams have the emoji sunshine.',
    ],
    [
      'a channel with two uses',
      'feedback: web-member-feedback',
      'feedback: care-pacific',
      'HERE: The channel care-pacific already has another use in this file.',
    ],
    [
      'a channel taken for a comment',
      'channel: experts-billing',
      'channel: #experts-billing',
      'HERE: Topic billing: channel has no value (YAML takes # and what follows for a comment).',
    ],
    [
      'a channel with a space',
      'channel: experts-billing',
      'channel: Experts Billing',
      'HERE: Topic billing: channel must be the name of a channel (lower case, no spaces, without #) or its id (C0123456789).',
    ],
    [
      'a misspelt key',
      'channel: experts-billing',
      'channel: experts-billing\n    stats: {}',
      'Topic billing: stats is not a known key. Did you mean states?',
    ],
    [
      'two rosters',
      '{ channel: true }',
      '{ channel: true, group: x }',
      'HERE: Care team sunshine: roster must be one of { group: handle }, { channel: true } and { people: [...] }.',
    ],
    [
      'a person who is neither',
      '[wei@practice.example]',
      '[wei]',
      'HERE: Care team pacific: item 1 of roster.people must be an e-mail address or a Slack user id (U0123456789).',
    ],
    [
      'a duration in words',
      'claim: 90s',
      'claim: 90 seconds',
      'HERE: Clock live: claim must be a duration such as 90s, 10m or 2h, at most a week.',
    ],
    [
      'more time to claim than to answer',
      '{ claim: 90s, answer: 10m, unanswered: [remind, ping] }',
      '{ claim: 90m, answer: 10m, unanswered: [remind, ping] }',
      'HERE: Clocks: live must not allow more time to claim than to answer.',
    ],
    [
      'something to do about a breach that nobody can do',
      'unanswered: [remind]',
      'unanswered: [remind, shout]',
      'HERE: Clock tier2: item 2 of unanswered must be remind, ping or escalate, and may say when: "escalate after 10m".',
    ],
    [
      'a reminder to nobody',
      'unclaimed: [ping]',
      'unclaimed: [remind]',
      'HERE: Clock tier3: unclaimed can be ping and escalate: nobody has claimed it, so there is nobody to remind.',
    ],
    [
      'a lead who is nobody',
      'lead: { people: [theo@practice.example] }',
      'lead: {}',
      'HERE: Care team keystone: lead must have a group or people, or be left out.',
    ],
    [
      'hours for what always runs',
      'unanswered: [remind, ping] }',
      'unanswered: [remind, ping], onDuty: x }',
      'HERE: Clock live: onDuty is not a known key.',
    ],
    [
      'hours that end before they begin',
      'monday: "08:00-20:00"',
      'monday: "20:00-08:00"',
      'HERE: Hours: days.monday must be two times of one day, such as "08:00-20:00".',
    ],
    [
      'a holiday that does not exist',
      '"2026-11-26"',
      '"2026-11-31"',
      'HERE: Hours: item 1 of holidays must be a real date, such as "2026-12-25".',
    ],
    [
      'an unknown time zone',
      'America/New_York',
      'America/Gotham',
      'HERE: Hours: timeZone must be the name of a time zone, such as America/New_York.',
    ],
    [
      'nobody to tell of trouble',
      '{ people: [alex@practice.example] }',
      '{}',
      'HERE: Roles: admin must have a group or people: somebody has to hear of what goes wrong.',
    ],
    [
      'an unknown role',
      'comms: { group: comms }',
      'coms: { group: comms }',
      'HERE: Roles: coms is not a known key. Did you mean comms?',
    ],
    ['another format', 'version: 1', 'version: 2', 'HERE: version must be 1: it is the format of the file.'],
    [
      'a number for a name',
      'name: Billing',
      'name: 12',
      'HERE: Topic billing: name must be text (put it in quotes).',
    ],
    [
      'a key given twice',
      'name: Billing',
      'name: Billing\n    name: Bills',
      'This is not YAML as it should be: Map keys must be unique.',
    ],
  ])('%s is told with its line', (_, from, to, expected) => {
    const told = after(from, to);

    expect(told).toHaveLength(1);
    expect(told[0]).toContain(expected);
  });

  test('an unknown form of roster is told with those that there are', () => {
    expect(after('{ channel: true }', '{ everyone: true }')).toEqual([
      'HERE: Care team sunshine: roster.everyone is not a known key.',
      'HERE: Care team sunshine: roster must be one of { group: handle }, { channel: true } and { people: [...] }.',
    ]);
  });

  test.each([
    [
      '{ person: maya, from: 2026-12-21, until: 2027-01-02 }',
      'person must be an e-mail address or a Slack user id (U0123456789).',
    ],
    [
      '{ person: U0MAYA, from: 2026-12-21, until: 2026-12-32 }',
      'until must be a real date, such as "2026-12-25".',
    ],
    [
      '{ person: U0MAYA, from: 2026-12-21, until: 2026-12-20 }',
      'until must not be before from: it is the last day of the absence.',
    ],
    ['{ person: U0MAYA, from: 2026-12-21 }', 'until is missing.'],
    ['{ person: U0MAYA, from: 2026-12-22, until: 2026-12-22, why: x }', 'why is not a known key.'],
  ])('the absence %s is told with its line', (absence, expected) => {
    const lines = EXAMPLE.split('\n').length;
    const fine = '{ person: U0MAYA, from: 2026-12-21, until: 2026-12-21 }';

    expect(problems(`${EXAMPLE}absences:\n  - ${fine}\n  - ${absence}\n`)).toEqual([
      `${lines + 2}: Absence number 2: ${expected}`,
    ]);
  });

  test('an absence that is listed twice is told once', () => {
    const absence = '  - { person: U0MAYA, from: 2026-12-21, until: 2027-01-02 }\n';

    expect(problems(`${EXAMPLE}absences:\n${absence}${absence}`)).toEqual([
      expect.stringMatching(/: The absence of U0MAYA from 2026-12-21 until 2027-01-02 is listed twice\.$/),
    ]);
  });

  test('a topic without a channel is told at the topic', () => {
    expect(after('    channel: experts-billing\n', '')).toEqual([
      expect.stringContaining('Topic billing: channel is missing.'),
    ]);
  });

  test('all of them are told at once, in the order of the lines', () => {
    const source = EXAMPLE.replace('name: Keystone', 'name: ""')
      .replace('emoji: pacific', 'emoji: sunshine')
      .replace('claim: 90s', 'claim: soon');

    const lines = problems(source).map((problem) => Number.parseInt(problem, 10));

    expect(lines).toHaveLength(3);
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));
  });

  test('a state in no region is a warning, not a mistake', () => {
    const parsed = parseDirectory(EXAMPLE.replace('MN, MO, ND, NE, OH, SD, WI', 'MN, MO, ND, NE, SD, WI'));

    expect(parsed).toMatchObject({
      kind: 'valid',
      warnings: [{ message: 'No region holds Ohio: questions about a rule there go to the care team.' }],
    });
  });

  test('a few lines of aliases that stand for gigabytes are refused', () => {
    const lines = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let depth = 1; depth < 9; depth += 1) {
      const above = `*a${depth - 1}`;
      lines.push(`b${depth}: &a${depth} [${Array.from({ length: 10 }, () => above).join(', ')}]`);
    }

    expect(problems(lines.join('\n'))).toEqual(['1: Too many *aliases: write things out.']);
  });

  test('whatever the file holds, there is an answer with lines that exist', () => {
    const line = fc.constantFrom(
      ...EXAMPLE.split('\n'),
      '- x',
      '  : [',
      '{',
      '? &a *a',
      '!!set {a}',
      '\u0000',
      'roles: 5',
    );
    const anyFile = fc.oneof(
      fc.string(),
      fc.array(line).map((lines) => lines.join('\n')),
      fc.json(),
    );
    fc.assert(
      fc.property(anyFile, (source) => {
        const parsed = parseDirectory(source);

        const found = parsed.kind === 'invalid' ? parsed.problems : parsed.warnings;
        expect(parsed.kind === 'valid' || found.length > 0).toBe(true);
        for (const problem of found) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(source.split('\n').length);
        }
      }),
    );
  });
});
