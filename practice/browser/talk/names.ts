import type { Practice } from '../state/practice.ts';

/** Who and what can be mentioned by name. */
export function namesOf({ known }: Practice) {
  return {
    people: (known.people ?? []).filter(({ hasLeft }) => !hasLeft),
    rooms: (known.rooms ?? []).filter(({ kind }) => kind === 'channel'),
    groups: Object.entries(known.groups ?? {}).map(([id, name]) => ({ id, name })),
  };
}
