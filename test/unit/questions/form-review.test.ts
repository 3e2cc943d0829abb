import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { checkView, checkViewResponse } from '../../../practice/limits/index.ts';
import { ASK, ASK_FORM, type Draft } from '../../../src/questions/form.ts';
import { NO_NOTES, notesOf } from '../../../src/questions/form-notes.ts';
import { reviewForm } from '../../../src/questions/form-review.ts';
import { ViewId } from '../../../src/questions/ids.ts';
import { type Review, reviewOf } from '../../../src/questions/review.ts';
import { createRedactor, tickedIn } from '../../../src/redaction/index.ts';
import { CareTeamKey } from '../../../src/shared/ids.ts';
import { entriesOf } from '../../../src/slack/entries.ts';
import { directoryArbitrary, SMALL, typed } from '../../support/view-samples.ts';

const redact = createRedactor();
const vault = { fingerprint: (text: string) => createHmac('sha256', 'test').update(text).digest() };
const viewId = ViewId.parse('V0123456');
const teams = [CareTeamKey.parse('keystone')];
const facts = { directory: SMALL, teams, memberIdHint: 'R and six digits' };
const TEXT = 'Linda Okafor, SSN 123-45-6789, asks whether Grace covers a second visit.';

function review(text: string, { id = viewId, memberId = null as string | null } = {}): Review {
  return reviewOf({ redact, vault }, { viewId: id, text, memberId }, SMALL);
}

function form(text: string, draft: Partial<Draft> = {}): ModalView {
  return reviewForm(facts, { question: text, topic: null, state: null, ...draft }, NO_NOTES, review(text));
}

function inputs({ blocks }: ModalView): InputBlock[] {
  return (blocks as KnownBlock[]).filter((block) => block.type === 'input');
}

function input(view: ModalView, name: string): InputBlock | undefined {
  return inputs(view).find(({ block_id }) => block_id === name);
}

function ticks(view: ModalView): InputBlock[] {
  return inputs(view).filter(({ block_id }) => block_id?.startsWith('redaction.no-phi'));
}

/** The state that Slack sends when these values are ticked in every group of ticks. */
function ticked(view: ModalView, ...values: readonly string[]) {
  const blocks = ticks(view).map(({ block_id: name = '' }) => [
    name,
    { [name]: { type: 'checkboxes', selected_options: values.map((value) => ({ value })) } },
  ]);
  return entriesOf({ values: Object.fromEntries(blocks) });
}

describe('What will be posted', () => {
  test('is shown with the form beneath it, which asks for nothing else than before', () => {
    const view = form(TEXT);
    expect(view.callback_id).toBe(ASK_FORM);
    expect(view.submit?.text).toBe('Post redacted');
    expect(JSON.stringify(view.blocks[1])).toContain('[name], SSN [ssn], asks whether');
    expect(inputs(view).map(({ block_id }) => block_id)).toEqual(
      expect.arrayContaining([
        ASK.question,
        ASK.topic,
        ASK.state,
        ASK.memberId,
        ASK.exchange,
        ASK.irl,
        ASK.live,
      ]),
    );
  });

  test('keeps every entry, so that nothing is typed twice', () => {
    const draft = {
      topic: 'providers',
      state: 'TX',
      memberId: 'R123456',
      exchange: 'off',
      irl: 'yes',
      live: ['yes'],
    };
    const view = form(TEXT, draft);
    expect(input(view, ASK.question)?.element).toMatchObject({ initial_value: TEXT });
    expect(input(view, ASK.topic)?.element).toMatchObject({ initial_option: { value: 'providers' } });
    expect(input(view, ASK.state)?.element).toMatchObject({ initial_option: { value: 'TX' } });
    expect(input(view, ASK.memberId)?.element).toMatchObject({ initial_value: 'R123456' });
    expect(input(view, ASK.exchange)?.element).toMatchObject({ initial_option: { value: 'off' } });
    expect(input(view, ASK.irl)?.element).toMatchObject({ initial_option: { value: 'yes' } });
    expect(input(view, ASK.live)?.element).toMatchObject({ initial_options: [{ value: 'yes' }] });
  });

  test('remembers in the form only that it was seen, by a seal that holds no word of it', () => {
    const { private_metadata } = form(TEXT);
    expect(notesOf(private_metadata)).toEqual({ ...NO_NOTES, seen: review(TEXT).seal });
    expect(private_metadata).not.toMatch(/Linda|Okafor|123-45|Grace/);
  });

  test('names what is certain, and offers a tick for the rest only', () => {
    const { excerpts } = review(TEXT);
    const offered = ticks(form(TEXT)).flatMap(({ element }) => ('options' in element ? element.options : []));
    const uncertain = excerpts.filter(({ certain }) => !certain);
    expect(uncertain.length).toBeGreaterThan(0);
    expect(offered).toHaveLength(uncertain.length);
    expect(JSON.stringify(form(TEXT).blocks[2])).toContain('[ssn]');
  });
});

describe('The seal of a review', () => {
  test('is the same for the same text in the same form', () => {
    expect(review(TEXT).seal).toBe(review(TEXT).seal);
  });

  test('changes with the text, with what was found in it, and with the form', () => {
    const other = [
      review(`${TEXT} `),
      review(TEXT, { id: ViewId.parse('V0999999') }),
      review('The plan of okaforlin', { memberId: 'okaforlin' }),
      review('The plan of okaforlin'),
    ].map(({ seal }) => seal);
    expect(new Set([review(TEXT).seal, ...other]).size).toBe(5);
  });
});

describe('A tick', () => {
  const sample = review(TEXT);
  const index = (certain: boolean) =>
    `${sample.excerpts.findIndex((excerpt) => excerpt.certain === certain)}`;

  test('names the finding that it stands beside', () => {
    const found = tickedIn(ticked(form(TEXT), index(false)), sample);
    expect(found).toEqual([sample.findings[Number(index(false))]]);
  });

  test('for what is certain counts for nothing, whoever sends it', () => {
    expect(tickedIn(ticked(form(TEXT), index(true), '99', '-1', 'x'), sample)).toEqual([]);
  });

  test('of another review counts for nothing', () => {
    expect(tickedIn(ticked(form(TEXT), '0', '1', '2'), { ...sample, seal: 'another' })).toEqual([]);
  });
});

describe('Whatever was typed', () => {
  const phi = fc.constantFrom(
    'Linda Okafor',
    'maria',
    'Dr. Khan',
    'jan 3rd',
    '123-45-6789',
    'a@b.co',
    'Boise, ID 83702',
  );
  const text = fc
    .array(fc.oneof(phi, typed(60)), { maxLength: 120 })
    .map((parts) => parts.join(' ').slice(0, 3_000));

  test('the form is one that Slack takes', () => {
    fc.assert(
      fc.property(
        directoryArbitrary,
        text,
        fc.constantFrom(null, 'general', 'topic-0'),
        (directory, question, topic) => {
          const draft = { question, topic, state: 'PA', memberId: 'R123456', live: ['yes'] };
          const shown = reviewOf(
            { redact, vault },
            { viewId, text: question, memberId: 'R123456' },
            directory,
          );
          const view = reviewForm({ ...facts, directory }, draft, NO_NOTES, shown);
          expect(checkView(view)).toEqual([]);
          expect(checkViewResponse({}, { response_action: 'update', view })).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('what is ticked is among what was found, and never certain', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 40 })), (question, indexes) => {
        const shown = review(question);
        const entries = ticked(form(question), ...indexes.map(String));
        for (const finding of tickedIn(entries, shown)) {
          expect(shown.excerpts.find((excerpt) => excerpt.finding === finding)?.certain).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});
