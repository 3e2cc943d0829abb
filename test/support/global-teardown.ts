import { rm } from 'node:fs/promises';
import { running } from './running.ts';

export default async function globalTeardown(): Promise<void> {
  const run = running.get();
  if (!run) return;
  await run.postgres.stop();
  await rm(run.folder, { recursive: true, force: true });
}
