import { NotYet } from '../../platform/jobs.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { reject } from './conclude.ts';
import type { DeliverDeps } from './deps.ts';
import { type Destination, destinationOf, type Ready } from './destination.ts';
import { holdBack, openLimit, waitForTurn } from './pace.ts';
import { type OutboxRow, settle } from './store.ts';
import { judge } from './verdict.ts';

/** Where the row's message goes; `undefined` when it goes nowhere and the row has been settled for that. */
export async function reach(
  deps: DeliverDeps,
  row: OutboxRow,
  signal: AbortSignal,
): Promise<Ready | undefined> {
  const destination = await find(deps, row, signal);
  switch (destination?.kind) {
    case undefined:
      return undefined;
    case 'ready':
      return destination;
    case 'wait':
      throw new NotYet();
    case 'pointless':
      await settle(deps.db, row, { state: 'dropped', code: destination.code });
      return undefined;
    default:
      return unreachable(destination);
  }
}

/** A direct message may have to be opened first; Slack's refusal to do that is a refusal of the message. */
async function find(
  deps: DeliverDeps,
  row: OutboxRow,
  signal: AbortSignal,
): Promise<Destination | undefined> {
  const { db, slack, limits } = deps;
  const limit = openLimit(limits);
  const mayOpen = async (): Promise<boolean> => await waitForTurn(db, row.workspaceId, limit, signal);
  try {
    return await destinationOf({ db, posting: slack.posting, mayOpen }, row);
  } catch (error) {
    const verdict = judge(error);
    if (!verdict) throw error;
    if (verdict.kind === 'refused') {
      await reject(deps, row, verdict.code);
      return undefined;
    }
    const pause = verdict.kind === 'later' ? verdict.afterSeconds : undefined;
    await holdBack(db, row.workspaceId, limit.scope, pause ?? 1);
    throw new NotYet();
  }
}
