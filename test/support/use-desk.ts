import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { type Desk, type DeskOptions, openDesk } from './desk.ts';

/** One desk for all tests of a file or block. After each of them Slack must have had nothing to refuse. */
export function useDesk(options: DeskOptions = {}): () => Desk {
  let desk: Desk | undefined;
  beforeAll(async () => {
    desk = await openDesk(options);
  });
  afterEach(async () => {
    await expectNothingRefused(desk);
  });
  afterAll(async () => await desk?.[Symbol.asyncDispose]());
  return () => {
    if (!desk) throw new Error('The desk is not open yet.');
    return desk;
  };
}

export const TRANSPORTS = ['http', 'socket'] as const;

/** Slack had no message or view to refuse. */
export async function expectNothingRefused(desk: Desk | undefined): Promise<void> {
  expect(await desk?.slack.violations()).toEqual([]);
}
