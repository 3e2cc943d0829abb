import { randomBytes } from 'node:crypto';
import type { Workspace } from '../core/workspace.ts';
import { problem } from '../interactions/problem.ts';
import type { StoredFile } from '../state/records.ts';

export type NewFile = {
  readonly name: string;
  readonly mimetype: string;
  readonly base64: string;
  readonly user: string;
};

const LARGEST = 2_000_000;

export function storeFile({ store, changed }: Workspace, { base64, ...file }: NewFile): StoredFile {
  const size = Buffer.from(base64, 'base64').length;
  if (size === 0) problem('The file is empty.');
  if (size > LARGEST) problem('The practice workspace keeps files of up to 2 MB.');
  const id = `F0${randomBytes(5).toString('hex').toUpperCase()}`;
  const stored: StoredFile = { ...file, id, size, created: store.seconds(), base64 };
  store.state.files ??= {};
  store.state.files[id] = stored;
  changed();
  return stored;
}

export function fileCalled({ store }: Workspace, id: string): StoredFile {
  return store.state.files?.[id] ?? problem(`There is no file ${id}.`);
}
