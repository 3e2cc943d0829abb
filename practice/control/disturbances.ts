import { z } from 'zod';
import { FAULT_KINDS } from '../core/faults.ts';
import { channelCalled } from '../interactions/scene.ts';
import { nothing, type Routes, route } from './route.ts';

const fault = z.object({
  method: z.string(),
  channel: z.string().optional(),
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().min(1).default(1),
  retryAfter: z.number().optional(),
  delayMs: z.number().optional(),
});

const spell = z.object({ kind: z.enum(['429', '500']), seconds: z.number().min(1).max(600) });

const habits = z.object({
  duplicate: z.number().int().min(1).optional(),
  reorder: z.boolean().optional(),
  hold: z.boolean().optional(),
});

/** What goes wrong, on purpose. */
export const disturbanceRoutes: Routes = {
  'fault-add': route(fault, (workspace, input) => {
    const channel = input.channel && channelCalled(workspace, input.channel).id;
    workspace.faults.add({ ...input, ...(channel && { channel }) });
  }),
  /** For so long every call meets it. */
  spell: route(spell, (workspace, { kind, seconds }) => {
    workspace.faults.cast(kind, seconds);
    workspace.changes.announce();
  }),
  'fault-clear': route(nothing, ({ faults, changes }) => {
    faults.clear();
    changes.announce();
  }),
  delivery: route(habits, ({ events }, input) => events.setHabits(input)),
  release: route(nothing, ({ events }) => events.release()),
};
