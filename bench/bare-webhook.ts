import { createSecretKey } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { Sender } from '../src/feedback/feedback.ts';
import { signerOf } from '../src/feedback/webhook-signature.ts';

/**
 * What a process can do by itself on this machine: checks the signature, and with a database also stores the body with
 * one autocommitted insert. Redacts, compares and posts nothing.
 */
const keys = [
  {
    sender: Sender.parse('website'),
    key: createSecretKey(Buffer.from(process.env['WEBHOOK_KEY'] ?? '', 'base64')),
  },
];
const databaseUrl = process.env['DATABASE_URL'];
const pool = databaseUrl === undefined ? undefined : new pg.Pool({ connectionString: databaseUrl, max: 10 });
await pool?.query('create table if not exists bare_feedback (id text primary key, body text not null)');

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void take(request, Buffer.concat(chunks)).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(503).end(),
    );
  });
});

async function take({ headers }: IncomingMessage, body: Buffer): Promise<number> {
  const id = headers['webhook-id'];
  const [timestamp, signature] = [headers['webhook-timestamp'], headers['webhook-signature']];
  if (signerOf(keys, { id, timestamp, signature, body }, new Date()) === undefined) return 401;
  await pool?.query('insert into bare_feedback (id, body) values ($1, $2)', [id, body.toString('utf8')]);
  return 202;
}

server.listen({ port: 0, host: '127.0.0.1' }, () => {
  const address = server.address();
  console.log(`listens on port ${address !== null && typeof address === 'object' ? address.port : '?'}`);
});
