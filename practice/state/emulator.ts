import { createEmulator, defineEmulator } from 'emulate';
import { control } from '../control/routes.ts';
import { openWorkspace, type Surroundings, type Workspace } from '../core/workspace.ts';
import type { State } from './records.ts';

/**
 * The workspace's state, held by emulate's runtime for custom services: it seeds, snapshots, resets and restores it,
 * serves the inspector under `/_emulate`, and carries the control routes. The Web API is answered beside it.
 */
export async function openEmulator(seed: State, surroundings: Surroundings) {
  const current: { workspace?: Workspace } = {};
  const slack = defineEmulator<State>({
    name: 'practice-slack',
    state: () => seed,
    cors: false,
    setup(context) {
      const { app, state } = context;
      const workspace = openWorkspace(state, surroundings);
      current.workspace = workspace;
      context.onDispose(() => workspace.events.close());
      app.post('/practice/:name', async (asked) => {
        const { status, body } = await control(workspace, asked.req.param('name'), await asked.req.text());
        return asked.json(body, status);
      });
    },
  });
  const runtime = await createEmulator({
    service: slack,
    listen: false,
    seed,
    baseUrl: surroundings.baseUrl(),
    inspector: { redact: ['signingSecret'] },
  });
  return {
    runtime,
    /** Back to how it was seeded. Those who watch look again. */
    async reset(): Promise<void> {
      await runtime.reset();
      surroundings.onChange();
      surroundings.changes.announce();
    },
    workspace(): Workspace {
      if (!current.workspace) throw new Error('The workspace has not been set up.');
      return current.workspace;
    },
  };
}

export type WorkspaceEmulator = Awaited<ReturnType<typeof openEmulator>>;
