import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { PlainWords } from '../text/words.tsx';
import type { Choice, Group } from './options.ts';
import type { FieldProps } from './types.ts';

type Props = {
  readonly field?: FieldProps | undefined;
  /** Where there is no label beside it. */
  readonly label: string;
  readonly placeholder: string;
  readonly isMany: boolean;
  readonly isClearable: boolean;
  readonly chosen: readonly Choice[];
  readonly groups: readonly Group[];
  /** Said when there is nothing to choose from. */
  readonly note: string;
  readonly onSearch: (typed: string) => void;
  readonly onChange: (chosen: readonly Choice[]) => void;
};

/** A list that one types into to narrow it, as ARIA describes a combobox. */
export function Combobox(props: Props) {
  const { field, label, placeholder, isMany, isClearable, chosen, groups, note, onSearch, onChange } = props;
  const ownId = useId();
  const id = field?.id ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const choices = groups.flatMap((group) => group.choices);
  const active = choices[Math.min(at, choices.length - 1)];

  const search = (words: string): void => {
    setTyped(words);
    setAt(0);
    onSearch(words);
  };
  const open = (): void => {
    if (isOpen) return;
    setOpen(true);
    search('');
  };
  const close = (): void => {
    setOpen(false);
    setTyped('');
  };
  const pick = (choice: Choice): void => {
    const isChosen = chosen.some(({ key }) => key === choice.key);
    if (!isMany) onChange([choice]);
    else onChange(isChosen ? chosen.filter(({ key }) => key !== choice.key) : [...chosen, choice]);
    if (isMany) search('');
    else close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (isOpen) setAt((at + step + choices.length) % Math.max(1, choices.length));
      else open();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isOpen && active) pick(active);
      else open();
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Backspace' && typed === '' && isClearable && chosen.length > 0) {
      onChange(chosen.slice(0, -1));
    }
  };
  const shown = isOpen || isMany ? typed : (chosen[0]?.words ?? '');
  return (
    <div
      className="combobox"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      {isMany && (
        <Chips chosen={chosen} onRemove={(gone) => onChange(chosen.filter(({ key }) => key !== gone.key))} />
      )}
      <input
        ref={input}
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active ? `${id}-${choices.indexOf(active)}` : undefined}
        aria-label={field ? undefined : label}
        aria-describedby={field?.describedBy || undefined}
        aria-invalid={field?.isWrong || undefined}
        placeholder={isOpen && chosen[0] && !isMany ? chosen[0].words : placeholder || 'Choose …'}
        value={shown}
        onClick={open}
        onChange={({ target }) => {
          setOpen(true);
          search(target.value);
        }}
        onKeyDown={onKeyDown}
      />
      {isClearable && !isMany && chosen.length > 0 && (
        <button type="button" className="clear" aria-label="Clear" onClick={() => onChange([])}>
          ×
        </button>
      )}
      {isOpen && (
        <OptionList
          id={id}
          label={label}
          groups={groups}
          active={active}
          chosen={chosen}
          note={note}
          onPick={(choice) => {
            pick(choice);
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function Chips({
  chosen,
  onRemove,
}: {
  readonly chosen: readonly Choice[];
  readonly onRemove: (choice: Choice) => void;
}) {
  return chosen.map((choice) => (
    <span key={choice.key} className="chip">
      <PlainWords text={choice.words} />
      <button type="button" aria-label={`Remove ${choice.words}`} onClick={() => onRemove(choice)}>
        ×
      </button>
    </span>
  ));
}

type ListProps = Pick<Props, 'label' | 'groups' | 'chosen' | 'note'> & {
  readonly id: string;
  readonly active: Choice | undefined;
  readonly onPick: (choice: Choice) => void;
};

function OptionList({ id, label, groups, active, chosen, note, onPick }: ListProps) {
  const choices = groups.flatMap((group) => group.choices);
  if (choices.length === 0) {
    return (
      <div id={`${id}-list`} className="options" role="listbox" aria-label={label}>
        <div role="option" aria-selected={false} aria-disabled className="quiet">
          {note}
        </div>
      </div>
    );
  }
  return (
    <div id={`${id}-list`} className="options" role="listbox" aria-label={label}>
      {groups.map(({ title, choices: some }) => (
        <div key={title} role="group" aria-label={title || undefined}>
          {title !== '' && (
            <div className="options-title" aria-hidden>
              {title}
            </div>
          )}
          {some.map((choice) => (
            // The input keeps the focus: the active line is told by aria-activedescendant.
            <div
              key={choice.key}
              ref={choice === active ? intoView : undefined}
              id={`${id}-${choices.indexOf(choice)}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen.some(({ key }) => key === choice.key)}
              className={choice === active ? 'active' : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(choice)}
              onKeyDown={() => {}}
            >
              <PlainWords text={choice.words} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function intoView(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'nearest' });
}
