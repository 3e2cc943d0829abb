import type { Database } from '../platform/database.ts';
import type { Question } from './question.ts';
import { toQuestion } from './rows.ts';

const RECENT_MS = 30 * 24 * 60 * 60 * 1_000;
const MOST = 5;

/** The newest others about the same member that are open or recent. */
export async function siblingQuestions(
  db: Database,
  { id, workspaceId, member }: Question,
  now: Date,
): Promise<readonly Question[]> {
  if (member === null) return [];
  const since = new Date(now.getTime() - RECENT_MS);
  const rows = await db
    .selectFrom('questions')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('memberRef', '=', member)
    .where('id', '<>', id)
    .where((eb) => eb.or([eb('status', '<>', 'resolved'), eb('askedAt', '>', since)]))
    .orderBy('askedAt', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(toQuestion);
}
