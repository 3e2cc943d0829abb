import { describe, expect, test } from '@jest/globals';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { checkMessage, checkView } from '../../../practice/limits/index.ts';
import type { QuestionEvent } from '../../../src/questions/event.ts';
import { QuestionEventId } from '../../../src/questions/ids.ts';
import {
  BLANK,
  escalateForm,
  handOverForm,
  MOVE,
  MoveNotes,
  pleaseWait,
  retargetForm,
  wordsOnly,
} from '../../../src/questions/modals.ts';
import { draftOf, noteIn, personIn, pickedIn, targetIn } from '../../../src/questions/move-entries.ts';
import {
  answeredNote,
  cameFromNote,
  handedOverNote,
  isMove,
  movedNote,
  notYetNote,
  reopenedNote,
  strandedNote,
  unpostableMessage,
} from '../../../src/questions/note-views.ts';
import { SlackUserId, TopicKey } from '../../../src/shared/ids.ts';
import { entriesOf } from '../../../src/slack/entries.ts';
import {
  directoryArbitrary,
  linkArbitrary,
  placeArbitrary,
  questionArbitrary,
  redacted,
  SMALL,
  sampleQuestion,
  typed,
} from '../../support/view-samples.ts';

const question = sampleQuestion();
const click = { questionId: question.id, seen: 0 };

function inputs({ blocks }: ModalView): InputBlock[] {
  return (blocks as KnownBlock[]).filter((block) => block.type === 'input');
}

function input(view: ModalView, name: string): InputBlock | undefined {
  return inputs(view).find(({ block_id }) => block_id === name);
}

function at(tier: 1 | 2 | 3) {
  return { ...question.placement, tier };
}

describe('The escalation form', () => {
  test.each([
    ['tier 1 with a state', sampleQuestion({ placement: at(1) }), ['2', '3'], '2'],
    ['tier 1 with only a topic', sampleQuestion({ placement: at(1), state: null }), ['2', '3'], '3'],
    [
      'tier 1 with neither',
      sampleQuestion({ placement: at(1), state: null, topic: 'general' }),
      ['2', '3'],
      '2',
    ],
    ['tier 2', sampleQuestion({ placement: at(2) }), ['3'], '3'],
    ['tier 3', sampleQuestion({ placement: at(3) }), ['3'], '3'],
  ])('offers from %s what is above, the next tier first', (_, asked, offered, chosen) => {
    const view = escalateForm({ question: asked, click, directory: SMALL }, BLANK);
    expect(input(view, MOVE.tier)?.element).toMatchObject({
      options: offered.map((value) => ({ value })),
      initial_option: { value: chosen },
    });
  });

  test('leaves the topic to choose at the top, where the own one leads nowhere new', () => {
    const view = escalateForm(
      { question: sampleQuestion({ placement: at(3) }), click, directory: SMALL },
      BLANK,
    );
    expect(input(view, MOVE.topic)?.element).not.toHaveProperty('initial_option');
  });

  test('carries ids, and nothing that was typed', () => {
    const { private_metadata } = escalateForm(
      { question, click, directory: SMALL },
      { ...BLANK, note: 'typed' },
    );
    expect(MoveNotes.parse(JSON.parse(private_metadata ?? ''))).toEqual(click);
  });

  test('is shown again as it was filled in, with what is wrong', () => {
    const entries = entriesOf({
      values: {
        [MOVE.tier]: { [MOVE.tier]: { selected_option: { value: '3' } } },
        [MOVE.topic]: { [MOVE.topic]: { selected_option: { value: 'claims' } } },
        [MOVE.note]: { [MOVE.note]: { value: 'Asked twice' } },
      },
    });
    expect(pickedIn(entries)).toEqual({ tier: 3, topic: 'claims', state: null });
    const view = escalateForm({ question, click, directory: SMALL }, draftOf(entries, 'Choose a state.'));
    expect(view.blocks[0]).toMatchObject({ text: { text: ':warning: Choose a state.' } });
    expect(input(view, MOVE.topic)?.element).toMatchObject({ initial_option: { value: 'claims' } });
    expect(input(view, MOVE.note)?.element).toMatchObject({ initial_value: 'Asked twice' });
  });

  test('keeps a topic that the directory has lost', () => {
    const lost = sampleQuestion({ topic: TopicKey.parse('dental') });
    const view = retargetForm({ question: lost, click, directory: SMALL }, BLANK);
    expect(input(view, MOVE.topic)?.element).toMatchObject({ initial_option: { value: 'dental' } });
  });
});

test('Every form and its words are such that Slack takes them', () => {
  fc.assert(
    fc.property(
      directoryArbitrary,
      questionArbitrary,
      typed(1_200),
      typed(2_000),
      (directory, asked, note, problem) => {
        const facts = { question: asked, click, directory };
        const draft = { ...BLANK, note, problem };
        for (const view of [
          escalateForm(facts, BLANK),
          escalateForm(facts, draft),
          handOverForm(facts, draft),
          retargetForm(facts, draft),
          pleaseWait('Escalate'),
          wordsOnly('Escalate', 'You may not.'),
        ]) {
          expect(checkView(view)).toEqual([]);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('Whatever a form sends is read or refused, and nothing is thrown', () => {
  const names = Object.values(MOVE);
  const state = fc.oneof(
    fc.anything(),
    fc.record({
      values: fc.dictionary(
        fc.constantFrom(...names),
        fc.dictionary(fc.constantFrom(...names), fc.anything()),
      ),
    }),
  );
  fc.assert(
    fc.property(state, (anything) => {
      const entries = entriesOf(anything);
      expect([targetIn(entries), pickedIn(entries), personIn(entries), noteIn(entries)]).toHaveLength(4);
    }),
  );
});

const stop = (tier: 1 | 2 | 3, placeName: string) => ({
  tier,
  placeName,
  place: 'x',
  channel: question.placement.channel,
  move: 0,
});

function event(detail: QuestionEvent['detail'], note: string | null): QuestionEvent {
  return {
    id: QuestionEventId.parse('01900000-0000-7000-8000-000000000009'),
    by: SlackUserId.parse('U0ROSA'),
    at: new Date(),
    statusBefore: 'open',
    statusAfter: 'open',
    note: note === null ? null : redacted(note),
    detail,
  };
}

describe('Notes in threads', () => {
  test('link both ways and say who moved the question, and why', () => {
    const detail = {
      kind: 'escalated' as const,
      from: stop(1, 'Keystone care team'),
      to: stop(3, 'Providers experts'),
      topic: question.topic,
      state: question.state,
    };
    const escalated = event(detail, 'Nobody here knows');
    const there = JSON.stringify(movedNote(escalated, detail, 'https://x.example/new'));
    expect(there).toContain(
      '<@U0ROSA> escalated this to <#C0EXPERTSPROVIDERS> (Tier 3 · Providers experts). ',
    );
    expect(there).toContain('<https://x.example/new|Go to the new card>');
    expect(there).toContain('Nobody here knows');
    const back = JSON.stringify(cameFromNote(escalated, detail, 'https://x.example/old'));
    expect(back).toContain(
      '<@U0ROSA> escalated this from <#C0EXPERTSPROVIDERS> (Tier 1 · Keystone care team). ',
    );
    expect(back).toContain('<https://x.example/old|Read the earlier thread>');
  });

  test('are such that Slack takes them', () => {
    fc.assert(
      fc.property(
        questionArbitrary,
        typed(300),
        fc.option(typed(3_000)),
        linkArbitrary,
        placeArbitrary,
        (asked, placeName, why, link, place) => {
          const detail = {
            kind: 'rerouted' as const,
            from: stop(1, placeName),
            to: stop(2, placeName),
            errorCode: 'x',
          };
          const moved = event(detail, why);
          expect(isMove(moved.detail)).toBe(true);
          for (const drawn of [
            movedNote(moved, detail, link),
            cameFromNote({ ...moved, by: null }, detail, link),
            handedOverNote(moved, 'U0LEE'),
            reopenedNote(moved, asked),
            notYetNote(moved, asked),
            answeredNote(moved, { author: 'U0LEE', channel: 'C0CLAIMS' }, link),
            strandedNote(moved),
            unpostableMessage(place),
          ]) {
            expect(checkMessage({ channel: 'C0CLAIMS', ...drawn })).toEqual([]);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
