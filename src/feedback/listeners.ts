import type { App } from '@slack/bolt';
import { type HotListenerDeps, listenForHotThreads } from './hot-listeners.ts';
import { listenForWork, type WorkListenerDeps } from './work-listeners.ts';

export function listen(app: App, deps: WorkListenerDeps & HotListenerDeps): void {
  listenForWork(app, deps);
  listenForHotThreads(app, deps);
}
