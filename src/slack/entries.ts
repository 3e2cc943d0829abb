import { z } from 'zod';
import { plain } from './escape.ts';

/** What a person has filled in, by the names of the inputs. Whatever is absent or of another kind is null. */
export type Entries = {
  readonly text: (name: string) => string | null;
  readonly choice: (name: string) => string | null;
  readonly choices: (name: string) => readonly string[];
  readonly person: (name: string) => string | null;
  /** A day and a time. */
  readonly moment: (name: string) => Date | null;
};

const Option = z.object({ value: z.string() });
const Entry = z.object({
  value: z.string().nullish().catch(null),
  selected_option: Option.nullish().catch(null),
  selected_options: z.array(Option).nullish().catch(null),
  selected_user: z.string().nullish().catch(null),
  selected_date_time: z.number().int().min(0).max(9_999_999_999).nullish().catch(null),
});
const State = z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Reads `view.state`. Never throws: the state comes from outside, and a form must be able to say what is wrong. */
export function entriesOf(state: unknown): Entries {
  const parsed = State.safeParse(state);
  const blocks = new Map(parsed.success ? Object.entries(parsed.data.values) : []);
  const entry = (name: string): Partial<z.infer<typeof Entry>> => {
    const elements = new Map(Object.entries(blocks.get(name) ?? {}));
    const read = Entry.safeParse(elements.get(name));
    return read.success ? read.data : {};
  };
  return {
    text: (name) => plain(entry(name).value ?? '').trim() || null,
    choice: (name) => entry(name).selected_option?.value ?? null,
    choices: (name) => (entry(name).selected_options ?? []).map(({ value }) => value),
    person: (name) => entry(name).selected_user ?? null,
    moment: (name) => {
      const seconds = entry(name).selected_date_time;
      return seconds == null ? null : new Date(seconds * 1000);
    },
  };
}
