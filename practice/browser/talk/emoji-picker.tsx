import { useState } from 'react';
import { usePractice } from '../state/practice.ts';
import { Emoji } from '../text/emoji.tsx';
import { emojiNames, FAVOURITES } from '../text/emoji-signs.ts';

const MOST = 40;

/** The workspace's own first: care teams sign with them. */
export function EmojiPicker({
  onPick,
  onEnd,
}: {
  readonly onPick: (name: string) => void;
  readonly onEnd: () => void;
}) {
  const { known } = usePractice();
  const [typed, setTyped] = useState('');
  const own = known.emoji ?? [];
  const all = typed === '' ? [...own, ...FAVOURITES] : [...own, ...emojiNames()];
  const found = all.filter((name) => name.includes(typed.toLowerCase())).slice(0, MOST);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- of what stands in it
    <div
      className="emoji-picker"
      role="dialog"
      aria-label="Choose an emoji"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onEnd();
        }
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onEnd();
      }}
    >
      <input
        autoFocus
        type="text"
        aria-label="Search emoji"
        placeholder="Search"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="emoji-grid">
        {found.map((name) => (
          <button
            key={name}
            type="button"
            className="plain"
            aria-label={name.replaceAll('_', ' ')}
            title={`:${name}:`}
            onClick={() => onPick(name)}
          >
            <Emoji name={name} />
          </button>
        ))}
      </div>
    </div>
  );
}
