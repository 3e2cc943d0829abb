import { overdueClocks, runningClocks } from '../../../src/questions/clock-store.ts';
import { type FireDeps, fireClock } from '../../../src/questions/fire-clock.ts';
import type { Question } from '../../../src/questions/question.ts';
import { type Room, workspaceId } from './room.ts';

/** Lets time pass, and does what is due on the way, each at its moment. */
export async function passTime(room: Room, seconds: number): Promise<void> {
  const end = new Date(room.clock.now.getTime() + seconds * 1_000);
  for (;;) {
    const [next] = await overdueClocks(room.pg.db, workspaceId, end, 1);
    if (!next?.nextAt) break;
    if (next.nextAt > room.clock.now) room.clock.now = next.nextAt;
    await fire(room, next);
  }
  room.clock.now = end;
}

export async function fire(
  room: Room,
  { id, questionId, nextAt }: Awaited<ReturnType<typeof overdueClocks>>[number],
): Promise<void> {
  await fireClock(room.deps satisfies FireDeps, { clockId: id, questionId, at: nextAt?.getTime() ?? 0 });
}

/** `claim due 15:10`, in UTC: what runs for a question. */
export async function clocksOf(room: Room, { id }: Question): Promise<readonly string[]> {
  const clocks = await runningClocks(room.pg.db, workspaceId, id);
  return clocks
    .map(({ kind, lane, dueAt }) => `${lane} ${kind} due ${dueAt.toISOString().slice(5, 16)}`)
    .toSorted();
}
