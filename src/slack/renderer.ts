import type { KnownBlock } from '@slack/types';
import type { OutboxView } from '../platform/outbox.ts';

export type Rendered = {
  /** What notifications, lock screens and screen readers get: no question, no PHI. */
  readonly text: string;
  readonly blocks: KnownBlock[];
};

/** Draws one kind of message from the state of the moment at which it is sent. */
export type Renderer = {
  readonly name: string;
  /** `undefined`: there is nothing to show any more, and nothing is sent. */
  readonly draw: (payload: unknown) => Promise<Rendered | undefined>;
};

/** Binds a view to the code that draws it. The payload is checked again: last week's release may have queued it. */
export function renderer<Payload>(
  { name, payload: schema }: OutboxView<Payload>,
  draw: (payload: Payload) => Promise<Rendered | undefined>,
): Renderer {
  return { name, draw: async (payload) => await draw(schema.parse(payload)) };
}
