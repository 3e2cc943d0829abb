import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage, checkView } from '../../../practice/limits/index.ts';
import { effectMessage } from '../../../src/announcements/effect-views.ts';
import { fileComment, fileTitle, fileTroubleMessage } from '../../../src/announcements/file-views.ts';
import { GroupKey } from '../../../src/announcements/ids.ts';
import { momentOf } from '../../../src/announcements/moment.ts';
import { listMessage, pastReminder, reminderMessage } from '../../../src/announcements/reminder-views.ts';
import { PEOPLE_FILTERS, reportOf } from '../../../src/announcements/report.ts';
import { firstLook, ReportLook, turned } from '../../../src/announcements/report-look.ts';
import {
  fileReply,
  openingReport,
  type ReportFacts,
  reportRefusal,
  reportView,
} from '../../../src/announcements/report-views.ts';
import { STATE_CODES } from '../../../src/shared/states.ts';
import {
  aGroup,
  aPerson,
  DEADLINE,
  PUBLISHED,
  someAnnouncement,
  someReceipts,
} from '../../support/receipts.ts';
import { linkArbitrary, redacted, typed } from '../../support/view-samples.ts';

const announcement = someAnnouncement();
const look = firstLook(announcement.id);
const reach = { reactions: 3, reactedBy: 2, replies: 1, repliedBy: 1, people: 2 };
const hour = (count: number) => new Date(PUBLISHED.getTime() + count * 3_600_000);
const joined = momentOf(hour(1));

function facts(
  changes: Partial<ReportFacts> = {},
  people = [
    aPerson('U0MAYA', { after: 2 }),
    aPerson('U0SAM'),
    aPerson('U0LATE', { after: 120, joinedLate: joined }),
  ],
): ReportFacts {
  const receipts = someReceipts([aGroup('team:keystone', { name: 'Keystone' })], people);
  const known = { away: new Set([aPerson('U0SAM').user]), states: new Map([[KEYSTONE, ['PA'] as const]]) };
  return {
    announcement,
    publishedAt: PUBLISHED,
    report: reportOf(receipts, known),
    mayPost: true,
    reach,
    isOld: false,
    ...changes,
  };
}
const KEYSTONE = GroupKey.parse('team:keystone');

const words = (view: { blocks: readonly unknown[] }): string => JSON.stringify(view.blocks);

describe('The report', () => {
  test('says how many have acknowledged it, how many miss it, and as of when that is exact', () => {
    const shown = words(reportView(facts(), look));

    expect(shown).toContain('*2 of 3* have acknowledged it (66 %)');
    expect(shown).toContain(
      '*1* miss it · 1 of them out of office · 1 acknowledged it after the deadline · 1 joined',
    );
    expect(shown).toContain('Exact as of <!date^1794841200^');
    expect(shown).toContain(
      '*Reach, as far as an app can see it:* 3 reactions by 2 people · 1 reply by 1 person',
    );
    expect(shown).toContain('does not tell apps who has looked');
  });

  test('says when Slack could not be asked, and when it never was', () => {
    expect(words(reportView(facts({ isOld: true }), look))).toContain('Slack could not be asked just now');
    expect(words(reportView(facts({ announcement: someAnnouncement({ exactAsOf: null }) }), look))).toContain(
      'Not yet compared with Slack',
    );
  });

  test('shows the people of a team: who misses it first, and how the others acknowledged it', () => {
    const shown = words(reportView(facts(), turned(look, { tab: 'people', team: KEYSTONE })));

    expect(shown).toContain('• <@U0SAM>: misses it, out of office');
    expect(shown).toContain('*after the deadline* · joined later');
    expect(shown.indexOf('U0SAM')).toBeLessThan(shown.indexOf('U0MAYA'));
  });

  test('shows the people of the states', () => {
    expect(words(reportView(facts(), turned(look, { tab: 'states' })))).toContain(
      '*Pennsylvania*  ▰▰▰▰▰▰▰▱▱▱  2 of 3',
    );
  });

  test('has the first tries at the check question, for all and by team', () => {
    const right = { first: { option: 0, isRight: true }, tries: 1, isRight: true };
    const wrong = { first: { option: 1, isRight: false }, tries: 2, isRight: true };
    const people = [
      aPerson('U0A', { after: 1, answered: right }),
      aPerson('U0B', { after: 1, answered: wrong }),
    ];
    const checked = facts({ announcement: someAnnouncement({ importance: 'check' }) }, people);

    expect(
      words(reportView(checked, look)).split('Check question: *1 of 2* right at the first try'),
    ).toHaveLength(3);
  });

  test('lets only those who announce post the picture', () => {
    expect(words(reportView(facts(), look))).toContain('Post the picture in the thread');
    expect(words(reportView(facts({ mayPost: false, reach: null }), look))).not.toContain('Post the picture');
  });

  test('names nobody and nothing typed in what Slack keeps with the window', () => {
    const { private_metadata: metadata } = reportView(
      facts(),
      turned(look, { tab: 'people', team: KEYSTONE }),
    );

    expect(ReportLook.parse(JSON.parse(metadata ?? ''))).toEqual(
      turned(look, { tab: 'people', team: KEYSTONE }),
    );
    expect(metadata).not.toContain('Prior');
  });

  test('has pages, and a page that is there no more is the last one', () => {
    const people = Array.from({ length: 95 }, (_, index) => aPerson(`U0P${index}`));
    const page = (number: number) =>
      words(reportView(facts({}, people), turned(look, { tab: 'people', page: number })));

    expect(page(0)).toContain('1 to 40 of 95 people');
    expect(page(2)).toContain('81 to 95 of 95 people');
    expect(page(9)).toContain('81 to 95 of 95 people');
    expect(page(2)).not.toContain('Next page');
  });

  test('stays within the limits of Slack, whatever the teams, names and numbers', () => {
    const count = fc.constantFrom(0, 1, 2, 15, 16, 60, 101);
    const size = fc.constantFrom(0, 1, 40, 41, 101);
    const tab = fc.constantFrom('teams' as const, 'states' as const, 'people' as const);
    fc.assert(
      fc.property(
        fc.record({ count, size, tab, name: typed(200), title: typed(300), page: fc.nat({ max: 4 }) }),
        fc.constantFrom(...PEOPLE_FILTERS),
        fc.boolean(),
        (sample, filter, isCheck) => {
          const groups = Array.from({ length: sample.count }, (_, index) =>
            aGroup(`team:t${index}`, { name: `${index}${sample.name}`.slice(0, 60) }),
          );
          const people = Array.from({ length: sample.size }, (_, index) =>
            aPerson(`U0P${index}ABCDEFGHI`, {
              groups: groups.slice(index % 3, (index % 3) + 4).map(({ key }) => key),
              ...(index % 2 === 0 && { after: index }),
              joinedLate: joined,
            }),
          );
          const known = {
            away: new Set(people.map(({ user }) => user)),
            states: new Map(groups.map(({ key }) => [key, STATE_CODES])),
          };
          const shown = facts({
            announcement: someAnnouncement({
              title: redacted(sample.title),
              importance: isCheck ? 'check' : 'acknowledge',
            }),
            report: reportOf(someReceipts(groups, people), known),
          });
          const team = groups[0]?.key ?? null;

          expect(checkView(reportView(shown, { ...look, ...sample, team, filter }))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
    expect(checkView(openingReport(look))).toEqual([]);
  });
});

test('Whoever may not see a report is told who can', () => {
  expect(reportRefusal('notEntitled')).toContain('lead of each care team');
  expect(reportRefusal('external')).toContain('this company');
  expect(fileReply('notEntitled', 'table')).toBe(reportRefusal('notEntitled'));
  expect(fileReply('coming', 'pictureInThread')).toContain('thread');
  expect(fileReply('coming', 'table')).toContain('your messages');
});

describe('A reminder', () => {
  const remind = (person: ReturnType<typeof aPerson>, now = hour(5), link: string | null = null) =>
    JSON.stringify(reminderMessage({ announcement, person, link, now }));

  test('says until when, and has the button that acknowledges', () => {
    const shown = remind(aPerson('U0SAM'));

    expect(shown).toContain('You have not acknowledged');
    expect(shown).toContain('It is due <!date^');
    expect(shown).toContain('announcements.acknowledge');
  });

  test('says that the question still waits, that the deadline is over, and thanks for what is done', () => {
    expect(remind(aPerson('U0SAM', { answerWaits: true }))).toContain('its question still waits');
    expect(remind(aPerson('U0SAM'), DEADLINE)).toContain('It was due');
    expect(remind(aPerson('U0SAM', { after: 1 }))).toContain('Thank you');
    expect(remind(aPerson('U0SAM', { after: 1 }))).not.toContain('"button"');
  });

  test('says nothing of what the announcement is about in its notification', () => {
    const { text } = reminderMessage({ announcement, person: aPerson('U0SAM'), link: null, now: hour(1) });

    expect(text).toBe('An announcement waits for you.');
  });
});

describe('The list for a lead', () => {
  const list = (people: ReturnType<typeof aPerson>[], team: string | null = 'Keystone') =>
    listMessage({ announcement, report: facts({}, people).report, team, link: null });

  test('names who misses it, says who is out of office, and leads to the report', () => {
    const shown = JSON.stringify(
      list([aPerson('U0MAYA', { after: 1 }), aPerson('U0SAM'), aPerson('U0THEO')]),
    );

    expect(shown).toContain('2 people of *Keystone* still miss');
    expect(shown).toContain('• <@U0SAM> (out of office)\\n• <@U0THEO>');
    expect(shown).toContain('announcements.open-report');
  });

  test('counts teams without a lead for those who announce', () => {
    expect(JSON.stringify(list([aPerson('U0SAM')], null))).toContain('• Keystone: 1 of 1');
  });

  test('is not sent when nobody misses it', () => {
    expect(list([aPerson('U0MAYA', { after: 1 })])).toBeUndefined();
  });

  test('names forty and counts the others', () => {
    const many = JSON.stringify(list(Array.from({ length: 43 }, (_, index) => aPerson(`U0P${index}`))));

    expect(many).toContain('and 3 more');
  });
});

describe('What an announcement may have changed', () => {
  const effect = {
    acknowledged: { people: 120, before: 14, after: 6 },
    others: { people: 1, before: 3, after: 1 },
  };

  test('is one sentence with the figures, and says what they can’t show', () => {
    const about = someAnnouncement({ states: ['PA', 'NJ'] });
    const shown = JSON.stringify(
      effectMessage({ announcement: about, effect, topics: ['Claims', 'Pharmacy'] }),
    );

    expect(shown).toContain(
      "the 120 people who have acknowledged it asked 6 questions about Claims and Pharmacy in Pennsylvania and New Jersey, after 14 in the 72 hours before, and the 1 person who hasn't asked 1 question, after 3 in the 72 hours before.",
    );
    expect(shown).toContain("can't show is why");
  });

  test('says so when there is nobody to compare with', () => {
    const all = { ...effect, others: { people: 0, before: 0, after: 0 } };

    expect(JSON.stringify(effectMessage({ announcement, effect: all, topics: [] }))).toContain(
      "there was nobody who hasn't",
    );
  });
});

test('Everything that is sent stays within the limits of Slack, whatever was typed', () => {
  const lengths = fc.constantFrom(1, 40, 41, 101, 250);
  fc.assert(
    fc.property(
      fc.record({ title: typed(300), name: typed(60), count: lengths, link: linkArbitrary }),
      ({ title, name, count, link }) => {
        const shown = someAnnouncement({ title: redacted(title), states: STATE_CODES });
        const groups = Array.from({ length: count }, (_, index) => aGroup(`team:t${index}`, { name }));
        const people = groups.map(({ key }, index) => aPerson(`U0P${index}`, { groups: [key] }));
        const receipts = someReceipts(groups, people);
        const report = reportOf(receipts, { away: new Set(), states: new Map() });
        const full = {
          ...facts({ announcement: shown, report }),
          receipts,
          signs: [],
          scope: 'all' as const,
        };
        const file = {
          kind: 'table' as const,
          groups: groups.map(({ key }) => key),
          askedBy: null,
          forUser: null,
        };
        const zero = { people: 1, before: 0, after: 0 };
        const messages = [
          reminderMessage({ announcement: shown, person: aPerson('U0A'), link, now: DEADLINE }),
          reminderMessage({ announcement: shown, person: aPerson('U0A', { after: 1 }), link, now: DEADLINE }),
          pastReminder(shown, link),
          listMessage({ announcement: shown, report, team: name, link }),
          listMessage({ announcement: shown, report, team: null, link }),
          effectMessage({
            announcement: shown,
            effect: { acknowledged: zero, others: zero },
            topics: groups.map((group) => group.name),
          }),
          fileTroubleMessage(file, 'is_archived'),
          fileTroubleMessage(file, title),
        ];

        for (const message of messages) expect(checkMessage({ ...message })).toEqual([]);
        expect(fileComment(file, full).length).toBeLessThan(4_000);
        expect(fileTitle(file, shown).length).toBeLessThan(250);
      },
    ),
    { numRuns: 60 },
  );
});
