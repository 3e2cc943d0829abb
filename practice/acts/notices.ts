import type { Workspace } from '../core/workspace.ts';
import type { Notice } from '../state/records.ts';

const KEPT = 2000;

/** Shows something to one person only. */
export function showNotice({ store, changed }: Workspace, notice: Omit<Notice, 'ts'>): Notice {
  const shown: Notice = { ...notice, ts: store.nextTs() };
  store.state.notices.push(shown);
  if (store.state.notices.length > KEPT) store.state.notices.splice(0, KEPT / 10);
  changed();
  return shown;
}

export function findNotice({ store }: Workspace, channel: string, ts: string): Notice | undefined {
  return store.state.notices.find((each) => each.channel === channel && each.ts === ts);
}

export function removeNotice({ store, changed }: Workspace, notice: Notice): void {
  store.state.notices = store.state.notices.filter((each) => each !== notice);
  changed();
}
