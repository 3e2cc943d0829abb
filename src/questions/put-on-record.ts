import { type AuditDeps, recordAudit } from '../audit/index.ts';
import { tokenOf } from '../members/index.ts';
import type { Trx } from '../platform/database.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { EventKind } from './event.ts';
import type { Question } from './question.ts';

/** The moves that belong to a member's story; a question's history has them all. */
const ON_RECORD = {
  answered: 'questions.answered',
  resolved: 'questions.resolved',
  escalated: 'questions.escalated',
  reopened: 'questions.reopened',
} as const;

type OnRecord = keyof typeof ON_RECORD;

type Made = {
  readonly after: Question;
  readonly event: { readonly kind: EventKind };
  readonly by: SlackUserId | null;
};

/** Last in the transaction of the move: see `recordAudit`. */
export async function putOnRecord(trx: Trx, deps: AuditDeps, { after, event, by }: Made): Promise<void> {
  const { kind } = event;
  if (!isOnRecord(kind)) return;
  const { workspaceId, id: questionId, member, placement } = after;
  await recordAudit(trx, deps, {
    workspaceId,
    action: ON_RECORD[kind],
    by,
    questionId,
    member: (member && (await tokenOf(trx, workspaceId, member))) ?? null,
    facts: { tier: placement.tier },
  });
}

function isOnRecord(kind: EventKind): kind is OnRecord {
  return kind in ON_RECORD;
}
