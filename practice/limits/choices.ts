import { z } from 'zod';
import { confirm, markedOption } from './composition.ts';
import { allInitialAreOffered, INITIAL_OPTION, INITIAL_OPTIONS, initialIsOffered } from './initial.ts';
import { actionId } from './text.ts';

const listed = {
  action_id: actionId.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
  options: z.array(markedOption).min(1).max(10),
};

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...listed,
    initial_options: z.array(markedOption).min(1).optional(),
  })
  .refine(allInitialAreOffered, INITIAL_OPTIONS);

export const radioButtons = z
  .strictObject({ type: z.literal('radio_buttons'), ...listed, initial_option: markedOption.optional() })
  .refine(initialIsOffered, INITIAL_OPTION);
