/**
 * `npm run redact`: text in, redacted text out. `npm run redact -- --jsonl`: one `{"id","text"}` a line in, one
 * `{"id","text","findings"}` a line out. Both stream; a line that can't be read is an error, never passed on.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createRedactor } from '../redaction/index.ts';

const Line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
const CHUNK = 200_000;

const { values } = parseArgs({ options: { jsonl: { type: 'boolean', default: false } } });
const redact = createRedactor();
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
process.exitCode = values.jsonl ? await redactLines() : await redactText();

async function redactText(): Promise<number> {
  let waiting: string[] = [];
  let length = 0;
  for await (const line of lines) {
    waiting.push(line);
    length += line.length + 1;
    if (length < CHUNK) continue;
    await write(`${redact(waiting.join('\n')).text}\n`);
    waiting = [];
    length = 0;
  }
  if (waiting.length > 0) await write(`${redact(waiting.join('\n')).text}\n`);
  return 0;
}

async function redactLines(): Promise<number> {
  let number = 0;
  let bad = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const row = readLine(line);
    if (row === undefined) {
      bad += 1;
      console.error(`Line ${number} is not {"id": …, "text": …}.`);
      continue;
    }
    const { text, findings } = redact(row.text);
    await write(`${JSON.stringify({ id: row.id, text, findings })}\n`);
  }
  return bad === 0 ? 0 : 1;
}

/** Neither the parser's message nor zod's: both may repeat what the line says. */
function readLine(line: string): z.infer<typeof Line> | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}
