import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Workspace } from '../core/workspace.ts';
import { type Backdrop, lookerFrom, partsFor } from './looker.ts';
import { SAFE_HEADERS } from './site.ts';

/** Changes that come together are told together. */
const TOGETHER_MS = 30;
const STILL_THERE_MS = 15_000;

/**
 * Shows one screen for as long as somebody looks: everything at first, then each part whenever it has changed.
 * A page that was cut off simply looks again.
 */
export function showLive(
  workspace: () => Workspace,
  backdrop: Backdrop,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const looker = lookerFrom(new URL(incoming.url ?? '/', 'http://localhost').searchParams);
  const told = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    timer = undefined;
    for (const { part, value } of partsFor(workspace(), looker, backdrop)) {
      const text = JSON.stringify({ part, value });
      if (told.get(part) === text) continue;
      told.set(part, text);
      outgoing.write(`data: ${text}\n\n`);
    }
  };
  outgoing.writeHead(200, {
    ...SAFE_HEADERS,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  tell();
  const forget = workspace().changes.watch(() => {
    timer ??= setTimeout(tell, TOGETHER_MS);
  });
  const pulse = setInterval(() => outgoing.write(': still there\n\n'), STILL_THERE_MS);
  outgoing.on('close', () => {
    forget();
    clearTimeout(timer);
    clearInterval(pulse);
  });
}
