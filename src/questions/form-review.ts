import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Excerpt } from '../redaction/excerpt.ts';
import type { Finding } from '../redaction/finding.ts';
import { modal, option, section, typedText } from '../slack/blocks.ts';
import type { Entries } from '../slack/entries.ts';
import { plain } from '../slack/escape.ts';
import { checkboxes, input } from '../slack/form.ts';
import { ASK_FORM, type Draft, type FormFacts, otherInputs, questionInput } from './form.ts';
import type { FormNotes } from './form-notes.ts';

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

/**
 * The form with what will be posted above it. It is the same form to Slack: whatever was typed stands in it, can be
 * changed in it, and is sent with it again, so no other place has to remember it.
 */
export function reviewForm(facts: FormFacts, draft: Draft, notes: FormNotes, reviewed: Reviewed): ModalView {
  const { text, excerpts, seal } = reviewed;
  return modal({
    callback: ASK_FORM,
    title: 'Check before posting',
    submit: 'Post redacted',
    metadata: { ...notes, seen: seal },
    blocks: [
      section(headline(excerpts.length)),
      typedText('Will be posted', text, 20_000),
      ...certainOnes(excerpts),
      questionInput(
        draft.question,
        'To edit, change it here. What is taken out of it then is shown before it is posted.',
      ),
      ...ticks(excerpts, seal),
      ...otherInputs(facts, draft),
    ],
  });
}

function headline(count: number): string {
  const what = count === 1 ? 'One part' : `${count} parts`;
  return `*${what} of your question ${count === 1 ? 'looks' : 'look'} like PHI.* This is how others will see it.`;
}

function certainOnes(excerpts: readonly Excerpt[]): KnownBlock[] {
  const certain = excerpts.filter((excerpt) => excerpt.certain);
  if (certain.length === 0) return [];
  const lines = certain.slice(0, MOST_CERTAIN).map((excerpt) => `\n• ${around(excerpt, LONGEST_LINE)}`);
  const rest = certain.length - lines.length;
  const more = rest > 0 ? [`\n• and ${rest} more`] : [];
  return [typedText('PHI for certain, always taken out', `\n${[...lines, ...more].join('').trim()}`, 4_000)];
}

/** A tick says "This isn't PHI". They are named after the review, so that none survives into the next one. */
function ticks(excerpts: readonly Excerpt[], seal: string): InputBlock[] {
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
  return `questions.no-phi-${group}-${seal}`;
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
