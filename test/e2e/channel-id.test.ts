import { expect, test } from '@jest/globals';
import { ChannelId } from '../../src/shared/ids.ts';
import { until } from '../support/jobs.ts';
import { questionAt, untilDelivered } from '../support/kept.ts';
import { ask, askerMessage, reply, untilItReads, untilThreadReads } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const desk = useDesk();

test('When a channel gets another id, the questions in it go on as if nothing had happened.', async () => {
  const { slack, pg, app } = desk();
  const Question = 'Which harbour office stamps the form?';
  const card = await ask(slack, 'maya', { Question, Topic: 'Providers', lands: 'experts-providers' });
  await untilDelivered(pg.db);
  const channel = ChannelId.parse('G0HARBOUR');

  await slack.admin.changeChannelId('experts-providers', channel);
  const moved = { channel, ts: card.ts };
  await until('the card is known under the other id', async () => {
    const row = await pg.db
      .selectFrom('questionCards')
      .select('move')
      .where('channelId', '=', channel)
      .executeTakeFirst();
    return row !== undefined;
  });

  await slack.as('lee').click(moved, 'Claim');
  await untilItReads(slack, moved, /Claimed by\* @U0LEE/);
  const answer = await reply(slack, 'lee', moved, 'The one at the pier.');
  await untilItReads(slack, moved, /First reply by @U0LEE/);
  await slack.as('lee').messageShortcut('mark_answer', answer);
  const own = await askerMessage(slack, 'maya', Question);
  await untilThreadReads(slack, own, /@U0LEE answered your question in #G0HARBOUR/);
  expect(await questionAt(pg.db, moved)).toMatchObject({ channelId: channel, status: 'answered' });
  expect((await app.rooms.directory.load(app.rooms.workspace.id))?.place('experts-providers').id).toBe(
    channel,
  );

  const next = await ask(slack, 'maya', {
    Question: 'And which one seals it?',
    Topic: 'Providers',
    lands: 'experts-providers',
  });
  expect(next.channel).toBe(channel);
});
