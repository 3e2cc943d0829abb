import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage, checkView } from '../../../practice/limits/index.ts';
import { clockLine } from '../../../src/questions/clock-words.ts';
import { duplicateForm, MOST_ORIGINALS } from '../../../src/questions/duplicate-modals.ts';
import type { EventDetail, QuestionEvent } from '../../../src/questions/event.ts';
import { QuestionEventId } from '../../../src/questions/ids.ts';
import { callMessage } from '../../../src/questions/live-views.ts';
import { BLANK } from '../../../src/questions/modals.ts';
import { originalIn } from '../../../src/questions/move-entries.ts';
import * as notes from '../../../src/questions/wait-note-views.ts';
import { QuestionId, SlackUserId, UserGroupId } from '../../../src/shared/ids.ts';
import { entriesOf } from '../../../src/slack/entries.ts';
import {
  linkArbitrary,
  questionArbitrary,
  redacted,
  sampleQuestion,
  typed,
} from '../../support/view-samples.ts';
import { clockArbitrary } from '../../support/wait-samples.ts';

const at = (time: string) => new Date(`2026-11-02T${time}Z`);
const noon = at('12:00:00');
const claim = { kind: 'claim', startedAt: at('11:56:00'), dueAt: at('12:06:00') } as const;
const shown = (text: string) => text.replaceAll(/<!date\^\d+\^[^|]*\|([^>]*)>/g, '$1');

describe("A clock in people's words", () => {
  test('says how long it has been and what comes next', () => {
    const next = { deed: 'escalate', at: at('12:06:00'), to: 'Claims experts' } as const;

    expect(shown(clockLine({ ...claim, next }, noon))).toBe(
      ':stopwatch: Unclaimed for 4 min, goes to Claims experts in 6 min',
    );
    expect(
      shown(clockLine({ ...claim, next: { deed: 'call', at: at('12:00:40'), to: 'Claims experts' } }, noon)),
    ).toBe(':stopwatch: Unclaimed for 4 min, Claims experts are asked in 40 s');
  });

  test('says that it is over its time, and what is still to come', () => {
    const late = at('12:10:00');
    const answer = { kind: 'answer', startedAt: at('10:00:00'), dueAt: at('12:00:00') } as const;

    expect(shown(clockLine({ ...claim, next: null }, late))).toBe(
      ':warning: *Over its time:* Unclaimed for 14 min',
    );
    expect(shown(clockLine({ ...answer, next: { deed: 'ping', at: at('12:30:00') } }, late))).toBe(
      ':warning: *Over its time:* an answer was due 10 min ago, those on duty are called in 20 min',
    );
    expect(shown(clockLine({ ...answer, next: null }, at('11:00:00')))).toBe(
      ':stopwatch: An answer is due in 1 h',
    );
  });

  test('is told by the time of day where Slack shows that, so that it stays right', () => {
    const line = clockLine({ ...claim, next: { deed: 'ping', at: at('12:06:00') } }, noon);
    const tomorrow = new Date(noon.getTime() + 24 * 3_600_000);

    expect(line).toContain('^Unclaimed since {time}|');
    expect(line).toContain('^at {time}|in 6 min>');
    expect(clockLine({ ...claim, next: { deed: 'ping', at: tomorrow } }, noon)).toContain(
      '{date_short_pretty}',
    );
  });
});

const group = UserGroupId.parse('S0CLAIMS');
const rosa = SlackUserId.parse('U0ROSA');

describe('A call to take a live question', () => {
  test('mentions whom it is for, and offers to take it, until somebody has', () => {
    const question = sampleQuestion({ live: true });
    const call = { question, move: 0, groupId: null, cardLink: null };

    const open = JSON.stringify(callMessage(call));
    expect(open).toContain('<!channel>');
    expect(open).toContain("I'll take it");
    expect(JSON.stringify(callMessage({ ...call, groupId: group }))).toContain('<!subteam^S0CLAIMS>');
    for (const after of [
      { ...question, status: { name: 'claimed', by: rosa, at: noon } as const },
      { ...question, hungUpAt: noon },
      { ...question, placement: { ...question.placement, move: 1 } },
    ]) {
      const drawn = JSON.stringify(callMessage({ ...call, question: after }));
      expect(drawn).not.toContain('<!channel>');
      expect(drawn).not.toContain("I'll take it");
    }
  });

  test('shows nothing of the question on a lock screen', () => {
    const question = sampleQuestion({ live: true, text: redacted('Zq7 marker') });
    const { text, blocks } = callMessage({ question, move: 0, groupId: null, cardLink: null });

    expect(text).not.toContain('Zq7');
    expect(JSON.stringify(blocks)).toContain('Zq7 marker');
  });
});

describe('The other question', () => {
  const id = QuestionId.parse('01900000-0000-7000-8000-00000000000b');
  const entered = (original: string | null, link: string | null) =>
    originalIn(
      entriesOf({
        values: {
          'questions.move-original': {
            'questions.move-original': { selected_option: original === null ? null : { value: original } },
          },
          'questions.move-link': { 'questions.move-link': { value: link } },
        },
      }),
    );

  test('is the one that was chosen, or the one whose card the link leads to', () => {
    expect(entered(id, null)).toBe(id);
    expect(
      entered(null, 'https://practice.slack.com/archives/C0CLAIMS/p1760000000000100?thread_ts=1.1&cid=C0'),
    ).toEqual({ channel: 'C0CLAIMS', ts: '1760000000.000100' });
    for (const nothing of [null, 'https://example.com', 'https://x.slack.com/archives/C0CLAIMS/p12']) {
      expect(entered(null, nothing)).toBeUndefined();
    }
  });

  test('is asked for in a form that Slack takes, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(questionArbitrary, { maxLength: 4 }),
        fc.nat(3),
        typed(600),
        (some, times, link) => {
          const others = Array.from(
            { length: 2 ** times * 12 },
            (_, index) => some[index % some.length] ?? [],
          )
            .flat()
            .slice(0, MOST_ORIGINALS)
            .map((question, index) => ({
              ...question,
              id: QuestionId.parse(`01900000-0000-7000-8000-${`${index}`.padStart(12, '0')}`),
            }));
          const view = duplicateForm(
            { click: { questionId: id, seen: 0 }, others, now: noon },
            { ...BLANK, link, problem: 'x' },
          );
          expect(checkView(view)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('What is said in threads, and every clock, is such that Slack takes it', () => {
  const detail = fc.constantFrom<EventDetail>(
    { kind: 'released', claimer: rosa },
    { kind: 'released', claimer: rosa, absent: 'left' },
    { kind: 'released', claimer: rosa, absent: 'away' },
    { kind: 'released', claimer: rosa, absent: 'deactivated' },
    { kind: 'reminded', claimer: rosa },
    { kind: 'pinged', clock: 'claim', group },
    { kind: 'pinged', clock: 'answer', group: null },
    { kind: 'claimed' },
    { kind: 'hung_up' },
  );
  fc.assert(
    fc.property(
      questionArbitrary,
      detail,
      fc.option(typed(6_000)),
      linkArbitrary,
      clockArbitrary,
      (question, what, why, link, clock) => {
        const event: QuestionEvent = {
          id: QuestionEventId.parse('01900000-0000-7000-8000-00000000000e'),
          by: rosa,
          at: noon,
          statusBefore: null,
          statusAfter: 'open',
          note: why === null ? null : redacted(why),
          detail: what,
        };
        const drawn = [
          notes.releasedNote(event),
          notes.remindedNote(event, question),
          notes.pingedNote(event, question),
          notes.hungUpNote(event, question),
          notes.takenNote(event, question, link),
          notes.duplicateNote(event, link),
          notes.originalNote(event, question, link),
          notes.sameQuestionNote(event, link),
          callMessage({ question, move: question.placement.move, groupId: null, cardLink: link }),
        ].filter((each) => each !== undefined);
        for (const each of drawn) expect(checkMessage({ channel: 'C0CLAIMS', ...each })).toEqual([]);
        expect(clockLine(clock, noon).length).toBeLessThan(3_000);
      },
    ),
    { numRuns: 150 },
  );
});
