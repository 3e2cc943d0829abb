import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Workspace } from '../core/workspace.ts';
import { builtPage } from './build.ts';
import { openDays } from './day.ts';
import type { Host } from './host.ts';
import { showLive } from './live.ts';
import { openOutside } from './outside.ts';
import { openSite } from './site.ts';

type Surroundings = {
  readonly workspace: () => Workspace;
  readonly url: () => string;
  readonly host: Host;
  /** The folder of the built page; it is built when not given. */
  readonly page?: string | undefined;
  /** How slowly the demo day is played. */
  readonly pace?: number | undefined;
};

/** The practice workspace as a page in the browser. */
export async function openFace({ workspace, url, host, page, pace = 2 }: Surroundings) {
  const site = openSite(page ?? (await builtPage()));
  let lessonSince = workspace().store.nextTs();
  const startLesson = (): void => {
    lessonSince = workspace().store.nextTs();
  };
  const days = openDays(url, () => workspace().changes.announce(), pace);
  const outside = openOutside({ host, workspace, days, startLesson });
  const backdrop = { outside: outside.shown, lessonSince: () => lessonSince };

  return {
    /** False when the request is for somebody else. */
    async answer(incoming: IncomingMessage, outgoing: ServerResponse, body: string): Promise<boolean> {
      const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
      if (incoming.method === 'GET' && pathname === '/face/live') {
        showLive(workspace, backdrop, incoming, outgoing);
        return true;
      }
      if (incoming.method === 'GET') return await site.serve(pathname, outgoing);
      const deed = /^\/face\/([a-z]+)$/.exec(pathname)?.[1];
      const done = deed && (await outside.carryOut(deed, body));
      if (!done) return false;
      outgoing.writeHead(done.status, { 'content-type': 'application/json' }).end(JSON.stringify(done.body));
      return true;
    },
  };
}

export type Face = Awaited<ReturnType<typeof openFace>>;
