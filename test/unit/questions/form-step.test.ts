import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AskRules } from '../../../src/questions/form-entries.ts';
import { parseStep, STEP, type StepInputs } from '../../../src/questions/form-step.ts';
import { CareTeamKey } from '../../../src/shared/ids.ts';
import { STATE_CODES, STATES } from '../../../src/shared/states.ts';
import { directoryArbitrary, SMALL } from '../../support/view-samples.ts';

const keystone = CareTeamKey.parse('keystone');
const lonestar = CareTeamKey.parse('lonestar');

const rules: AskRules = {
  directory: SMALL,
  teams: [keystone],
  memberIdPattern: /^R\d{6}$/i,
  memberIdHint: 'R and six digits',
};
const PLAIN = { question: 'Is acupuncture covered?', topic: 'providers' };

function parse(inputs: StepInputs, changes: Partial<AskRules> = {}) {
  return parseStep({ ...PLAIN, ...inputs }, { ...rules, ...changes });
}

function entries(inputs: StepInputs, changes: Partial<AskRules> = {}) {
  const parsed = parse(inputs, changes);
  if (parsed.kind === 'incomplete') throw new Error(parsed.advice);
  return parsed.entries;
}

function advice(inputs: StepInputs, changes: Partial<AskRules> = {}) {
  const parsed = parse(inputs, changes);
  return parsed.kind === 'incomplete' ? parsed.advice : undefined;
}

describe('What a workflow gives to the step', () => {
  test('is enough with a question and a topic.', () => {
    expect(entries({})).toEqual({
      text: 'Is acupuncture covered?',
      topic: 'providers',
      state: null,
      memberId: null,
      exchange: null,
      irl: false,
      live: false,
      careTeam: keystone,
    });
  });

  test('may name everything by key or by name, in capitals or not.', () => {
    const all = { topic: ' CLAIMS ', state: 'florida', exchange: 'On exchange', irl: 'Yes', live: true };
    expect(entries({ ...all, member_id: ' r123456' })).toMatchObject({
      topic: 'claims',
      state: 'FL',
      exchange: 'on',
      irl: true,
      live: true,
      memberId: 'r123456',
    });
    expect(entries({ topic: 'state rule or guideline', state: 'pa', exchange: 'off' })).toMatchObject({
      topic: 'state_rule',
      state: 'PA',
      exchange: 'off',
    });
    expect(entries({ topic: 'General', care_team: 'lone star' }, { teams: [] }).careTeam).toBe(lonestar);
  });

  test('belongs to the only care team of its requester, whatever the workflow says.', () => {
    expect(entries({ topic: 'general', care_team: 'lonestar' }).careTeam).toBe(keystone);
  });

  test.each<[StepInputs, string]>([
    [{ question: '  ' }, 'Question: Write your question here.'],
    [{ question: ['a'] }, 'Question: This has to be text.'],
    [{ question: 'a'.repeat(3_001) }, 'Question: A question has 3,000 characters at most.'],
    [{ topic: '' }, 'Topic: Choose a topic. "General, or not sure" always does.'],
    [
      { topic: 'astrology' },
      'Topic: None is called that. There are: General, General, or not sure, State rule or guideline, Claims, Providers.',
    ],
    [{ state: 'PQ' }, 'State: No state is called that. Give its name or its code, such as PA.'],
    [{ topic: 'state_rule' }, 'State: Choose a state. Needed here: the state decides which region answers.'],
    [
      { member_id: '12' },
      'Member ID: A member ID is R and six digits. Leave it empty if the question is about no one member.',
    ],
    [{ member_id: {} }, 'Member ID: This has to be text.'],
    [{ exchange: 'maybe' }, 'On/Off Exchange: Give On Exchange, Off Exchange, or nothing.'],
    [{ irl: 'perhaps' }, 'IRL Support Needed?: Give yes or no.'],
    [{ live: 7 }, 'The member is on the line: Give yes or no.'],
    [{ care_team: 'nobody' }, 'Care team: None is called that. There are: Keystone, Lone Star.'],
  ])('is refused with a sentence: %j', (inputs, words) => {
    expect(advice(inputs)).toBe(words);
  });

  test('is told every problem at once, in the order of the form.', () => {
    expect(advice({ question: '', topic: 'astrology', live: 'perhaps' })).toMatch(
      /^Question: .* Topic: .* The member is on the line: /,
    );
  });

  test('needs a care team for a general question of somebody on none.', () => {
    expect(advice({ topic: 'general' }, { teams: [] })).toBe(
      'Care team: A general question goes to a care team first. Choose which one.',
    );
  });
});

describe('Whatever a workflow gives to the step', () => {
  const value = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'claims',
      'general',
      'state_rule',
      'PA',
      'Texas',
      'yes',
      'on',
      'R123456',
      'keystone',
      true,
    ),
  );
  const anyInputs = fc.record(Object.fromEntries(Object.values(STEP).map((name) => [name, value])), {
    requiredKeys: [],
  });

  test('it is a possible question or refused in words, and never an error.', () => {
    fc.assert(
      fc.property(anyInputs, directoryArbitrary, (inputs, directory) => {
        const parsed = parseStep(inputs, { ...rules, teams: [], directory });
        if (parsed.kind === 'incomplete') return /^[A-Z][^:]*: \S/.test(parsed.advice);
        const { text, topic, state, memberId } = parsed.entries;
        const topics = ['general', 'state_rule', ...directory.topics.map(({ key }) => key)];
        return (
          text.length > 0 &&
          text.length <= 3_000 &&
          topics.includes(topic) &&
          (state === null || STATE_CODES.includes(state)) &&
          (memberId === null || /^R\d{6}$/i.test(memberId))
        );
      }),
    );
  });

  test('a name leads to the same as its key, however it is written.', () => {
    const written = fc.tuple(fc.constantFrom(...STATE_CODES), fc.boolean(), fc.constantFrom('', ' ', '\t'));
    fc.assert(
      fc.property(written, ([code, loud, space]) => {
        const name = loud ? STATES[code].toUpperCase() : STATES[code].toLowerCase();
        return (
          entries({ state: `${space}${name}${space}` }).state === code &&
          entries({ state: code }).state === code
        );
      }),
    );
  });

  test('what was wrong is not repeated: it may be PHI.', () => {
    const secret = fc.stringMatching(/^zq[0-9]{4,8}$/);
    fc.assert(
      fc.property(secret, fc.constantFrom(...Object.values(STEP)), (words, name) => {
        return !(advice({ [name]: words }) ?? '').includes(words);
      }),
    );
  });
});
