import { expect, test } from '@jest/globals';
import { FIRST_LOOK, filtered, lookFrom } from '../../../src/home/look.ts';
import { storedLook } from '../../../src/home/store.ts';
import { turnLook } from '../../../src/home/turn-look.ts';
import { SlackUserId, WorkspaceId } from '../../../src/shared/ids.ts';
import { freshDatabase } from '../../support/postgres.ts';

const workspace = { id: WorkspaceId.parse('T0PRACTICE') };
const user = SlackUserId.parse('U0ROSA');

test('Of many quick clicks on a Home, none undoes another', async () => {
  await using pg = await freshDatabase();
  const deps = { db: pg.db, workspace };
  await Promise.all([
    turnLook(deps, user, (look) => filtered(look, { status: 'live' })),
    turnLook(deps, user, (look) => filtered(look, { tier: 2 })),
    turnLook(deps, user, (look) => ({ ...look, part: 'questions' })),
    turnLook(deps, user, (look) => ({ ...look, mine: look.mine + 1 })),
    turnLook(deps, user, (look) => ({ ...look, mine: look.mine + 1 })),
  ]);

  expect(lookFrom(await storedLook(pg.db, { workspaceId: workspace.id, user }))).toEqual({
    ...FIRST_LOOK,
    mine: 2,
    part: 'questions',
    filter: { status: 'live', tier: 2, topic: null },
  });
});
