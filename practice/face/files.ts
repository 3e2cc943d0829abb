import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Workspace } from '../core/workspace.ts';
import { BOT_TOKEN } from '../state/identity.ts';
import { SAFE_HEADERS } from './site.ts';

/** Shown as pictures; anything else is only ever saved, lest a page that somebody uploaded runs as one of ours. */
const PICTURES = /^image\/(png|jpeg|gif|webp)$/;

/** The content of an uploaded file, for the page and for the app's token. */
export function sendFile({ store }: Workspace, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
  const file = store.state.files?.[pathname.split('/')[2] ?? ''];
  const { authorization, 'sec-fetch-site': site } = incoming.headers;
  const mayRead = authorization === `Bearer ${BOT_TOKEN}` || site === 'same-origin';
  if (!file || !mayRead) {
    outgoing.writeHead(404).end();
    return;
  }
  const isPicture = PICTURES.test(file.mimetype);
  outgoing.writeHead(200, {
    ...SAFE_HEADERS,
    'content-type': isPicture ? file.mimetype : 'application/octet-stream',
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  outgoing.end(Buffer.from(file.base64, 'base64'));
}
