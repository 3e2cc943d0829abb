import { type AuditDeps, recordAudit } from '../audit/index.ts';
import { careTeamsOf } from '../directory/index.ts';
import { type Member, tokenFor } from '../members/index.ts';
import type { Database, Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { Vault } from '../platform/vault.ts';
import type { Redact } from '../redaction/index.ts';
import { type CareTeamKey, QuestionId, type StepRunId, type WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import { clocksOf } from './clock-plan.ts';
import { stopAt } from './event.ts';
import { appendEvent } from './history-store.ts';
import type { ViewId } from './ids.ts';
import { askerView, changedJob, completeStepJob, siblingsJob } from './jobs.ts';
import { type DirectoryDeps, liveDirectory } from './live-directory.ts';
import { rememberChoices } from './memory-store.ts';
import type { Refusal } from './outcome.ts';
import type { Person } from './people.ts';
import type { Exchange, Question, Source, TopicChoice } from './question.ts';
import { type ReadQuestion, type Reviewed, readQuestion } from './reading.ts';
import { postCard } from './record.ts';
import { saveChoices, saveRedactions } from './redaction-store.ts';
import { route } from './route.ts';
import { insertQuestion, questionOfView, saveAskerMessage } from './store.ts';
import { tellOfUnpostable } from './unpostable.ts';
import { unpostableOf, type Way } from './way.ts';
import { startClocks } from './wind-clocks.ts';

export type AskDeps = DirectoryDeps &
  AuditDeps & {
    readonly db: Database;
    readonly jobs: Jobs;
    readonly now: () => Date;
    readonly vault: Vault;
    readonly redact: Redact;
  };

/** What the form says, parsed. */
export type Ask = {
  readonly by: Person;
  /** The form, so that submitting it twice makes one question. */
  readonly viewId: ViewId | null;
  /** The run of a workflow's step that asks, and that goes on once there is a card. */
  readonly stepRun?: StepRunId;
  /** As typed. Only its redacted form is kept. */
  readonly text: string;
  readonly topic: TopicChoice;
  readonly state: StateCode | null;
  readonly memberId: string | null;
  readonly exchange: Exchange | null;
  readonly irl: boolean;
  readonly live: boolean;
  /** Needed from people on several care teams or none. */
  readonly careTeam: CareTeamKey | null;
  readonly source: Source | null;
  /** What the asker was shown before posting, and which of it they said is no PHI. Null when nothing was shown. */
  readonly reviewed: Reviewed | null;
};

export type AskOutcome =
  | { readonly kind: 'asked'; readonly question: Question }
  /** This form has been submitted before; the question is the one that it made then. */
  | { readonly kind: 'askedBefore'; readonly question: Question }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Stores the question and queues its card and the asker's message, all or nothing. */
export async function askQuestion(deps: AskDeps, typed: Ask): Promise<AskOutcome> {
  const ask = { ...typed, memberId: typed.memberId?.trim() || null };
  if (ask.by.isExternal) return { kind: 'refused', refusal: { reason: 'external' } };
  const live = await liveDirectory(deps);
  const careTeam = ask.careTeam ?? (await onlyCareTeam(deps, ask));
  const way = route({ topic: ask.topic, state: ask.state, careTeam }, live);
  const read = readQuestion(deps.redact, ask, live.directory);
  return await deps.db.transaction().execute(async (trx) => await store(trx, deps, { ...ask, read }, way));
}

type AskAsRead = Ask & { readonly read: ReadQuestion };

async function store(trx: Trx, deps: AskDeps, ask: AskAsRead, way: Way): Promise<AskOutcome> {
  const workspaceId = deps.workspace.id;
  const at = deps.now();
  const found = { workspaceId, unpostable: unpostableOf(way), at };
  if (way.kind === 'noWay') {
    await tellOfUnpostable(trx, deps, { ...found, questionId: null });
    return { kind: 'refused', refusal: way.refusal };
  }
  const member = ask.memberId === null ? null : await tokenFor(trx, deps, ask.memberId);
  const question = begin(deps, { ...ask, member }, way, at);
  if (!(await insertQuestion(trx, question, ask.viewId))) return await askedBefore(trx, workspaceId, ask);
  await saveRedactions(trx, question, 'question', ask.read.findings);
  await saveChoices(trx, question, ask.read.choices);
  const asked = await announce(trx, deps, question);
  if (member) await deps.jobs.enqueue(trx, siblingsJob, { questionId: question.id });
  if (ask.stepRun)
    await deps.jobs.enqueue(trx, completeStepJob, { questionId: question.id, run: ask.stepRun });
  await tellOfUnpostable(trx, deps, { ...found, questionId: question.id });
  await putOnRecord(trx, deps, question, member);
  return { kind: 'asked', question: asked };
}

async function putOnRecord(
  trx: Trx,
  deps: AskDeps,
  { id: questionId, workspaceId, askedBy: by, placement }: Question,
  member: Member | null,
): Promise<void> {
  await recordAudit(trx, deps, {
    workspaceId,
    action: 'questions.asked',
    by,
    questionId,
    member: member?.token ?? null,
    facts: { tier: placement.tier },
  });
}

/** The card for those who answer, the message for the one who asked, and the first row of its history. */
async function announce(trx: Trx, deps: AskDeps, question: Question): Promise<Question> {
  const { id: questionId, workspaceId, askedBy, askedAt, placement } = question;
  await appendEvent(trx, question, {
    by: askedBy,
    at: askedAt,
    statusBefore: null,
    note: null,
    detail: { kind: 'asked', to: stopAt(placement) },
  });
  await postCard(trx, deps, question);
  const to = { user: askedBy };
  const askerMessage = await post(trx, deps.jobs, {
    workspaceId,
    to,
    view: askerView,
    payload: { questionId },
  });
  await saveAskerMessage(trx, questionId, askerMessage);
  await startClocks(trx, deps, question, { kinds: clocksOf(question), at: askedAt });
  await deps.jobs.enqueue(trx, changedJob, { questionId });
  await rememberChoices(trx, question);
  return { ...question, askerMessage };
}

function begin(
  { workspace }: AskDeps,
  ask: AskAsRead & { readonly member: Member | null },
  { to, subject }: Extract<Way, { kind: 'way' }>,
  at: Date,
): Question {
  const { topic, state, exchange, irl, live, source } = ask;
  return {
    id: QuestionId.parse(uuidv7()),
    workspaceId: workspace.id,
    askedBy: ask.by.user,
    askedAt: at,
    text: ask.read.text,
    topic,
    state,
    exchange,
    irl,
    live,
    source,
    careTeam: subject.careTeam,
    member: ask.member?.memberRef ?? null,
    placement: { ...to, move: 0, since: at },
    status: { name: 'open' },
    firstResponse: null,
    askerMessage: null,
    hungUpAt: null,
    declinedBy: [],
    duplicateOf: null,
  };
}

async function askedBefore(trx: Trx, workspaceId: WorkspaceId, { viewId }: Ask): Promise<AskOutcome> {
  const question = viewId && (await questionOfView(trx, workspaceId, viewId));
  if (!question) throw new Error('A question was neither stored nor there already');
  return { kind: 'askedBefore', question };
}

async function onlyCareTeam({ db, workspace }: AskDeps, { by }: Ask): Promise<CareTeamKey | null> {
  const [first, ...others] = await careTeamsOf(db, workspace.id, by.user);
  return first !== undefined && others.length === 0 ? first : null;
}
