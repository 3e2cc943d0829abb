import type { Database, Trx } from '../platform/database.ts';
import type { Finding, FindingType } from '../redaction/finding.ts';
import type { RuleId } from '../redaction/rules.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { Question } from './question.ts';

/** Adds to what is on record of a question: how often which rule took something, and of which kind. */
export async function saveRedactions(
  trx: Trx,
  { id: questionId, workspaceId }: Pick<Question, 'id' | 'workspaceId'>,
  part: 'question' | 'note',
  findings: readonly Finding[],
): Promise<void> {
  const groups = Map.groupBy(findings, ({ rule, type }) => `${rule} ${type}`);
  const values = [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map(({ rule, type }) => ({ questionId, part, rule, type, count: group.length, workspaceId })),
  );
  if (values.length === 0) return;
  await trx
    .insertInto('questionRedactions')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['questionId', 'part', 'rule', 'type'])
        .doUpdateSet((eb) => ({ count: eb('questionRedactions.count', '+', eb.ref('excluded.count')) })),
    )
    .execute();
}

export type TakenOut = { readonly type: FindingType; readonly count: number };

/** What was taken out of the question's own text, the most frequent kind first. */
export async function takenOutOf(
  db: Database,
  workspaceId: WorkspaceId,
  questionId: QuestionId,
): Promise<readonly TakenOut[]> {
  const rows = await db
    .selectFrom('questionRedactions')
    .select((eb) => ['type', eb.fn.sum<string>('count').as('count')])
    .where('workspaceId', '=', workspaceId)
    .where('questionId', '=', questionId)
    .where('part', '=', 'question')
    .groupBy('type')
    .orderBy('count', 'desc')
    .orderBy('type')
    .execute();
  return rows.map(({ type, count }) => ({ type, count: Number(count) }));
}

/** A finding that somebody was shown, and whether they said that it is no PHI. */
export type Choice = Pick<Finding, 'rule' | 'type'> & { readonly kept: boolean };

export async function saveChoices(
  trx: Trx,
  { id: questionId, workspaceId, askedBy: by, askedAt: at }: Question,
  choices: readonly Choice[],
): Promise<void> {
  if (choices.length === 0) return;
  await trx
    .insertInto('redactionChoices')
    .values(
      choices.map(({ rule, type, kept }, position) => ({
        questionId,
        position,
        workspaceId,
        by,
        at,
        rule,
        type,
        kept,
      })),
    )
    .execute();
}

export type OverruledRule = {
  readonly workspaceId: WorkspaceId;
  readonly rule: RuleId;
  readonly shown: number;
  readonly overruled: number;
};

/** Every rule that anybody could overrule, the most often overruled first. */
export async function overruledRules(db: Database): Promise<readonly OverruledRule[]> {
  const rows = await db
    .selectFrom('redactionOverruled')
    .selectAll()
    .orderBy('workspaceId')
    .orderBy('overruled', 'desc')
    .orderBy('shown', 'desc')
    .orderBy('rule')
    .execute();
  return rows.map(({ shown, overruled, ...rest }) => ({
    ...rest,
    shown: Number(shown),
    overruled: Number(overruled),
  }));
}
