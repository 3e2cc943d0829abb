import { channelsSeenBy, rolesOf } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { SlackUserId } from '../shared/ids.ts';
import { likelyOriginals } from './duplicate-store.ts';
import type { Question } from './question.ts';

/** What is offered as the same question: of channels that they can read, so that nobody learns here what others ask. */
export async function offeredOriginals(
  db: Database,
  question: Question,
  { user, limit }: { readonly user: SlackUserId; readonly limit: number },
): Promise<readonly Question[]> {
  const { workspaceId } = question;
  const isSupervisor = (await rolesOf(db, workspaceId, user)).has('supervisor');
  const channels = isSupervisor ? null : await channelsSeenBy(db, workspaceId, user);
  return await likelyOriginals(db, question, { channels, limit });
}
