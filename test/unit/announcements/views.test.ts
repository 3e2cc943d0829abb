import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage, checkView } from '../../../practice/limits/index.ts';
import { checkForm, tryAgain } from '../../../src/announcements/check-modals.ts';
import { approvalMessage, deskMessage } from '../../../src/announcements/desk-views.ts';
import { announceForm, loadingForm, troubledForm } from '../../../src/announcements/form.ts';
import { draftOf } from '../../../src/announcements/form-entries.ts';
import { EMPTY } from '../../../src/announcements/form-inputs.ts';
import { NO_NOTES } from '../../../src/announcements/form-notes.ts';
import { previewForm } from '../../../src/announcements/form-review.ts';
import { announcementMessage } from '../../../src/announcements/message-views.ts';
import {
  answerWaitsMessage,
  changedMessage,
  joinedMessage,
  ownEmojiMessage,
} from '../../../src/announcements/note-views.ts';
import { acknowledgedReply, refusalWords } from '../../../src/announcements/refusal-views.ts';
import { bar, summary } from '../../../src/announcements/summary-views.ts';
import { trackForm } from '../../../src/announcements/track-modals.ts';
import type { Directory } from '../../../src/directory/directory.ts';
import { CareTeamKey, ChannelId, MessageTs, TopicKey } from '../../../src/shared/ids.ts';
import type { Rendered } from '../../../src/slack/renderer.ts';
import { announcementArbitrary, countsFor, groupsArbitrary } from '../../support/announcement-samples.ts';
import {
  aGroup,
  aPerson,
  DEADLINE,
  PUBLISHED,
  someAnnouncement,
  someReceipts,
} from '../../support/receipts.ts';
import { redacted, SMALL, typed } from '../../support/view-samples.ts';

const LINK = 'https://practice.slack.com/archives/C0OHHTIMESROOM/p1762095720000200';
const MARKER = 'Zq7-typed-by-somebody';
const channel = ChannelId.parse('C0OHHTIMESROOM');

function wordsOf({ blocks }: { readonly blocks: readonly unknown[] }): string {
  return blocks.map((block) => JSON.stringify(block)).join('\n');
}

function asMessage({ text, blocks }: Rendered) {
  return { channel, text, blocks };
}

function lost(count: number) {
  return Array.from({ length: count }, () => ({
    announcementId: someAnnouncement().id,
    key: channel,
    channel,
    outboxId: null,
    ts: MessageTs.parse('1760000000.000100'),
    emoji: [],
    emojiDoneAt: null,
    isLost: true,
  }));
}

const question = {
  text: redacted('From when on?'),
  options: [redacted('December'), redacted('January')],
  right: 1,
  explanation: redacted('It says January.'),
};

describe('Whatever is announced', () => {
  test('every message keeps within Slack’s limits, and no notification says what it is about', () => {
    fc.assert(
      fc.property(announcementArbitrary, groupsArbitrary, (announcement, groups) => {
        const receipts = countsFor(groups);
        const facts = { announcement, groups, posts: lost(12), receipts, link: LINK };
        const noted = { announcement, link: LINK };
        const messages = [
          announcementMessage({ announcement, groups }),
          summary({ announcement, receipts, now: PUBLISHED }),
          deskMessage(facts),
          approvalMessage(facts),
          joinedMessage(noted),
          answerWaitsMessage(noted),
          ownEmojiMessage({ ...noted, groups: groups.slice(0, 3) }),
          changedMessage(noted),
        ];
        for (const message of messages) expect(checkMessage(asMessage(message))).toEqual([]);
      }),
      { numRuns: 150 },
    );
    const marked = someAnnouncement({ title: redacted(MARKER), text: redacted(MARKER) });
    const facts = { announcement: marked, groups: [], posts: [], receipts: null, link: null };
    for (const message of [announcementMessage(facts), deskMessage(facts), approvalMessage(facts)]) {
      expect(message.text).not.toContain(MARKER);
    }
  });

  test('every form keeps within Slack’s limits', () => {
    fc.assert(
      fc.property(
        announcementArbitrary,
        fc.constantFrom(0, 1, 100, 101, 250),
        typed(75),
        (announcement, count, name) => {
          const directory = manyPlaces(count, name);
          const facts = { directory, needsApproval: true };
          const draft = { ...draftOf(announcement), audience: count % 2 === 0 ? 'teams' : 'topics' };
          const shown = { draft, notes: NO_NOTES };
          const reviewed = { text: announcement.text, excerpts: [], seal: 'x'.repeat(22) };
          const views = [
            announceForm(facts, shown),
            loadingForm(shown),
            troubledForm(shown, 'Try again.'),
            previewForm(facts, shown, { ...announcement, elsewhere: 2, reviewed }),
            ...(count === 0 ? [] : [trackForm(directory, shown)]),
            ...(announcement.checkQuestion
              ? [
                  checkForm({ ...announcement, checkQuestion: announcement.checkQuestion }),
                  tryAgain({ ...announcement, checkQuestion: announcement.checkQuestion }, 1),
                ]
              : []),
          ];
          for (const view of views) expect(checkView(view)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

function manyPlaces(count: number, name: string): Directory {
  const [team] = SMALL.careTeams;
  const [topic] = SMALL.topics;
  if (!team || !topic) throw new Error('The small directory has a team and a topic');
  return {
    ...SMALL,
    careTeams: Array.from({ length: count }, (_, index) => ({
      ...team,
      key: CareTeamKey.parse(`t${index}`),
      name: name || 'A team',
    })),
    topics: Array.from({ length: count }, (_, index) => ({
      ...topic,
      key: TopicKey.parse(`t${index}`),
      name: name || 'A topic',
    })),
  };
}

describe('An announcement', () => {
  const groups = [aGroup('team:keystone', { name: 'Keystone' })];

  test('says what is asked, of whom, and until when, and has the button that does', () => {
    const words = wordsOf(announcementMessage({ announcement: someAnnouncement(), groups }));

    expect(words).toMatch(/Please acknowledge.*everyone on a care team.*until/);
    expect(words).toContain('I have read this');
  });

  test('for information asks for nothing', () => {
    const announcement = someAnnouncement({ importance: 'information' });

    expect(wordsOf(announcementMessage({ announcement, groups }))).not.toMatch(/button|until/);
  });

  test('with a check question has a button to answer it, and never the right answer', () => {
    const announcement = someAnnouncement({ importance: 'check', checkQuestion: question });
    const words = wordsOf(announcementMessage({ announcement, groups }));

    expect(words).toContain('Answer the question');
    expect(words).not.toContain('January');
  });

  test('that was changed says so, and one that was withdrawn says no more than that', () => {
    const changed = someAnnouncement({ changedAt: DEADLINE });
    const gone = someAnnouncement({
      text: redacted(MARKER),
      status: { name: 'withdrawn', by: changed.author, withdrawnAt: DEADLINE, published: null },
    });

    expect(wordsOf(announcementMessage({ announcement: changed, groups }))).toContain('*changed*');
    const words = wordsOf(announcementMessage({ announcement: gone, groups }));
    expect(words).toContain('Withdrawn');
    expect(words).not.toMatch(new RegExp(`${MARKER}|button`));
  });

  test('a name that looks like a mention is none', () => {
    const announcement = someAnnouncement({ audience: { kind: 'teams', teams: [] } });
    const hostile = [aGroup('team:x', { name: '<!channel>' })];

    expect(wordsOf(announcementMessage({ announcement, groups: hostile }))).not.toContain('<!channel>');
  });
});

describe('The summary', () => {
  test('has a line for each team: bar, acknowledged of total, missing, and who came later', () => {
    const receipts = someReceipts(
      [aGroup('team:keystone', { name: 'Keystone' })],
      [aPerson('U0MAYA', { after: 1 }), aPerson('U0JORDAN', { joinedLate: null })],
    );
    const words = wordsOf(summary({ announcement: someAnnouncement(), receipts, now: PUBLISHED }));

    expect(words).toContain('*1 of 2* people have acknowledged this.');
    expect(words).toContain(':keystone: *Keystone*  ▰▰▰▰▰▱▱▱▱▱  1 of 2 · 1 missing');
  });

  test('a bar is full only when nobody is missing, and empty only when nobody has acknowledged', () => {
    expect(bar({ total: 1_000, acknowledged: 999 })).toBe('▰▰▰▰▰▰▰▰▰▱');
    expect(bar({ total: 1_000, acknowledged: 1 })).toBe('▰▱▱▱▱▱▱▱▱▱');
    expect(bar({ total: 3, acknowledged: 3 })).toBe('▰▰▰▰▰▰▰▰▰▰');
    expect(bar({ total: 0, acknowledged: 0 })).toBe('▱▱▱▱▱▱▱▱▱▱');
  });

  test('says as of when it was compared with Slack, or that it wasn’t yet', () => {
    const receipts = someReceipts([], []);
    const at = (exactAsOf: ReturnType<typeof someAnnouncement>['exactAsOf']) =>
      wordsOf(summary({ announcement: someAnnouncement({ exactAsOf }), receipts, now: PUBLISHED }));

    expect(at(null)).toContain('not compared with Slack yet');
    expect(at(someAnnouncement().exactAsOf)).toContain('compared with Slack as of');
  });

  test('beneath somebody else’s message has the button that the message has no room for', () => {
    const tracked = someAnnouncement({ kind: 'tracked' });

    expect(
      wordsOf(summary({ announcement: tracked, receipts: someReceipts([], []), now: PUBLISHED })),
    ).toContain('I have read this');
  });
});

describe('Whoever used another team’s emoji', () => {
  const own = [aGroup('team:keystone', { name: 'Keystone' })];

  test('is told which is theirs, and whether it counts', () => {
    const lenient = { announcement: someAnnouncement(), link: null, groups: own };
    const strict = { ...lenient, announcement: someAnnouncement({ ownEmojiOnly: true }) };

    expect(wordsOf(ownEmojiMessage(lenient))).toMatch(/counts as your receipt all the same.*:keystone:/);
    expect(wordsOf(ownEmojiMessage(strict))).toMatch(/doesn't count.*:keystone:/);
  });
});

describe('The author’s form', () => {
  const facts = { directory: SMALL, needsApproval: false };
  const labels = (changes: Partial<typeof EMPTY>): string =>
    wordsOf(announceForm(facts, { draft: { ...EMPTY, ...changes }, notes: NO_NOTES }));

  test('asks for teams, states or topics only when some are meant, and then where it goes', () => {
    expect(labels({})).not.toMatch(/Only in their channels/);
    expect(labels({ audience: 'teams' })).toMatch(/"Care teams"[\s\S]*Only in their channels/);
    expect(labels({ audience: 'states' })).toContain('"States"');
    expect(labels({ audience: 'topics' })).toContain('"Topics"');
  });

  test('asks for a question only when one is checked, and for a deadline only when something is asked', () => {
    expect(labels({ importance: 'check' })).toContain('Check question');
    expect(labels({})).not.toContain('Check question');
    expect(labels({ importance: 'information' })).not.toContain('Until when');
  });

  test('carries no text in what Slack keeps unseen', () => {
    const view = announceForm(facts, { draft: { ...EMPTY, title: MARKER, text: MARKER }, notes: NO_NOTES });

    expect(view.private_metadata).not.toContain(MARKER);
  });

  test('of an announcement that is out changes only its words, its deadline and its reminders', () => {
    const { id, version } = someAnnouncement();
    const editing = { id, version, isOut: true, isDraft: false };
    const words = wordsOf(announceForm(facts, { draft: EMPTY, notes: { ...NO_NOTES, editing } }));

    expect(words).toContain('Ask everybody for a new receipt');
    expect(words).not.toMatch(/For whom|What is asked of people|Post it at|And then/);
  });
});

describe('The answers to people', () => {
  test('every refusal says what to do, or who could', () => {
    expect(refusalWords({ reason: 'notComms' })).toContain('comms team');
    expect(refusalWords({ reason: 'ownApproval' })).toContain('Somebody else on the comms team');
    expect(refusalWords({ reason: 'untrackable', status: 'external' })).toContain('another company');
    expect(refusalWords({ reason: 'untrackable', status: 'not_member' })).toContain('Invite it');
  });

  test('a receipt is confirmed, after the deadline too, and a stranger to the audience hears that nothing waits', () => {
    const noted = (person: ReturnType<typeof aPerson> | undefined): string =>
      acknowledgedReply({ kind: 'noted', announcement: someAnnouncement(), person });

    expect(noted(aPerson('U0MAYA', { after: 1 }))).toBe('Thank you, your receipt is noted.');
    expect(noted(aPerson('U0MAYA', { after: 500 }))).toContain('after the deadline');
    expect(noted(undefined)).toContain('nothing waits for you');
  });
});
