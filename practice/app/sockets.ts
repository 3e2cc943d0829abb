import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Json, objectIn, textIn } from '../json.ts';
import { APP_ID } from '../state/identity.ts';
import type { AppAnswer } from './answer.ts';

const PING_MS = 10_000;

type Waiting = { readonly socket: WebSocket; readonly settle: (answer: AppAnswer) => void };

/** Socket Mode, Slack's end of it: any connection may get any envelope, and answers it by its id. */
export function openSockets() {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  let turn = 0;

  const forget = (socket: WebSocket): void => {
    connections.splice(0, connections.length, ...connections.filter((each) => each !== socket));
    for (const [id, each] of waiting) {
      if (each.socket !== socket) continue;
      waiting.delete(id);
      each.settle({ kind: 'failed' });
    }
  };
  const hear = (data: Buffer): void => {
    const { envelope_id: id, payload } = objectIn(parse(data.toString('utf8')));
    const held = waiting.get(textIn(id) ?? '');
    if (!held) return;
    waiting.delete(textIn(id) ?? '');
    const body = payload === undefined ? '' : JSON.stringify(payload);
    held.settle({ kind: 'answered', status: 200, body: body === '{}' ? '' : body, noRetry: false });
  };
  const welcome = (socket: WebSocket): void => {
    connections.push(socket);
    const pings = setInterval(() => socket.ping(), PING_MS).unref();
    socket.on('message', hear);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(pings);
      forget(socket);
    });
    socket.send(JSON.stringify(hello(connections.length)));
  };

  return {
    /** A ticket for one connection, as `apps.connections.open` hands out. */
    issueTicket(): string {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
      const ticket = new URL(incoming.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(incoming, socket, head, welcome);
    },
    count: () => connections.length,
    async send(envelope: Json, withinMs: number): Promise<AppAnswer> {
      turn += 1;
      const socket = connections[turn % Math.max(1, connections.length)];
      if (!socket) return { kind: 'unreachable' };
      const id = randomUUID();
      return await new Promise<AppAnswer>((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve({ kind: 'timeout' });
        }, withinMs);
        const settle = (answer: AppAnswer): void => {
          clearTimeout(timer);
          resolve(answer);
        };
        waiting.set(id, { socket, settle });
        socket.send(JSON.stringify({ envelope_id: id, ...envelope }));
      });
    },
    /** What Slack does every few hours. */
    recycle(reason: string): void {
      for (const socket of connections) socket.send(JSON.stringify({ type: 'disconnect', reason }));
    },
    close(): void {
      for (const socket of connections) socket.terminate();
      server.close();
    },
  };
}

function hello(connections: number): Json {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: APP_ID },
    debug_info: { host: 'practice', build_number: 1, approximate_connection_time: 18_060 },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
