import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiAnswer, answerCall } from './api/answer.ts';
import { answerResponse } from './api/response-url.ts';
import type { Face } from './face/face.ts';
import { refusalOf } from './face/guard.ts';
import { receiveFile, serveFile } from './files.ts';
import type { WorkspaceEmulator } from './state/emulator.ts';

const LARGEST_BODY = 16_000_000;

/** The workspace on a port of this machine, and nowhere else. */
export async function listen(port: number, emulator: () => WorkspaceEmulator, face: () => Face | undefined) {
  const refusal = ({ method = 'GET', headers }: IncomingMessage): string | undefined =>
    refusalOf({ method, headers, port: (server.address() as AddressInfo).port });
  const server = createServer((incoming, outgoing) => {
    const refused = refusal(incoming);
    if (refused !== undefined) {
      incoming.resume();
      sendJson(outgoing, 403, { problem: refused });
      return;
    }
    serve(emulator(), face(), incoming, outgoing).catch((error: unknown) => {
      emulator()
        .workspace()
        .settings.log(`${incoming.url}: ${error instanceof Error ? error.stack : 'failed'}`);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });
  server.on('upgrade', (incoming, socket, head) => {
    if (refusal(incoming) === undefined)
      emulator().workspace().connection.sockets.upgrade(incoming, socket, head);
    else socket.destroy();
  });
  // Longer than any client keeps an idle connection, lest it be cut just as it is used again.
  server.keepAliveTimeout = 60_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function serve(
  emulator: WorkspaceEmulator,
  face: Face | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
  const [, area, name = '', id = ''] = pathname.split('/');
  const bytes = await readBody(incoming);
  const body = bytes.toString('utf8');
  const contentType = incoming.headers['content-type'] ?? '';
  const workspace = emulator.workspace();
  if (area === 'api') {
    const { authorization } = incoming.headers;
    send(outgoing, await answerCall(workspace, { method: name, authorization, contentType, body }));
  } else if (area === 'response') {
    send(outgoing, answerResponse(workspace, name, contentType, body));
  } else if (area === 'upload') {
    await receiveFile(workspace, { id, contentType, body: bytes }, outgoing);
  } else if (area === 'files') {
    serveFile(workspace, name, outgoing);
  } else if (pathname === '/practice/reset') {
    await emulator.reset();
    sendJson(outgoing, 200, { result: null });
  } else if (!(await face?.answer(incoming, outgoing, body))) {
    await passOn(emulator, incoming, outgoing, body);
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function send(outgoing: ServerResponse, { status, body, retryAfter, cut }: ApiAnswer): void {
  if (cut === 'at-once') {
    outgoing.destroy();
    return;
  }
  const text = JSON.stringify(body);
  const headers = {
    ...jsonHeaders(text),
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  };
  outgoing.writeHead(status, headers);
  if (cut !== 'half-way') {
    outgoing.end(text);
    return;
  }
  outgoing.write(text.slice(0, Math.floor(text.length / 2)), () => outgoing.destroy());
}

function sendJson(outgoing: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  outgoing.writeHead(status, jsonHeaders(text)).end(text);
}

function jsonHeaders(text: string) {
  return { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) };
}

/** The control routes and the inspector are emulate's. */
async function passOn(
  { runtime }: WorkspaceEmulator,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: string,
): Promise<void> {
  const method = incoming.method ?? 'GET';
  const headers = { 'content-type': incoming.headers['content-type'] ?? '' };
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(new URL(incoming.url ?? '/', runtime.baseUrl), {
    method,
    headers,
    ...(hasBody && { body }),
  });
  const response = await runtime.fetch(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
