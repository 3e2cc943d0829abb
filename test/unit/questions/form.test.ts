import { describe, expect, test } from '@jest/globals';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { checkView, checkViewResponse } from '../../../practice/limits/index.ts';
import { ASK, askForm, type Draft, loadingForm, troubledForm } from '../../../src/questions/form.ts';
import { type AskRules, parseAsk, showable } from '../../../src/questions/form-entries.ts';
import { NO_NOTES as NOWHERE, notesOf } from '../../../src/questions/form-notes.ts';
import { CareTeamKey, ChannelId, MessageTs } from '../../../src/shared/ids.ts';
import { entriesOf } from '../../../src/slack/entries.ts';
import { directoryArbitrary, SMALL, typed } from '../../support/view-samples.ts';

const keystone = CareTeamKey.parse('keystone');
const lonestar = CareTeamKey.parse('lonestar');
const BLANK: Draft = { question: '', topic: null, state: null };

function inputs({ blocks }: ModalView): InputBlock[] {
  return (blocks as KnownBlock[]).filter((block) => block.type === 'input');
}

function input(view: ModalView, name: string): InputBlock | undefined {
  return inputs(view).find(({ block_id }) => block_id === name);
}

function form(draft: Partial<Draft> = {}, teams = [keystone]) {
  return askForm(
    { directory: SMALL, teams, memberIdHint: 'R and six digits' },
    { ...BLANK, ...draft },
    NOWHERE,
  );
}

describe('The form', () => {
  test('asks what the card will show, in that order', () => {
    const labels = inputs(form()).map(({ label }) => label.text);
    expect(labels).toEqual([
      'Question',
      'Topic',
      'State',
      'Member ID',
      'On/Off Exchange',
      'IRL Support Needed?',
      'The member is on the line',
    ]);
  });

  test('begins the topics with the two that always do', () => {
    expect(input(form(), ASK.topic)?.element).toMatchObject({
      options: [
        { text: { text: 'General, or not sure' }, value: 'general' },
        { text: { text: 'State rule or guideline' }, value: 'state_rule' },
        { text: { text: 'Claims' }, value: 'claims' },
        { text: { text: 'Providers' }, value: 'providers' },
      ],
    });
  });

  test("puts the states of the asker's team first", () => {
    expect(input(form(), ASK.state)?.element).toMatchObject({
      option_groups: [
        { label: { text: "Your team's states" }, options: [{ value: 'NJ' }, { value: 'PA' }] },
        { label: { text: 'Other states' } },
      ],
    });
  });

  test.each([
    ['state_rule', 'the state decides which region answers'],
    ['claims', 'Claims has experts of their own for some states'],
  ])('needs a state for the topic %s and says why', (topic, reason) => {
    const state = input(form({ topic }), ASK.state);
    expect(state?.optional).toBe(false);
    expect(state?.hint?.text).toContain(reason);
  });

  test('needs no state for other topics', () => {
    expect(input(form({ topic: 'providers' }), ASK.state)).toMatchObject({ optional: true });
  });

  test.each([
    ['several teams', [keystone, lonestar], ['keystone', 'lonestar']],
    ['no team', [], ['keystone', 'lonestar']],
  ])('asks people on %s for the care team', (_, teams, offered) => {
    const element = input(form({}, teams), ASK.careTeam)?.element;
    expect(element).toMatchObject({ options: offered.map((value) => ({ value })) });
  });

  test('starts with what the person chose last time, if it is still there', () => {
    const view = form({ topic: 'providers', state: 'TX' });
    expect(input(view, ASK.topic)?.element).toMatchObject({ initial_option: { value: 'providers' } });
    expect(input(view, ASK.state)?.element).toMatchObject({ initial_option: { value: 'TX' } });
    expect(input(form({ topic: 'gone' }), ASK.topic)?.element).not.toHaveProperty('initial_option');
  });

  test('keeps the names of its inputs from the first moment on, so that what was typed survives', () => {
    const names = [loadingForm('', NOWHERE), troubledForm('', NOWHERE, 'Wait.'), form()].map(
      (view) => input(view, ASK.question)?.element.action_id,
    );
    expect(names).toEqual([ASK.question, ASK.question, ASK.question]);
  });

  test('carries the message that it was opened from by its ids', () => {
    const source = { channel: ChannelId.parse('C0CARE'), ts: MessageTs.parse('1760000000.000100') };
    const { private_metadata } = loadingForm('typed', { ...NOWHERE, source, fromHome: true });
    expect(private_metadata).not.toContain('typed');
    expect(notesOf(private_metadata)).toEqual({ source, fromHome: true, seen: null });
    expect(notesOf('{"source":{"channel":"x"}}')).toEqual(NOWHERE);
    expect(notesOf('nonsense')).toEqual(NOWHERE);
  });

  test('is one that Slack takes, for every directory and whatever was typed', () => {
    fc.assert(
      fc.property(
        directoryArbitrary,
        fc.nat({ max: 3 }),
        typed(4_000),
        fc.constantFrom(null, 'general', 'state_rule', 'topic-0', 'topic-100', 'gone'),
        fc.constantFrom(null, 'PA', 'XX'),
        (directory, onTeams, question, topic, state) => {
          const teams = directory.careTeams.slice(0, onTeams).map(({ key }) => key);
          const facts = { directory, teams, memberIdHint: 'R and six digits' };
          expect(checkView(askForm(facts, { question, topic, state }, NOWHERE))).toEqual([]);
          expect(checkView(loadingForm(question, NOWHERE))).toEqual([]);
          expect(checkView(troubledForm(question, NOWHERE, 'Wait a moment.'))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const rules: AskRules = {
  directory: SMALL,
  teams: [keystone],
  memberIdPattern: /R\d{6}/,
  memberIdHint: 'R and six digits, such as R123456',
};

function filled(changes: Record<string, unknown> = {}) {
  const values: Record<string, unknown> = {
    [ASK.question]: { value: 'Is it covered?' },
    [ASK.topic]: { selected_option: { value: 'providers' } },
    [ASK.state]: { selected_option: { value: 'PA' } },
    [ASK.memberId]: { value: null },
    [ASK.exchange]: { selected_option: null },
    [ASK.irl]: { selected_option: { value: 'no' } },
    [ASK.live]: { selected_options: [] },
    ...changes,
  };
  return entriesOf({
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { [name]: value }])),
  });
}

function errorsOf(changes: Record<string, unknown>, more: Partial<AskRules> = {}) {
  const parsed = parseAsk(filled(changes), { ...rules, ...more });
  return parsed.kind === 'incomplete' ? parsed.errors : undefined;
}

describe('What was filled in', () => {
  test('is read into a question', () => {
    const all = filled({
      [ASK.memberId]: { value: ' r111 111 ' },
      [ASK.exchange]: { selected_option: { value: 'off' } },
      [ASK.irl]: { selected_option: { value: 'yes' } },
      [ASK.live]: { selected_options: [{ value: 'yes' }] },
    });
    expect(parseAsk(all, rules)).toEqual({
      kind: 'complete',
      entries: {
        text: 'Is it covered?',
        topic: 'providers',
        state: 'PA',
        memberId: 'R111111',
        exchange: 'off',
        irl: true,
        live: true,
        careTeam: 'keystone',
      },
    });
  });

  test('may leave out what is optional', () => {
    const parsed = parseAsk(filled({ [ASK.state]: { selected_option: null } }), rules);
    expect(parsed).toMatchObject({
      kind: 'complete',
      entries: { state: null, memberId: null, exchange: null },
    });
  });

  test('is told what a member ID looks like', () => {
    expect(errorsOf({ [ASK.memberId]: { value: 'R12' } })).toEqual({
      [ASK.memberId]:
        'A member ID is R and six digits, such as R123456. Leave it empty if the question is about no one member.',
    });
  });

  test('needs a state where the topic does', () => {
    const changes = {
      [ASK.topic]: { selected_option: { value: 'claims' } },
      [ASK.state]: { selected_option: null },
    };
    expect(errorsOf(changes)).toMatchObject({ [ASK.state]: expect.stringMatching(/^Choose a state\./) });
  });

  test('has all its problems named at once', () => {
    const errors = errorsOf({
      [ASK.question]: { value: ' \u200b ' },
      [ASK.topic]: { selected_option: null },
      [ASK.state]: { selected_option: { value: 'XX' } },
      [ASK.memberId]: { value: '?' },
    });
    expect(Object.keys(errors ?? {})).toEqual([ASK.question, ASK.topic, ASK.state, ASK.memberId]);
  });

  test('needs the care team for a general question of somebody on none', () => {
    const general = { [ASK.topic]: { selected_option: { value: 'general' } } };
    expect(errorsOf(general, { teams: [] })).toHaveProperty([ASK.careTeam]);
    expect(
      errorsOf({ [ASK.topic]: { selected_option: { value: 'providers' } } }, { teams: [] }),
    ).toBeUndefined();
  });

  test('may not name a care team that was not offered', () => {
    const chosen = { [ASK.careTeam]: { selected_option: { value: 'sunshine' } } };
    expect(errorsOf(chosen, { teams: [keystone, lonestar] })).toHaveProperty([ASK.careTeam]);
  });

  test('whatever comes in, there is a question or an error under an input of the form', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ values: fc.dictionary(fc.constantFrom(...Object.values(ASK)), fc.anything()) }),
      fc.record({
        values: fc.record({
          [ASK.question]: fc.record({ [ASK.question]: fc.record({ value: fc.anything() }) }),
          [ASK.topic]: fc.record({ [ASK.topic]: fc.record({ selected_option: fc.anything() }) }),
          [ASK.memberId]: fc.record({ [ASK.memberId]: fc.record({ value: fc.string() }) }),
        }),
      }),
    );
    const shown = form();
    const names = new Set(shown.blocks.flatMap(({ block_id }) => block_id ?? []));
    fc.assert(
      fc.property(anything, fc.constantFrom([], [keystone], [keystone, lonestar]), (state, teams) => {
        const parsed = parseAsk(entriesOf(state), { ...rules, teams });
        const isAsked = parsed.kind === 'complete' && parsed.entries.text !== '';
        const errors = parsed.kind === 'complete' ? {} : showable(parsed.errors, names);
        expect(isAsked).toBe(Object.keys(errors).length === 0);
        const response = { response_action: 'errors', errors };
        expect(isAsked ? [] : checkViewResponse(shown, response)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('shows an error about an input that the form does not have under the question', () => {
    expect(showable({ a: 'A.', b: 'B.' }, new Set(['a', ASK.question]))).toEqual({
      a: 'A.',
      [ASK.question]: 'B.',
    });
  });
});
