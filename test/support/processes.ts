import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A program of ours as a process of its own, so that it can be killed. */
export type RunningProcess = AsyncDisposable & {
  readonly pid: number;
  /** Everything it has written so far. */
  readonly output: () => string;
  /** Waits for a line that fits, also one that it has written already. */
  readonly line: (pattern: RegExp) => Promise<string>;
  /** The exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends the signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

const SPEAKS_WITHIN_MS = 60_000;

export function run(script: string, args: readonly string[], env: Environment): RunningProcess {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = once(child, 'close').then(() => child.exitCode);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  }
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (isRunning(child)) child.kill(signal);
    return await ended;
  };
  return {
    pid: child.pid ?? 0,
    output: () => lines.join('\n'),
    line: async (pattern) => await lineOf(child, lines, pattern),
    ended,
    end,
    [Symbol.asyncDispose]: async () => void (await end('SIGKILL')),
  };
}

/** Runs a command to its end, and fails with what it said when it fails. */
export async function runToEnd(script: string, args: readonly string[], env: Environment): Promise<string> {
  const child = run(script, args, env);
  const code = await child.ended;
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${child.output()}`);
  return child.output();
}

async function lineOf(child: ChildProcess, lines: readonly string[], pattern: RegExp): Promise<string> {
  const deadline = Date.now() + SPEAKS_WITHIN_MS;
  for (;;) {
    const found = lines.find((line) => pattern.test(line));
    if (found !== undefined) return found;
    if (!isRunning(child) || Date.now() > deadline) {
      throw new Error(`It never said ${pattern}:\n${lines.join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
