import type { Part, Parts } from '../../face/scene.ts';

export type Known = Partial<Parts>;

/** What is known after one more part has been told. */
export function learn(known: Known, { part, value }: Part): Known {
  return { ...known, [part]: value };
}
