import { createContext, useContext } from 'react';
import type { Json } from '../../json.ts';
import type { Where } from '../state/deeds.ts';

/** What holds the blocks: a message, a modal or the Home tab. Elements tell it what was done to them. */
export type Holder = {
  readonly where: Where;
  /** What stands in a field; messages keep nothing. */
  readonly valueOf: (blockId: string, actionId: string) => Json | undefined;
  readonly errorOf: (blockId: string) => string | undefined;
  /** Before anything is sent, what has been typed must have arrived. */
  readonly beforeSending: () => Promise<void>;
  readonly type: (blockId: string, actionId: string, value: unknown) => void;
};

export const HolderContext = createContext<Holder | undefined>(undefined);

export function useHolder(): Holder {
  const holder = useContext(HolderContext);
  if (!holder) throw new Error('Only within a message or a view.');
  return holder;
}
