import type { Json } from '../json.ts';
import type { Arguments } from './arguments.ts';
import { refuse } from './refusal.ts';

type Bounds = { readonly usual: number; readonly most: number };

/** One page of a list and the cursor of the next, empty when there is none. */
export function pageOf<Item>(items: readonly Item[], args: Arguments, { usual, most }: Bounds) {
  const from = positionOf(args);
  const limit = Math.min(most, Math.max(1, args.number('limit') || usual));
  const page = items.slice(from, from + limit);
  const next = from + limit < items.length ? cursorAt(from + limit) : '';
  return { page, next };
}

export function nextCursor(next: string): Json {
  return { response_metadata: { next_cursor: next } };
}

function positionOf(args: Arguments): number {
  const cursor = args.text('cursor');
  if (cursor === undefined) return 0;
  const [, position] = /^at:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  return position === undefined ? refuse('invalid_cursor') : Number(position);
}

function cursorAt(position: number): string {
  return Buffer.from(`at:${position}`).toString('base64url');
}
