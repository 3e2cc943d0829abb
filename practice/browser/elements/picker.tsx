import { textIn } from '../../json.ts';
import type { ElementProps } from './types.ts';
import { useElement } from './use-element.ts';

const KINDS: Readonly<
  Record<string, { readonly input: string; readonly holds: string; readonly starts: string }>
> = {
  datepicker: { input: 'date', holds: 'selected_date', starts: 'initial_date' },
  timepicker: { input: 'time', holds: 'selected_time', starts: 'initial_time' },
  datetimepicker: { input: 'datetime-local', holds: 'selected_date_time', starts: 'initial_date_time' },
};

/** A day, a time, or a moment; the browser brings the calendar. */
export function Picker(props: ElementProps) {
  const { element, field } = props;
  const { value, choose } = useElement(props);
  const kind = KINDS[String(element.type)];
  if (!kind) return null;
  const chosen = value?.[kind.holds] ?? element[kind.starts];
  const shown = typeof chosen === 'number' ? localMoment(chosen) : (textIn(chosen) ?? '');
  return (
    <input
      id={field?.id}
      className="picker"
      type={kind.input}
      value={shown}
      aria-describedby={field?.describedBy || undefined}
      aria-invalid={field?.isWrong || undefined}
      aria-label={field ? undefined : 'When'}
      onChange={({ target }) => void choose(readPicked(kind.input, target.value))}
    />
  );
}

function readPicked(input: string, text: string): string | number | null {
  if (text === '') return null;
  return input === 'datetime-local' ? Math.floor(new Date(text).getTime() / 1000) : text;
}

/** The moment as this kind of input wants it: local, without a zone. */
function localMoment(seconds: number): string {
  const date = new Date(seconds * 1000);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
