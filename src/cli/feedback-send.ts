import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MOST_IN_BATCH, sendComments } from '../feedback/index.ts';
import { runCommand, Usage } from './command.ts';
import { webhookFrom } from './connection.ts';

/**
 * `npm run feedback:send -- FILE`, or with `-` from standard input: signs comments and sends them, as a website would.
 * JSON (one comment, or a list) or JSONL. `--url` says where, and FEEDBACK_WEBHOOK_SECRETS with what to sign; without
 * them, to practice mode.
 * What a comment has no id or time of, it gets: an id for each sending, and this moment.
 */
process.exitCode = await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { url: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new Usage('Use: npm run feedback:send -- FILE, or - for standard input');
  const webhook = webhookFrom(process.env, values.url);
  const comments = commentsIn(readFileSync(file === '-' ? 0 : file, 'utf8')).map((comment) => ({
    id: randomUUID(),
    submittedAt: new Date().toISOString(),
    ...comment,
  }));
  const refused = await send(comments, webhook);
  console.log(`${comments.length - refused} taken, ${refused} refused.`);
  return refused > 0 ? 1 : 0;
});

/** Answers with how many were refused. */
async function send(
  comments: readonly { readonly id: string }[],
  webhook: ReturnType<typeof webhookFrom>,
): Promise<number> {
  let refused = 0;
  for (let from = 0; from < comments.length; from += MOST_IN_BATCH) {
    const verdicts = await sendComments(comments.slice(from, from + MOST_IN_BATCH), {
      ...webhook,
      onWait: (seconds, status) =>
        console.log(
          `${status === undefined ? 'No answer' : `Told to wait (${status})`}: again in ${seconds} s`,
        ),
    });
    for (const { id, status, words } of verdicts) console.log(`${status}  ${id}  ${words}`);
    refused += verdicts.filter(({ status }) => status >= 400).length;
  }
  return refused;
}

/** One object, a list of them, or one on each line. */
function commentsIn(text: string): readonly object[] {
  const whole = parse(text);
  if (Array.isArray(whole)) return whole.map(objectOf);
  if (whole !== undefined) return [objectOf(whole)];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => objectOf(parse(line)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new Usage('Each comment must be a JSON object: nothing was sent.');
}
