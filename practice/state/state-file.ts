import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isJson } from '../json.ts';
import type { State } from './records.ts';

const SETTLE_MS = 400;

export function loadState(file: string): State | undefined {
  if (!existsSync(file)) return undefined;
  const saved: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (isJson(saved) && saved.version === 1) return saved as State;
  throw new Error(
    `${file} was written by another version of the practice workspace. Remove it to start afresh.`,
  );
}

/** Saves a while after the last change, not at every one, and never leaves a half-written file behind. */
export function openStateFile(file: string, read: () => State) {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    timer = undefined;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(read()), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    saveSoon(): void {
      timer ??= setTimeout(write, SETTLE_MS);
    },
    saveNow(): void {
      clearTimeout(timer);
      write();
    },
  };
}
