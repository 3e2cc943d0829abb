import { usePractice } from '../state/practice.ts';
import { emojiSign } from './emoji-signs.ts';

/** One of Slack's, or a custom one, drawn here: nothing is fetched from elsewhere. */
export function Emoji({ name }: { readonly name: string }) {
  const { known } = usePractice();
  const sign = emojiSign(name);
  if (sign) {
    return (
      <span className="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
        {sign}
      </span>
    );
  }
  if (known.emoji?.includes(name)) {
    return (
      <span
        className={`emoji-own hue-${hueOf(name)}`}
        role="img"
        aria-label={`${name} emoji`}
        title={`:${name}:`}
      >
        {name.slice(0, 2).toUpperCase()}
      </span>
    );
  }
  return <>:{name}:</>;
}

const HUES = 8;

/** The same name has the same colour wherever it stands. */
export function hueOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = sum * 31 + letter.charCodeAt(0);
  return sum % HUES;
}
