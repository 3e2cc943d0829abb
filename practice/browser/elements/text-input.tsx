import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import { objectIn, textIn, textOf } from '../../json.ts';
import type { ElementProps } from './types.ts';
import { useElement } from './use-element.ts';

const KINDS: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
};

/** What stands in it is the person's own until it is sent, so that a redrawing of the form never takes a letter away. */
export function TextInput(props: ElementProps) {
  const { element, field } = props;
  const { value, type, press, dispatches } = useElement(props);
  const [text, setText] = useState(textIn(value?.value) ?? textIn(element.initial_value) ?? '');
  const { trigger_actions_on: triggers } = objectIn(element.dispatch_action_config);
  const isTold = (when: string): boolean =>
    dispatches && (Array.isArray(triggers) ? triggers.includes(when) : when === 'on_enter_pressed');
  const onChange = ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    setText(target.value);
    if (isTold('on_character_entered')) void press(target.value || null);
    else type(target.value || null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || element.multiline === true) return;
    event.preventDefault();
    if (isTold('on_enter_pressed')) void press(text || null);
  };
  const shared = {
    id: field?.id,
    value: text,
    onChange,
    placeholder: textOf(element.placeholder) || undefined,
    'aria-describedby': field?.describedBy || undefined,
    'aria-invalid': field?.isWrong || undefined,
    'aria-label': field ? undefined : textOf(element.placeholder) || 'Text',
    maxLength: typeof element.max_length === 'number' ? element.max_length : undefined,
    autoFocus: element.focus_on_load === true || undefined,
  };
  if (element.multiline === true) return <textarea {...shared} rows={4} />;
  return <input {...shared} type={KINDS[String(element.type)] ?? 'text'} step="any" onKeyDown={onKeyDown} />;
}
