import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from './log.ts';

export type Answer = {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Request = {
  readonly headers: Readonly<IncomingMessage['headers']>;
  /** The raw body; `undefined` when it was longer than the route allows. */
  readonly body: Buffer | undefined;
};

export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly maxBytes?: number;
  readonly answer: (request: Request) => Promise<Answer>;
};

export type HttpServer = { readonly port: number; readonly close: () => Promise<void> };

/** Slow clients are cut off: a request must have arrived whole within this time. */
const ARRIVES_WITHIN_MS = 10_000;

export async function serve(
  { port, host, log }: { readonly port: number; readonly host?: string; readonly log: Log },
  routes: readonly Route[],
): Promise<HttpServer> {
  const server = createServer(
    { requestTimeout: ARRIVES_WITHIN_MS, keepAliveTimeout: 75_000 },
    (request, response) => {
      void respond(request, response, routes, log);
    },
  );
  await listen(server, port, host);
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: async () => await close(server),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
  log: Log,
): Promise<void> {
  try {
    const path = (request.url ?? '/').split('?', 1)[0];
    const here = routes.filter((route) => route.path === path);
    const route = here.find(({ method }) => method === request.method);
    if (!route) {
      request.resume();
      send(response, here.length > 0 ? { status: 405 } : { status: 404 });
      return;
    }
    send(
      response,
      await route.answer({ headers: request.headers, body: await read(request, route.maxBytes ?? 0) }),
    );
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    log.failure('http.failed', error);
    send(response, { status: 500 });
  }
}

/** Reads on past the limit without keeping anything, so that the sender gets an answer instead of a broken pipe. */
async function read(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  await new Promise<void>((resolve, reject) => {
    // Listeners, because iterating over a request costs a webhook a tenth of its time.
    request.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size <= maxBytes) chunks.push(bytes);
      else if (size > maxBytes * 8 + 65_536) request.destroy(new Error('Far too long'));
    });
    request.once('end', resolve);
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('Cut off'));
    });
  });
  if (size > maxBytes) return undefined;
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, type, headers = {}, body = '' }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  // With its length told, head and body go out in one piece; otherwise in chunks, each with a call of its own.
  const length = { 'content-length': Buffer.byteLength(body) };
  response
    .writeHead(status, { ...(type !== undefined && { 'content-type': type }), ...length, ...headers })
    .end(body);
}

async function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host !== undefined && { host }) }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 4_000).unref();
  });
}
