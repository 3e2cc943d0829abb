import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkView } from '../../../practice/limits/index.ts';
import { RevealReason } from '../../../src/members/reveal-reason.ts';
import { REASON, reasonIn, revealedView, revealForm, wipedView } from '../../../src/members/reveal-views.ts';
import { MemberToken } from '../../../src/shared/ids.ts';
import { entriesOf } from '../../../src/slack/entries.ts';
import { typed } from '../../support/view-samples.ts';

const token = MemberToken.parse('M-7F3K2Q');

describe('the windows of a reveal', () => {
  test('are what Slack takes, whatever an ID looks like', () => {
    fc.assert(
      fc.property(typed(200), (memberId) => {
        for (const view of [
          revealForm({ token, callback: 'questions.reveal', metadata: {} }),
          revealedView({ token, memberId, seconds: 60 }),
          wipedView(token),
        ]) {
          expect(checkView(view)).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('only the revealed one shows the ID, and only in its text', () => {
    const shown = revealedView({ token, memberId: 'R111111', seconds: 60 });

    expect(JSON.stringify(shown.blocks)).toContain('R111111');
    expect(JSON.stringify({ ...shown, blocks: [] })).not.toContain('R111111');
    expect(JSON.stringify(wipedView(token))).not.toContain('R111111');
  });

  test('read back each reason that they offer, and no other', () => {
    const chosen = (value: string) =>
      reasonIn(entriesOf({ values: { [REASON]: { [REASON]: { selected_option: { value } } } } }));

    for (const reason of RevealReason.options) expect(chosen(reason)).toBe(reason);
    expect(chosen('curiosity')).toBeUndefined();
    expect(reasonIn(entriesOf({}))).toBeUndefined();
  });
});
