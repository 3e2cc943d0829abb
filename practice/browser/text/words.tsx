import { type Json, objectIn, textIn } from '../../json.ts';
import { Emoji } from './emoji.tsx';
import { Mrkdwn } from './ink.tsx';

/** A text object of Slack: plain, where only emoji mean something, or with markup. */
export function Words({ of }: { readonly of: unknown }) {
  const { type, text, emoji, verbatim: _ } = objectIn(of);
  const words = textIn(text) ?? '';
  if (type === 'mrkdwn') return <Mrkdwn text={words} />;
  return emoji === false ? words : <PlainWords text={words} />;
}

export function PlainWords({ text }: { readonly text: string }) {
  const parts = text.split(/(:[a-z0-9_+'-]+:)/);
  return parts.map((part, index) =>
    // Positions are the only names that pieces of a text have.
    index % 2 === 1 ? <Emoji key={`${index} ${part}`} name={part.slice(1, -1)} /> : part,
  );
}

export function optionWords(option: Json): string {
  return textIn(objectIn(option.text).text) ?? '';
}
