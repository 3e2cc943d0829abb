import { z } from 'zod';
import type { Workspace } from '../core/workspace.ts';
import { PracticeProblem, problem } from '../interactions/problem.ts';
import type { Days } from './day.ts';
import { Comment, sendFeedback } from './feedback.ts';
import type { Host } from './host.ts';
import type { Outside } from './scene.ts';

type World = {
  readonly host: Host;
  readonly workspace: () => Workspace;
  readonly days: Days;
  readonly startLesson: () => void;
};

/** What happens beyond the app and the workspace, at the press of a button. */
export function openOutside(world: World) {
  let busy = '';
  const announce = (): void => world.workspace().changes.announce();
  const during = async (what: string, deed: () => Promise<void>): Promise<void> => {
    if (busy !== '') problem(`One thing at a time: ${busy}`);
    busy = what;
    announce();
    try {
      await deed();
    } finally {
      busy = '';
      announce();
    }
  };
  const needed = <Part>(part: Part | undefined): Part => part ?? problem('That is not possible here.');

  const deeds: Readonly<Record<string, (input: unknown) => Promise<void>>> = {
    database: async (input) => {
      const { on } = z.object({ on: z.boolean() }).parse(input);
      const database = needed(world.host.database);
      await during(
        on ? 'The database starts …' : 'The database stops …',
        async () => await database.turn(on),
      );
    },
    clock: async (input) => {
      const { seconds } = z
        .object({
          seconds: z
            .number()
            .min(0)
            .max(40 * 86_400),
        })
        .parse(input);
      const clock = needed(world.host.clock);
      await during('The clock jumps …', async () =>
        seconds === 0 ? await clock.back() : await clock.jump(seconds),
      );
    },
    reset: async () => {
      const reset = needed(world.host.reset);
      world.days.end();
      await during('Everything is put back to the first day …', reset);
      world.startLesson();
      announce();
    },
    day: async (input) => {
      const { play } = z.object({ play: z.boolean() }).parse(input);
      if (play) world.days.start();
      else world.days.end();
      await Promise.resolve();
    },
    feedback: async (input) => {
      const { now } = world.workspace().settings;
      await sendFeedback(needed(world.host.feedback), Comment.parse(input), now);
    },
    lesson: async () => {
      world.startLesson();
      announce();
      await Promise.resolve();
    },
  };

  return {
    shown: (): Outside => ({
      database: world.host.database ? (world.host.database.isOn() ? 'on' : 'off') : 'fixed',
      ahead: world.host.clock?.ahead() ?? null,
      spell: world.workspace().faults.spell() ?? null,
      canReset: world.host.reset !== undefined,
      canSendFeedback: world.host.feedback !== undefined,
      day: world.days.now(),
      busy,
    }),
    /** Undefined when there is no such deed; otherwise what went wrong, or null. */
    async carryOut(name: string, body: string): Promise<{ status: number; body: unknown } | undefined> {
      const deed = deeds[name];
      if (!deed) return undefined;
      try {
        await deed(JSON.parse(body || '{}'));
        return { status: 200, body: { result: null } };
      } catch (error) {
        if (error instanceof PracticeProblem) return { status: 422, body: { problem: error.message } };
        if (error instanceof z.ZodError) return { status: 400, body: { problem: z.prettifyError(error) } };
        throw error;
      }
    },
  };
}
