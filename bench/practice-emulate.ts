import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, defineEmulator } from 'emulate';
import { startWorkspace } from '../practice/workspace.ts';

/** What emulate's runtime costs a call, by which it was decided to answer the Web API beside it. */
const CALLS = 5000;
const AT_ONCE = 10;

async function throughEmulate() {
  const definition = defineEmulator({
    name: 'measured',
    state: () => ({ calls: 0 }),
    setup: ({ app, state }) => {
      app.post('/api/:method', async (asked) => {
        state.calls += (await asked.req.text()).length;
        return asked.json({ ok: true });
      });
    },
  });
  const runtime = await createEmulator({ service: definition, listen: false });
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const answer = await runtime.fetch(
      new Request(`http://localhost${incoming.url}`, { method: 'POST', body }),
    );
    outgoing.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.close();
    await runtime.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth.test`, close };
}

async function callsPerSecond(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const headers = {
    authorization: 'Bearer xoxb-practice',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const callOnce = async (): Promise<void> => {
    const outgoing = request(url, { method: 'POST', agent, headers }).end('text=hello');
    const [incoming] = await once(outgoing, 'response');
    incoming.resume();
    await once(incoming, 'end');
  };
  const run = async (calls: number): Promise<void> => {
    let left = calls;
    const caller = async (): Promise<void> => {
      while (left-- > 0) await callOnce();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, caller));
  };
  await run(1000);
  const start = performance.now();
  await run(CALLS);
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return Math.round(CALLS / seconds);
}

const emulated = await throughEmulate();
const through = await callsPerSecond(emulated.url);
await emulated.close();

const workspace = await startWorkspace({ rateLimits: false });
const beside = await callsPerSecond(`${workspace.apiUrl}auth.test`);
await workspace.close();

process.stdout.write(`an empty answer through emulate's runtime: ${through} calls/s\n`);
process.stdout.write(`auth.test answered beside it, with token and record: ${beside} calls/s\n`);
