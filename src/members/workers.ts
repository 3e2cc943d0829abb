import type { WebClient } from '@slack/web-api';
import { errorCode } from '../platform/errors.ts';
import { type Worker, worker } from '../platform/jobs.ts';
import { wipeJob } from './jobs.ts';
import { wipedView } from './reveal-views.ts';

type Deps = { readonly slack: { readonly posting: Pick<WebClient, 'views'> } };

/** The person has closed the window meanwhile, or Slack has. */
const CLOSED = new Set(['not_found', 'view_not_found']);

export function workers({ slack }: Deps): readonly Worker[] {
  return [
    worker(wipeJob, async ({ viewId, token }) => {
      try {
        await slack.posting.views.update({ view_id: viewId, view: wipedView(token) });
      } catch (error) {
        if (!CLOSED.has(errorCode(error) ?? '')) throw error;
      }
    }),
  ];
}
