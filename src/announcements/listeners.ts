import type { App } from '@slack/bolt';
import { type HomeChanged, listenForAnnouncing } from './announce-listeners.ts';
import { listenForDeeds } from './deed-listeners.ts';
import { listenForReceipts, type ReceiptListenerDeps } from './receipt-listeners.ts';
import { listenForReports, type ReportListenerDeps } from './report-listeners.ts';
import type { AnnounceListenerDeps } from './submit-listeners.ts';
import { listenForTracking, type TrackListenerDeps } from './track-listeners.ts';

type Deps = AnnounceListenerDeps & ReceiptListenerDeps & TrackListenerDeps & ReportListenerDeps;

/** `homeChanged` draws a person's App Home anew after they did something there. */
export function listen(app: App, deps: Deps, homeChanged: HomeChanged = async () => {}): void {
  listenForAnnouncing(app, deps, homeChanged);
  listenForDeeds(app, deps, homeChanged);
  listenForReceipts(app, deps);
  listenForTracking(app, deps);
  listenForReports(app, deps);
}
