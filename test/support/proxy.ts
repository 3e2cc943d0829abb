import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, held up, or led to another port. */
export type Proxy = AsyncDisposable & {
  readonly port: number;
  readonly leadTo: (port: number) => void;
  /** Nothing passes in either direction, and nobody is told; what was sent passes once released. */
  readonly stall: () => void;
  readonly release: () => void;
};

export async function openProxy(target: number): Promise<Proxy> {
  let port = target;
  let stalled = false;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    if (stalled) socket.pause();
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((incoming) => {
    const outgoing = connect(port, '127.0.0.1');
    keep(incoming);
    keep(outgoing);
    incoming.on('data', (chunk) => outgoing.write(chunk)).on('close', () => outgoing.destroy());
    outgoing.on('data', (chunk) => incoming.write(chunk)).on('close', () => incoming.destroy());
    if (stalled) for (const socket of [incoming, outgoing]) socket.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (next) => {
      port = next;
    },
    stall: () => {
      stalled = true;
      for (const socket of sockets) socket.pause();
    },
    release: () => {
      stalled = false;
      for (const socket of sockets) socket.resume();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
