import { randomBytes } from 'node:crypto';
import type { Workspace } from '../core/workspace.ts';
import { problem } from '../interactions/problem.ts';
import type { StoredFile } from '../state/records.ts';

const LARGEST = 2_000_000;

/** What a person uploads is there at once, without the three steps that an app takes. */
export function uploadFile({ store, changed }: Workspace, name: string, content: string): StoredFile {
  const { length } = Buffer.from(content, 'base64');
  if (length === 0) problem('The file is empty.');
  if (length > LARGEST) problem('The practice workspace takes files of up to 2 MB from people.');
  const id = `F0${randomBytes(5).toString('hex').toUpperCase()}`;
  const file: StoredFile = { id, name, title: name, length, content, isComplete: true, shares: [] };
  store.state.files[id] = file;
  changed();
  return file;
}

export function fileCalled({ store }: Workspace, id: string): StoredFile {
  return store.state.files[id] ?? problem(`There is no file ${id}.`);
}
