import type { InputBlock, KnownBlock } from '@slack/types';
import { option, typedText } from '../slack/blocks.ts';
import type { Entries } from '../slack/entries.ts';
import { plain } from '../slack/escape.ts';
import { checkboxes, input } from '../slack/form.ts';
import type { Excerpt } from './excerpt.ts';
import type { Finding } from './finding.ts';

/** What a review shows: the text as it will be, and where something was taken out of it. */
export type Reviewed = {
  readonly text: string;
  readonly excerpts: readonly Excerpt[];
  readonly seal: string;
};

/** What a group of checkboxes holds at most, and how many groups are shown. What is beyond stays taken out. */
const TICKS_IN_A_GROUP = 10;
const MOST_GROUPS = 3;
const MOST_CERTAIN = 10;
const LONGEST_TICK = 75;
const LONGEST_LINE = 120;

/** What is PHI for certain and goes whatever anybody says. */
export function certainOnes(excerpts: readonly Excerpt[]): KnownBlock[] {
  const certain = excerpts.filter((excerpt) => excerpt.certain);
  if (certain.length === 0) return [];
  const lines = certain.slice(0, MOST_CERTAIN).map((excerpt) => `\n• ${around(excerpt, LONGEST_LINE)}`);
  const rest = certain.length - lines.length;
  const more = rest > 0 ? [`\n• and ${rest} more`] : [];
  return [typedText('PHI for certain, always taken out', `\n${[...lines, ...more].join('').trim()}`, 4_000)];
}

/** A tick says "This isn't PHI". They are named after the review, so that none survives into the next one. */
export function ticks(excerpts: readonly Excerpt[], seal: string): InputBlock[] {
  const offered = excerpts.flatMap((excerpt, index) =>
    excerpt.certain ? [] : [option(around(excerpt, LONGEST_TICK), `${index}`)],
  );
  const groups = Array.from({ length: Math.ceil(offered.length / TICKS_IN_A_GROUP) }, (_, group) =>
    offered.slice(group * TICKS_IN_A_GROUP, (group + 1) * TICKS_IN_A_GROUP),
  );
  return groups.slice(0, MOST_GROUPS).map((options, group) =>
    input({
      name: tickName(seal, group),
      label: group === 0 ? "This isn't PHI" : "This isn't PHI either",
      element: checkboxes(options),
      hint: 'What you tick is posted as you typed it.',
      optional: true,
    }),
  );
}

function tickName(seal: string, group: number): string {
  return `redaction.no-phi-${group}-${seal}`;
}

/** What was ticked in the review with this seal. What is certain offers no tick, so a tick for it counts for nothing. */
export function tickedIn(
  entries: Pick<Entries, 'choices'>,
  { seal, excerpts }: Omit<Reviewed, 'text'>,
): readonly Finding[] {
  const chosen = new Set(
    Array.from({ length: MOST_GROUPS }, (_, group) => entries.choices(tickName(seal, group))).flat(),
  );
  return excerpts.flatMap(({ finding, certain }, index) =>
    !certain && chosen.has(`${index}`) ? [finding] : [],
  );
}

/** The label with as much around it as fits, on one line. Marked, because there may be others around it. */
function around({ before, label, after }: Excerpt, max: number): string {
  const marked = `▸${label}◂`;
  const side = Math.floor((max - marked.length) / 2);
  const left = fitting(Array.from(oneLine(before)).toReversed(), side).toReversed();
  return [...left, marked, ...fitting(Array.from(oneLine(after)), side)].join('');
}

function oneLine(text: string): string {
  return plain(text).replaceAll(/\s+/g, ' ');
}

/** The first characters that take no more than `max` UTF-16 units. */
function fitting(characters: readonly string[], max: number): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const character of characters) {
    length += character.length;
    if (length > max) break;
    kept.push(character);
  }
  return kept;
}
