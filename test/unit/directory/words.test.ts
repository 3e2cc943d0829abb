import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statusAfter, statusOf } from '../../../src/directory/channel-status.ts';
import { channelsOf, topicChannel } from '../../../src/directory/directory.ts';
import { durationText, parseDuration } from '../../../src/directory/duration.ts';
import { spread } from '../../../src/directory/pace.ts';
import { purposeOf } from '../../../src/directory/purpose.ts';
import { closest } from '../../../src/directory/suggestion.ts';
import { TopicKey } from '../../../src/shared/ids.ts';
import { aDirectory } from './arbitrary.ts';

describe('durations', () => {
  test('are read as they are written, up to a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 604_800 }), (seconds) => {
        expect(parseDuration(durationText(seconds))).toBe(seconds);
      }),
    );
  });

  test.each(['', '0m', '10', '10 m', '1.5h', '-5m', '10M', '8d', '169h', '1h30m'])(
    '%p is no duration',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

describe('the status of a channel', () => {
  const usual = { isExternal: false, isArchived: false, isMember: true };

  test('shared with another company outweighs everything else', () => {
    expect(statusOf({ isExternal: true, isArchived: true, isMember: false })).toBe('external');
    expect(statusOf({ ...usual, isArchived: true })).toBe('archived');
    expect(statusOf({ ...usual, isMember: false })).toBe('not_member');
    expect(statusOf(usual)).toBe('ok');
  });

  test('is known from a refused post only if the refusal is about the channel', () => {
    expect(statusAfter('is_archived')).toBe('archived');
    expect(statusAfter('not_in_channel')).toBe('not_member');
    expect(statusAfter('channel_not_found')).toBe('not_member');
    expect(statusAfter('msg_too_long')).toBeUndefined();
  });
});

describe("a topic's channel", () => {
  const claims = {
    key: TopicKey.parse('claims'),
    name: 'Claims',
    channel: 'experts-claims',
    states: { FL: 'experts-claims-florida' },
  };

  test("is the state's own if there is one", () => {
    expect(topicChannel(claims, 'FL')).toBe('experts-claims-florida');
    expect(topicChannel(claims, 'PA')).toBe('experts-claims');
    expect(topicChannel(claims, null)).toBe('experts-claims');
  });
});

describe('suggestions', () => {
  test('name what was nearly written, and nothing far from it', () => {
    expect(closest('chanel', ['channel', 'name'])).toBe('channel');
    expect(closest('care_teams', ['careTeams', 'regions'])).toBe('careTeams');
    expect(closest('xyz', ['channel', 'name'])).toBeUndefined();
  });
});

describe('the pace of calls', () => {
  const start = new Date('2026-11-20T09:00:00Z');

  test('a burst goes at once, the rest so many a minute', () => {
    const pace = { burst: 2, perMinute: 60 };

    expect([0, 1, 2, 3].map((index) => spread(start, index, pace).getTime() - start.getTime())).toEqual([
      0, 0, 1_000, 2_000,
    ]);
  });
});

describe("a channel's topic in Slack", () => {
  test("says what each channel of a directory is for, within Slack's 250 characters", () => {
    fc.assert(
      fc.property(aDirectory, (directory) => {
        for (const channel of channelsOf(directory)) {
          expect(purposeOf(directory, channel)).toMatch(/^\p{L}.*\S$/u);
          expect(purposeOf(directory, channel).length).toBeLessThanOrEqual(250);
        }
      }),
    );
  });
});
