import { usePractice } from '../state/practice.ts';
import { hueOf } from '../text/emoji.tsx';

/** Initials on a colour of their own. */
export function Avatar({ id, size = 'usual' }: { readonly id: string; readonly size?: 'usual' | 'small' }) {
  const { person } = usePractice();
  const found = person(id);
  const name = found?.realName ?? '?';
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  const hue = found?.isBot ? 'app' : `hue-${hueOf(id)}`;
  return (
    <span className={`avatar ${size} ${hue}`} aria-hidden>
      {initials}
    </span>
  );
}
