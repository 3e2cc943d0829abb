import { type Json, textIn } from '../../json.ts';
import { useHolder } from '../blocks/place.ts';
import { usePractice } from '../state/practice.ts';
import type { ElementProps } from './types.ts';

/** What an element shows, and what is done with it. */
export function useElement({ block, element, field }: ElementProps) {
  const { where, valueOf, beforeSending, type } = useHolder();
  const { deeds, attempt } = usePractice();
  const blockId = textIn(block.block_id) ?? '';
  const actionId = textIn(element.action_id) ?? '';
  const dispatches = field === undefined || block.dispatch_action === true;
  const send = async (chosen?: unknown): Promise<void> => {
    await attempt(async () => {
      await beforeSending();
      await deeds.press({ where, blockId, actionId, value: textIn(element.value) }, chosen);
    });
  };
  return {
    key: `${blockId}/${actionId}`,
    pointed: { where, blockId, actionId },
    value: valueOf(blockId, actionId) as Json | undefined,
    dispatches,
    /** A button, or a menu's entry. */
    press: send,
    /** A choice: told at once, or kept until the form is sent. */
    choose: async (chosen: unknown): Promise<void> => {
      if (dispatches) await send(chosen);
      else type(blockId, actionId, chosen);
    },
    /** Typing is never told letter by letter. */
    type: (typed: unknown): void => type(blockId, actionId, typed),
  };
}
