import type { LiveDirectory } from '../directory/directory.ts';
import { groupIdOf } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import { type Call, callsOf } from './call-store.ts';
import { circlesOf, onDutyAt } from './circle.ts';
import type { RunningClock } from './clock-plan.ts';
import { runningClocks } from './clock-store.ts';
import type { ClockFacts, NextDeed } from './clock-words.ts';
import type { LiveFacts } from './live-views.ts';
import { isLive, isWaiting, type Question } from './question.ts';
import { escalation } from './route.ts';

export type StandingFacts = { readonly clock: ClockFacts | null; readonly live: LiveFacts };

const NOBODY: LiveFacts = { onDuty: null, calls: [] };

/** What a question that waits shows of its clock, and of who was asked to take it. */
export async function standingFacts(
  db: Database,
  question: Question,
  found: LiveDirectory | undefined,
): Promise<StandingFacts> {
  const { workspaceId, id, placement, status } = question;
  if (!found || !isWaiting(question)) return { clock: null, live: NOBODY };
  const [clocks, calls, onDuty] = await Promise.all([
    runningClocks(db, workspaceId, id),
    callsOf(db, workspaceId, id),
    isLive(question) ? onDutyGroup(db, question, found) : null,
  ]);
  const here = calls.filter(({ move }) => move === placement.move);
  const shown = clocks.find(({ kind }) => kind === (status.name === 'open' ? 'claim' : 'answer'));
  const facts = shown && {
    ...shown,
    next: nextOf(shown, (deed, at) => described(deed, at, { question, found, calls })),
  };
  return { clock: facts ?? null, live: { onDuty, calls: here } };
}

async function onDutyGroup(db: Database, { workspaceId, placement }: Question, { directory }: LiveDirectory) {
  const handle = onDutyAt(directory, placement);
  return handle === null ? null : ((await groupIdOf(db, workspaceId, handle)) ?? null);
}

type PlannedDeed = RunningClock['plan'][number]['deed'];

/** The first thing to come that there is something to say of; failing that, the end of its time. */
function nextOf(
  { plan, step, dueAt, breachedAt }: RunningClock,
  describe: (deed: PlannedDeed, at: Date) => NextDeed | undefined,
): NextDeed | null {
  for (const { deed, at } of plan.slice(step)) {
    const next = describe(deed, at);
    if (next) return next;
  }
  return breachedAt === null ? { deed: 'breach', at: dueAt } : null;
}

type Scene = { readonly question: Question; readonly found: LiveDirectory; readonly calls: readonly Call[] };

function described(deed: PlannedDeed, at: Date, { question, found, calls }: Scene): NextDeed | undefined {
  switch (deed) {
    case 'look':
    case 'breach':
      return undefined;
    case 'ping':
    case 'remind':
      return { deed, at };
    case 'escalate': {
      const way = escalation(question, found);
      return way.kind === 'way' ? { deed, at, to: way.to.placeName } : { deed: 'ping', at };
    }
    case 'call': {
      const next = circlesOf(question, found).find(
        ({ circle, channel }) => !calls.some((call) => call.circle === circle && call.channel === channel),
      );
      return next && { deed, at, to: next.who };
    }
  }
}
