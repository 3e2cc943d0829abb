import type { Practice } from '../state/practice.ts';
import { nameBefore } from '../text/names-typed.ts';

export type Completion = {
  readonly key: string;
  readonly words: string;
  readonly note: string;
  readonly whole: string;
};

const MOST = 6;

/** What the beginning of a command or a name may become. */
export function completionsFor(
  { known, offers, me }: Practice,
  text: string,
  cursor: number,
  threadTs: string | undefined,
): readonly Completion[] {
  if (/^\/[a-z-]*$/.test(text) && threadTs === undefined && me?.isStranger !== true) {
    return offers.commands
      .filter(({ command }) => command.startsWith(text) && command !== text)
      .map(({ command, hint, description }) => ({
        key: command,
        words: `${command} ${hint}`,
        note: description,
        whole: `${command} `,
      }));
  }
  const name = nameBefore(text, cursor);
  if (!name) return [];
  const start = cursor - name.typed.length;
  const whole = (chosen: string): string => `${text.slice(0, start)}${chosen} ${text.slice(cursor)}`;
  const named =
    name.sign === '@'
      ? (known.people ?? [])
          .filter(({ hasLeft }) => !hasLeft)
          .map((each) => ({ key: each.id, name: each.name, note: `${each.realName} · ${each.role}` }))
      : (known.rooms ?? [])
          .filter(({ kind }) => kind === 'channel')
          .map((each) => ({ key: each.id, name: each.name, note: each.isMember ? '' : 'not a member' }));
  return named
    .filter((each) => each.name.startsWith(name.typed) && each.name !== name.typed)
    .slice(0, MOST)
    .map((each) => ({
      key: each.key,
      words: `${name.sign}${each.name}`,
      note: each.note,
      whole: whole(each.name),
    }));
}

type Props = {
  readonly completions: readonly Completion[];
  readonly at: number;
  readonly onChoose: (whole: string) => void;
};

export function Completions({ completions, at, onChoose }: Props) {
  return (
    <div className="completions" role="group" aria-label="Suggestions">
      {completions.map(({ key, words, note, whole }, index) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          className={index === Math.min(at, completions.length - 1) ? 'active' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(whole)}
        >
          {words} <span className="quiet">{note}</span>
        </button>
      ))}
    </div>
  );
}
