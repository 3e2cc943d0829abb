import { test } from '@jest/globals';
import { renderBlocks } from '../../practice/render.ts';
import { openDesk } from '../support/desk.ts';
import { ask, words } from '../support/story.ts';

test('scratch', async () => {
  await using desk = await openDesk();
  const { slack } = desk;
  const out: string[] = [];
  const show = (what: string, value: unknown) =>
    out.push(`## ${what}\n${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const card = await ask(slack, 'maya', {
    Question: 'How do we find which GI providers are in network?',
    Topic: 'Providers',
    State: 'Pennsylvania',
    'Member ID': 'r111111',
    'The member is on the line': 'Yes',
    lands: 'experts-providers',
  });
  const at = async (on = card) => words((await slack.thread(on.channel, on.ts))[0]!);
  show('card', await at());
  show('dm', (await slack.directMessages('maya')).map(words).join('\n---\n'));
  const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
  try {
    show('wei claims', await slack.as('wei').click(card, 'Claim'));
    show('lee claims', await slack.as('lee').click(card, 'Claim'));
    await wait(1500);
    show('card', await at());
    show('wei notices', (await slack.notices('wei')).map(words));
    show('rosa escalates', await slack.as('lee').click(card, 'Escalate'));
    const form = await slack.as('lee').waitForView(({ fields }) => fields.length > 2);
    show('form', form);
    show('submit', await slack.as('lee').submit());
    await wait(300);
    show('view again', (await slack.as('lee').view()) as object);
    await slack.as('lee').fill({ Topic: 'Claims', Why: 'Claims know' });
    show('submit', await slack.as('lee').submit());
    await wait(3000);
    show('old card', (await slack.thread(card.channel, card.ts)).map(words).join('\n--\n'));
    const newer = (await slack.messages('experts-claims')).at(-1)!;
    const on = { channel: newer.channel, ts: newer.ts };
    show('new card', (await slack.thread(on.channel, on.ts)).map(words).join('\n--\n'));
    show('choose', await slack.as('dana').choose(on, 'Hand over'));
    await slack.as('dana').waitForView(({ fields }) => fields.length > 1);
    await slack.as('dana').fill({ To: 'rosa', Note: 'please' });
    show('handed', await slack.as('dana').submit());
    const ts = await slack.as('rosa').say('experts-claims', 'The directory says so', { threadTs: on.ts });
    await wait(1000);
    show('mark', await slack.as('maya').messageShortcut('mark_answer', { channel: on.channel, ts }));
    await wait(2000);
    show('maya notices', (await slack.notices('maya')).map(words));
    show('card', (await slack.thread(on.channel, on.ts)).map(words).join('\n--\n'));
    show('dm', (await slack.directMessages('maya')).map(words).join('\n---\n'));
    const dm = (await slack.directMessages('maya')).find((m) => words(m).includes('You asked'))!;
    show('not yet', await slack.as('maya').click({ channel: dm.channel, ts: dm.ts }, 'Not yet'));
    await wait(1500);
    show('dm', (await slack.directMessages('maya')).map(words).join('\n---\n'));
    const home = await slack.as('maya').openHome();
    show('home', home as object);
    show('home resolve', await slack.as('maya').clickInHome('Resolve'));
    await wait(1500);
    show('alex home', (await slack.as('alex').openHome()) as object);
  } catch (error) {
    show('error', String((error as Error).stack));
  }
  show('violations', await slack.violations());
  show('log', desk.logged.slice(-10).join(''));
  console.log(out.join('\n'));
});
