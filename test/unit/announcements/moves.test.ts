import { describe, expect, test } from '@jest/globals';
import type { Announcement } from '../../../src/announcements/announcement.ts';
import { mayAnnounce } from '../../../src/announcements/may-act.ts';
import { approve, edit, handIn, type Outcome, publish, withdraw } from '../../../src/announcements/moves.ts';
import { SlackUserId } from '../../../src/shared/ids.ts';
import { DEADLINE, PUBLISHED, someAnnouncement } from '../../support/receipts.ts';
import { redacted } from '../../support/view-samples.ts';

const carmen = SlackUserId.parse('U0CARMEN');
const quinn = SlackUserId.parse('U0QUINN');
const now = new Date('2026-11-17T15:00:00Z');
const FREE = { needsApproval: false };
const CHECKED = { needsApproval: true };

const draft = someAnnouncement({ status: { name: 'draft' } });
const waiting = someAnnouncement({ status: { name: 'awaiting_approval' } });
const scheduled = someAnnouncement({ status: { name: 'scheduled' } });
const published = someAnnouncement();
const withdrawn = someAnnouncement({
  status: { name: 'withdrawn', by: carmen, withdrawnAt: now, published: null },
});

function after(outcome: Outcome): Announcement {
  if (outcome.kind !== 'done') throw new Error(`It was ${outcome.kind}`);
  return outcome.announcement;
}

describe('Handing in', () => {
  test('a draft goes to its time, or to somebody who approves it', () => {
    expect(after(handIn(draft, FREE)).status.name).toBe('scheduled');
    expect(after(handIn(draft, CHECKED)).status.name).toBe('awaiting_approval');
  });

  test('a second click is no conflict, and what is out is handed in no more', () => {
    expect(handIn(waiting, CHECKED).kind).toBe('unchanged');
    expect(handIn(published, FREE)).toMatchObject({ kind: 'refused', refusal: { reason: 'notNow' } });
  });
});

describe('Approving', () => {
  const by = (user: SlackUserId, version = 1) => ({ by: user, version, at: now });

  test('takes a second person', () => {
    expect(approve(waiting, by(carmen))).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'ownApproval' },
    });
    expect(after(approve(waiting, by(quinn)))).toMatchObject({
      status: { name: 'scheduled' },
      approval: { by: quinn, at: now },
    });
  });

  test('approves what was shown, not what was written meanwhile', () => {
    const changed = { ...waiting, version: 2 };

    expect(approve(changed, by(quinn, 1))).toMatchObject({ refusal: { reason: 'changedMeanwhile' } });
  });

  test('a second approval is no conflict, and a draft waits for none', () => {
    expect(approve({ ...scheduled, approval: { by: quinn, at: now } }, by(quinn)).kind).toBe('unchanged');
    expect(approve(draft, by(quinn)).kind).toBe('refused');
  });
});

describe('Publishing', () => {
  const rules = { ownEmojiOnly: true, at: now };

  test('happens at its time and not before', () => {
    const later = { ...scheduled, scheduledFor: new Date(now.getTime() + 1) };

    expect(publish(later, rules).kind).toBe('unchanged');
    expect(after(publish({ ...scheduled, scheduledFor: now }, rules))).toMatchObject({
      ownEmojiOnly: true,
      status: { name: 'published', at: now, countsUntil: DEADLINE },
    });
  });

  test('happens once, and never to a draft or what waits for approval', () => {
    for (const each of [draft, waiting, published, withdrawn]) {
      expect(publish(each, rules).kind).toBe('unchanged');
    }
  });

  test('without a deadline, people may join for thirty days', () => {
    const { status } = after(publish({ ...scheduled, deadline: null }, rules));

    expect(status).toMatchObject({ countsUntil: new Date('2026-12-17T15:00:00Z') });
  });
});

describe('Editing', () => {
  const content = { ...published, title: redacted('Other words') };
  const change = (announcement: Announcement, asksAgain = false, rules = FREE) =>
    edit(announcement, { content, asksAgain, at: now }, rules);

  test('adds a version, and marks what is out as changed', () => {
    expect(after(change(draft))).toMatchObject({ version: 2, changedAt: null, status: { name: 'draft' } });
    expect(after(change(published))).toMatchObject({ version: 2, changedAt: now, receiptsSince: null });
  });

  test('can ask everybody for a new receipt', () => {
    expect(after(change(published, true)).receiptsSince).toEqual(now);
  });

  test('another check question always asks everybody again', () => {
    const checkQuestion = {
      text: redacted('Which?'),
      options: [redacted('a'), redacted('b')],
      right: 0,
      explanation: null,
    };
    const before = someAnnouncement({ importance: 'check', checkQuestion });
    const same = edit(before, { content: before, asksAgain: false, at: now }, FREE);
    const other = { ...before, checkQuestion: { ...checkQuestion, right: 1 } };

    expect(after(same).receiptsSince).toBeNull();
    expect(after(edit(before, { content: other, asksAgain: false, at: now }, FREE)).receiptsSince).toEqual(
      now,
    );
  });

  test('what was approved has to be approved anew', () => {
    const approved = { ...scheduled, approval: { by: quinn, at: now } };

    expect(after(change(approved, false, CHECKED))).toMatchObject({
      approval: null,
      status: { name: 'awaiting_approval' },
    });
  });

  test('what is out keeps its audience, its places, its importance and its time', () => {
    const other = {
      ...content,
      audience: { kind: 'states' as const, states: ['TX' as const] },
      placement: 'teams' as const,
      importance: 'information' as const,
    };
    const edited = after(edit(published, { content: other, asksAgain: false, at: now }, FREE));

    expect(edited).toMatchObject({
      audience: { kind: 'everyone' },
      placement: 'announcements',
      importance: 'acknowledge',
    });
    expect(edited.status).toMatchObject({ at: PUBLISHED });
  });

  test('what was withdrawn stays as it was', () => {
    expect(change(withdrawn).kind).toBe('refused');
  });
});

describe('Withdrawing', () => {
  test('keeps on record when it was out, and happens once', () => {
    expect(after(withdraw(published, quinn, now)).status).toEqual({
      name: 'withdrawn',
      by: quinn,
      withdrawnAt: now,
      published: { name: 'published', at: PUBLISHED, countsUntil: DEADLINE },
    });
    expect(after(withdraw(draft, quinn, now)).status).toMatchObject({ published: null });
    expect(withdraw(withdrawn, quinn, now).kind).toBe('unchanged');
  });
});

test('only the comms team announces, and never somebody of another company', () => {
  const of = (isExternal: boolean, ...roles: ('comms' | 'admin')[]) =>
    mayAnnounce({ user: quinn, isExternal, roles: new Set(roles) });

  expect(of(false, 'comms')).toBeUndefined();
  expect(of(false, 'admin')).toEqual({ reason: 'notComms' });
  expect(of(true, 'comms')).toEqual({ reason: 'external' });
});
