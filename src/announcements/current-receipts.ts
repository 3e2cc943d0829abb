import type { Database } from '../platform/database.ts';
import { type Announcement, publicationOf } from './announcement.ts';
import { emojiAliases } from './emoji-store.ts';
import { historyOf } from './history-store.ts';
import { type ReceiptRules, type Receipts, receipts } from './receipts.ts';

type Deps = { readonly db: Database; readonly now: () => Date };

/** The receipts as they are known at this moment. Undefined for what was never published. */
export async function currentReceipts(
  { db, now }: Deps,
  announcement: Announcement,
): Promise<Receipts | undefined> {
  const rules = rulesOf(announcement, await emojiAliases(db, announcement.workspaceId), now());
  return rules && receipts(rules, await historyOf(db, announcement));
}

export function rulesOf(
  announcement: Announcement,
  aliases: ReadonlyMap<string, string>,
  now: Date,
): ReceiptRules | undefined {
  const publication = publicationOf(announcement);
  if (!publication) return undefined;
  const { importance, ownEmojiOnly, deadline, receiptsSince } = announcement;
  return {
    importance,
    ownEmojiOnly,
    deadline,
    receiptsSince,
    aliases,
    now,
    publishedAt: publication.at,
    countsUntil: publication.countsUntil,
  };
}
