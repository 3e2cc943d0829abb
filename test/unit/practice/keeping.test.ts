import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { aWorkspace } from './support.ts';

function aFolder() {
  const path = mkdtempSync(join(tmpdir(), 'practice-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

describe('what is kept', () => {
  test('messages, the Home tab and the signing secret survive a restart, and times go on', async () => {
    using folder = aFolder();
    const stateFile = join(folder.path, 'state.json');
    const first = await aWorkspace({ stateFile });
    const ts = await first.client.as('maya').say('#care-keystone', 'Before');
    await first.slack.views.publish({ user_id: 'U0MAYA', view: { type: 'home', blocks: [] } });
    await first.close();

    await using second = await aWorkspace({ stateFile });
    const reply = await second.client.as('jordan').say('#care-keystone', 'After', { threadTs: ts });

    expect(second.signingSecret).toBe(first.signingSecret);
    expect(await second.client.as('maya').home()).toMatchObject({ blocks: [] });
    expect(await second.client.thread('#care-keystone', ts)).toMatchObject([
      { text: 'Before' },
      { text: 'After' },
    ]);
    expect(reply > ts).toBe(true);
  });

  test('a reset brings the seed back', async () => {
    await using workspace = await aWorkspace();
    await workspace.client.as('maya').say('#care-keystone', 'Before');
    await workspace.client.admin.archive('#care-keystone');

    await workspace.client.reset();

    expect(await workspace.client.messages('#care-keystone')).toEqual([]);
    await workspace.client.as('maya').say('#care-keystone', 'After');
  });

  test('the seed has the channels of the directory, with the right people in them', async () => {
    await using workspace = await aWorkspace();
    const channels = await workspace.client.channels();
    const membersOf = (name: string) => channels.find((each) => each.name === name)?.members;

    expect(membersOf('care-keystone')).toEqual(['U0CONCIERGE', 'U0MAYA', 'U0JORDAN', 'U0ROSA']);
    expect(membersOf('experts-claims-florida')).toEqual(['U0CONCIERGE', 'U0DANA', 'U0ROSA']);
    expect(membersOf('region-northeast')).toEqual(['U0CONCIERGE', 'U0OMAR', 'U0ROSA']);
    expect(membersOf('random')).not.toContain('U0CONCIERGE');
  });
});
