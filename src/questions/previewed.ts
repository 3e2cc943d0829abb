import type { ViewId } from './ids.ts';

/** The forms that show what will be posted by now, as far as this instance has answered so. */
export type Previewed = {
  readonly add: (view: ViewId) => void;
  readonly remove: (view: ViewId) => void;
  readonly has: (view: ViewId) => boolean;
};

const MOST = 1_000;

/** Remembers the latest. Forgotten or unknown here, a form is drawn anew without its preview, which comes again. */
export function createPreviewed(): Previewed {
  const views = new Set<ViewId>();
  return {
    add: (view) => {
      views.add(view);
      for (const oldest of views) if (views.size > MOST) views.delete(oldest);
    },
    remove: (view) => void views.delete(view),
    has: (view) => views.has(view),
  };
}
