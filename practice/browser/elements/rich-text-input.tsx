import { useState } from 'react';
import { objectsIn, textIn, textOf } from '../../json.ts';
import type { ElementProps } from './types.ts';
import { useElement } from './use-element.ts';

/** Slack's editor has buttons for bold and lists; here one types, and each line becomes a section. */
export function RichTextInput(props: ElementProps) {
  const { element, field } = props;
  const { value, type } = useElement(props);
  const [text, setText] = useState(() => plainOf(value?.rich_text_value ?? element.initial_value));
  return (
    <textarea
      id={field?.id}
      rows={4}
      value={text}
      aria-describedby={field?.describedBy || undefined}
      aria-invalid={field?.isWrong || undefined}
      aria-label={field ? undefined : 'Text'}
      placeholder={textOf(element.placeholder) || undefined}
      onChange={({ target }) => {
        setText(target.value);
        type(target.value === '' ? null : richOf(target.value));
      }}
    />
  );
}

function richOf(text: string) {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

function plainOf(rich: unknown): string {
  return objectsIn(objectsIn([rich])[0]?.elements)
    .map(({ elements }) =>
      objectsIn(elements)
        .map(({ text }) => textIn(text) ?? '')
        .join(''),
    )
    .join('\n');
}
