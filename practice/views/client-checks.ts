import type { Json } from '../json.ts';
import { objectsIn } from '../json.ts';
import { type Field, fieldsOf } from './blocks.ts';
import type { OpenView } from './open-views.ts';
import { chosenIn, isFilled } from './values.ts';

/** What Slack's own client refuses before the app hears of the submission, by block_id. */
export function clientErrors({ view, values }: OpenView): Record<string, string> {
  const fields = fieldsOf(objectsIn(view.blocks)).filter(({ isInput }) => isInput);
  const problems = fields.map((field) => [
    field.blockId,
    problemWith(field, values[field.blockId]?.[field.actionId]),
  ]);
  return Object.fromEntries(problems.filter(([, problem]) => problem));
}

function problemWith(field: Field, value: Json | undefined): string | undefined {
  const { type, isOptional, element } = field;
  if (!isFilled(type, value)) return isOptional ? undefined : 'Please complete this required field.';
  const chosen = chosenIn(type, value);
  if (typeof chosen !== 'string') return undefined;
  const { min_length: least, max_length: most } = element;
  if (typeof least === 'number' && chosen.length < least) return `Please enter at least ${least} characters.`;
  if (typeof most === 'number' && chosen.length > most) return `Please enter at most ${most} characters.`;
  if (type === 'number_input' && !Number.isFinite(Number(chosen))) return 'Please enter a number.';
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(chosen)) return 'Please enter an email address.';
  return undefined;
}
