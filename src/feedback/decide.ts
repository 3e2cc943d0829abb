import type { Database, Trx } from '../platform/database.ts';
import type { Redact, Redaction, RedactionContext } from '../redaction/index.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import type { FeedbackId, Status } from './feedback.ts';
import { mayWork, type WorkRefusal } from './may-work.ts';
import { type PutDownDeps, putDown } from './put-down.ts';
import { findFeedback, lockFeedback } from './store.ts';
import { MOST_THEMES, type ThemeId, themesIn } from './theme.ts';
import { ensureThemes, knownThemes } from './theme-store.ts';
import { type TicketLink, ticketLink, wordsOfTicket } from './ticket.ts';
import { countEvents, themesOf } from './work-store.ts';
import { type Person, type WorkerDeps, workerFor } from './worker.ts';

export type DecideDeps = WorkerDeps & PutDownDeps & { readonly db: Database; readonly redact: Redact };

export type Decision = {
  readonly feedbackId: FeedbackId;
  readonly by: Person;
  /** How much had been done about the comment when the form was filled in. */
  readonly seen: number;
  readonly status: Status;
  readonly owner: SlackUserId | null;
  readonly ticket: string | null;
  readonly themes: readonly ThemeId[];
  readonly newThemes: string | null;
};

/** What is wrong with what was entered, and where. */
export type Wrong =
  | 'ownerCannot'
  | 'noAddress'
  | 'ticketIdentifies'
  | 'themeTooLong'
  | 'themeIdentifies'
  | 'tooManyThemes';

export type DecideOutcome =
  | { readonly kind: 'decided' }
  | { readonly kind: 'wrong'; readonly what: Wrong }
  /** By somebody else, after the form was opened. */
  | { readonly kind: 'changedMeanwhile' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: WorkRefusal };

/** Status, owner, ticket and themes of a comment, all at once. */
export async function decide(deps: DecideDeps, decision: Decision): Promise<DecideOutcome> {
  const { db, directory, workspace } = deps;
  const { by, feedbackId, seen, status, owner } = decision;
  const refusal = mayWork(await workerFor(deps, by), 'decide');
  if (refusal) return { kind: 'refused', refusal };
  const amendment = (await directory.load(workspace.id))?.directory.redaction;
  const read = readEntries(deps.redact, decision, { amendment });
  if (read.kind === 'wrong') return read;
  const current = await findFeedback(db, workspace.id, feedbackId);
  const isNewOwner = owner !== null && owner !== current?.owner;
  if (isNewOwner && !(await canOwn(deps, owner))) return { kind: 'wrong', what: 'ownerCannot' };

  return await db.transaction().execute(async (trx) => {
    const feedback = await lockFeedback(trx, workspace.id, feedbackId);
    if (!feedback) return { kind: 'gone' };
    if ((await countEvents(trx, feedbackId)) !== seen) return { kind: 'changedMeanwhile' };
    const themes = await themesFor(trx, deps, decision.themes, read.names);
    if (themes.length > MOST_THEMES) return { kind: 'wrong', what: 'tooManyThemes' };

    const before = {
      status: feedback.status,
      owner: feedback.owner,
      ticket: feedback.ticket,
      themes: await themesOf(trx, feedbackId),
    };
    const after = { status, owner, ticket: read.ticket, themes };
    await putDown(trx, deps, { feedback, before, after, by: by.user });
    return { kind: 'decided' };
  });
}

type Read =
  | { readonly kind: 'read'; readonly ticket: TicketLink | null; readonly names: readonly RedactedText[] }
  | { readonly kind: 'wrong'; readonly what: Wrong };

/** Nothing that identifies a member may be kept; as it would make no sense redacted, it is refused. */
function readEntries(
  redact: Redact,
  { ticket: typed, newThemes }: Pick<Decision, 'ticket' | 'newThemes'>,
  context: RedactionContext,
): Read {
  const ticket = typed === null ? null : ticketLink(typed);
  if (ticket === undefined) return { kind: 'wrong', what: 'noAddress' };
  if (ticket !== null && identifies(redact(wordsOfTicket(ticket), context))) {
    return { kind: 'wrong', what: 'ticketIdentifies' };
  }
  const themes = themesIn(newThemes ?? '');
  if (themes.kind === 'tooLong') return { kind: 'wrong', what: 'themeTooLong' };
  const read = themes.names.map((name) => redact(name, context));
  if (read.some(({ findings, withheld }) => withheld || findings.length > 0)) {
    return { kind: 'wrong', what: 'themeIdentifies' };
  }
  return { kind: 'read', ticket, names: read.map(({ text }) => text) };
}

/** Trackers give long numbers to tickets. */
function identifies({ findings, withheld }: Redaction): boolean {
  return withheld || findings.some(({ type }) => type !== 'ID');
}

async function canOwn(deps: DecideDeps, owner: SlackUserId): Promise<boolean> {
  return mayWork(await workerFor(deps, { user: owner, isExternal: false }), 'own') === undefined;
}

async function themesFor(
  trx: Trx,
  { workspace }: DecideDeps,
  chosen: readonly ThemeId[],
  names: readonly RedactedText[],
): Promise<readonly ThemeId[]> {
  const known = await knownThemes(trx, workspace.id, chosen);
  const made = await ensureThemes(trx, workspace.id, names);
  return [...new Set([...known.map(({ id }) => id), ...made])];
}
