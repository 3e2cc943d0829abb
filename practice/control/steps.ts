import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { emit } from '../events/emit.ts';
import { APP_ID } from '../state/identity.ts';
import { type Routes, route } from './route.ts';

/** Runs a workflow's custom step of the app; answers with the execution's id, by which the app completes it. */
export const stepRoutes: Routes = {
  'run-step': route(
    z.object({ callbackId: z.string(), inputs: z.record(z.string(), z.unknown()) }),
    (workspace, { callbackId, inputs }) => {
      const id = `Fx${randomBytes(6).toString('hex').toUpperCase()}`;
      emit(workspace, {
        type: 'function_executed',
        function: {
          id: `Fn0${callbackId}`,
          callback_id: callbackId,
          title: callbackId,
          type: 'app',
          app_id: APP_ID,
        },
        inputs,
        function_execution_id: id,
        workflow_execution_id: `Wx${id.slice(2)}`,
        bot_access_token: `xwfp-${randomBytes(12).toString('hex')}`,
      });
      return id;
    },
  ),
};
