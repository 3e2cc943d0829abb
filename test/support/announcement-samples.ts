import fc from 'fast-check';
import type { Announcement } from '../../src/announcements/announcement.ts';
import type { Group, Receipts } from '../../src/announcements/receipts.ts';
import { SlackUserId } from '../../src/shared/ids.ts';
import { STATE_CODES } from '../../src/shared/states.ts';
import { aGroup, DEADLINE, PUBLISHED, someAnnouncement } from './receipts.ts';
import { redacted, typed } from './view-samples.ts';

const text = (max: number) => typed(max).map(redacted);
const user = SlackUserId.parse('U0CARMEN');

const question = fc.record({
  text: text(300),
  options: fc.uniqueArray(text(75), { minLength: 2, maxLength: 10 }),
  right: fc.constant(0),
  explanation: fc.option(text(600)),
});

const status: fc.Arbitrary<Announcement['status']> = fc.constantFrom(
  { name: 'draft' },
  { name: 'awaiting_approval' },
  { name: 'scheduled' },
  { name: 'published', at: PUBLISHED, countsUntil: DEADLINE },
  { name: 'withdrawn', by: user, withdrawnAt: DEADLINE, published: null },
);

/** Any announcement that the form lets through, with texts as long and as hostile as it takes them. */
export const announcementArbitrary: fc.Arbitrary<Announcement> = fc
  .record({
    title: text(140),
    text: text(3_000),
    links: fc.array(fc.webUrl({ validSchemes: ['https'] }).map(redacted), { maxLength: 8 }),
    status,
    kind: fc.constantFrom('written' as const, 'tracked' as const),
    audience: fc.constantFrom<Announcement['audience']>(
      { kind: 'everyone' },
      { kind: 'states', states: [...STATE_CODES] },
      { kind: 'teams', teams: [] },
    ),
    checkQuestion: fc.option(question),
    importance: fc.constantFrom('information' as const, 'acknowledge' as const),
    deadline: fc.option(fc.constant(DEADLINE)),
    changedAt: fc.option(fc.constant(PUBLISHED)),
    receiptsSince: fc.option(fc.constant(PUBLISHED)),
    scheduledFor: fc.option(fc.constant(DEADLINE)),
  })
  .map(({ checkQuestion, importance, ...changes }) =>
    someAnnouncement({
      ...changes,
      checkQuestion,
      importance: checkQuestion === null ? importance : 'check',
    }),
  );

/** 0, 1 or many groups, with names as long as the directory takes them. */
export const groupsArbitrary: fc.Arbitrary<readonly Group[]> = fc
  .tuple(fc.constantFrom(0, 1, 2, 60, 200), typed(80))
  .map(([count, name]) =>
    Array.from({ length: count }, (_, index) => aGroup(`team:t${index}`, { name: name || 'A team' })),
  );

export function countsFor(groups: readonly Group[]): Receipts {
  return {
    people: [],
    groups: groups.map((group, index) => ({ group, total: 100, acknowledged: index % 101, late: index % 3 })),
    total: 5_000,
    acknowledged: 1_234,
  };
}
