import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';

export type Entry = {
  readonly key: string;
  readonly label: ReactNode;
  readonly onChoose: () => void;
  readonly isDanger?: boolean;
};

type Props = {
  readonly label: string;
  /** Where the button's own words say it all. */
  readonly saysItself?: boolean;
  readonly children: ReactNode;
  readonly entries: readonly Entry[];
  readonly className?: string;
};

/** A button that opens a menu, by mouse and by keyboard. */
export function Menu({ label, children, entries, className = 'button', saysItself = false }: Props) {
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!isOpen || !list.current || !opener.current) return;
    putBeside(list.current, opener.current.getBoundingClientRect());
    list.current.querySelector('button')?.focus();
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // It closes the menu and nothing around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    moveFocus(event, list.current);
  };
  return (
    <div
      className="menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={saysItself ? undefined : label}
        title={saysItself ? undefined : label}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <div
          ref={list}
          className="menu-list"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {entries.map(({ key, label: words, onChoose, isDanger }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={isDanger ? 'danger-words' : undefined}
              onClick={() => {
                close();
                onChoose();
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const GAP = 4;

/** Below the button, or above it where there is no room; nothing that scrolls cuts it off. */
function putBeside(list: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = bottom + GAP;
  const y = below + height < innerHeight - GAP ? below : Math.max(GAP, top - GAP - height);
  list.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - 2 * GAP))}px`;
  list.style.top = `${y}px`;
}

function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const items = [...(list?.querySelectorAll('button') ?? [])];
  if (step === undefined || items.length === 0) return;
  event.preventDefault();
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
