import { describe, expect, test } from '@jest/globals';
import { addEmoji, readAliases, readReactions } from '../../../src/announcements/slack-reactions.ts';
import { ChannelId, MessageTs } from '../../../src/shared/ids.ts';

const place = { channel: ChannelId.parse('C0OHHTIMESROOM'), ts: MessageTs.parse('1760000000.000100') };

class Refused extends Error {
  readonly data: { readonly error: string };

  constructor(error: string) {
    super(error);
    this.data = { error };
  }
}

const refusing = (error: string) => async (): Promise<never> => await Promise.reject(new Refused(error));
const reader = (get: () => Promise<unknown>) => ({ reactions: { get }, emoji: { list: get } });

describe('Adding an emoji', () => {
  test.each([
    ['already_reacted', 'added'],
    ['too_many_emoji', 'full'],
    ['too_many_reactions', 'full'],
    ['invalid_name', 'impossible'],
    ['message_not_found', 'pointless'],
    ['is_archived', 'pointless'],
  ])('when Slack says %s is %s, and nothing to try again', async (code, outcome) => {
    expect(await addEmoji({ reactions: { add: refusing(code) } }, place, 'keystone')).toBe(outcome);
  });

  test('is tried again after any other trouble', async () => {
    await expect(
      addEmoji({ reactions: { add: refusing('fatal_error') } }, place, 'keystone'),
    ).rejects.toThrow('fatal_error');
  });
});

describe('Reading reactions', () => {
  test('asks for all people, and gives each reaction of each', async () => {
    const asked: unknown[] = [];
    const get = async (message: unknown) => {
      asked.push(message);
      return await Promise.resolve({ message: { reactions: [{ name: 'a', users: ['U0MAYA', 'U0WEI'] }] } });
    };

    expect(
      await readReactions(
        { reactions: { get }, emoji: { list: async () => await Promise.resolve({}) } },
        place,
      ),
    ).toEqual([
      { user: 'U0MAYA', reaction: 'a' },
      { user: 'U0WEI', reaction: 'a' },
    ]);
    expect(asked).toEqual([{ channel: place.channel, timestamp: place.ts, full: true }]);
  });

  test('of a message without any gives none, and of one that is gone nothing', async () => {
    expect(
      await readReactions(
        reader(async () => await Promise.resolve({ message: {} })),
        place,
      ),
    ).toEqual([]);
    expect(await readReactions(reader(refusing('message_not_found')), place)).toBeUndefined();
    await expect(readReactions(reader(refusing('fatal_error')), place)).rejects.toThrow('fatal_error');
  });
});

test('other names of custom emoji are told from pictures', async () => {
  const list = async () =>
    await Promise.resolve({ emoji: { keystone: 'https://emoji.example/k.png', ks: 'alias:keystone' } });

  expect([...(await readAliases(reader(list)))]).toEqual([['ks', 'keystone']]);
});
