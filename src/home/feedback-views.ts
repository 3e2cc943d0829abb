import type { ActionsBlockElement, KnownBlock, PlainTextOption } from '@slack/types';
import type { Feedback } from '../feedback/feedback.ts';
import { type FeedbackFilter, isEverything } from '../feedback/filter.ts';
import {
  DISCUSS,
  feedbackClock,
  MOST_COUNTED,
  pageName,
  RATING_WORDS,
  type SavedFilter,
  STATUS,
  STATUS_WORDS,
  type WeekCount,
} from '../feedback/index.ts';
import { STATES } from '../shared/states.ts';
import { actions, button, context, divider, header, option, section, typedText } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import { select } from '../slack/form.ts';
import { FEEDBACK_NEWER, FEEDBACK_OLDER, pager } from './pager-views.ts';
import { trendPart } from './trend-views.ts';

export const SHOW_QUESTIONS = 'home.show-questions';
export const SHOW_FEEDBACK = 'home.show-feedback';
export const FEEDBACK_FILTER = 'home.feedback-filter';
export const FEEDBACK_ALL = 'home.feedback-all';
export const FEEDBACK_SAVED = 'home.feedback-saved';
export const FEEDBACK_FORGET = 'home.feedback-forget';

export const FEEDBACK_SHOWN = 8;
const EXCERPT_BYTES = 300;

export type ShownComment = {
  readonly feedback: Feedback;
  readonly themes: readonly string[];
  /** To its own message, or the one in which it stands among others. */
  readonly link: string | null;
};

export type FeedbackFacts = {
  readonly comments: readonly ShownComment[];
  readonly page: number;
  /** Counted up to one more than `MOST_COUNTED`. */
  readonly total: number;
  readonly filter: FeedbackFilter;
  /** What the theme of the filter is called. */
  readonly theme: string | null;
  readonly saved: readonly SavedFilter[];
  readonly trend: readonly WeekCount[];
};

/** Product managers switch between what members say and what colleagues ask. */
export function switchPart(part: 'questions' | 'feedback'): KnownBlock[] {
  const [shown, other] =
    part === 'feedback' ? ['Show questions', SHOW_QUESTIONS] : ['Show member feedback', SHOW_FEEDBACK];
  return actions([button({ label: shown, action: other })]);
}

/** What members say on the website, for those who decide what becomes of it. */
export function feedbackPart(facts: FeedbackFacts): KnownBlock[] {
  const { comments, page, total, filter } = facts;
  const shown = Math.min(total, MOST_COUNTED);
  return [
    divider(),
    header('Member feedback'),
    section(`${filterWords(facts)}\n${totalWords(total)}`),
    ...actions(clickables(facts)),
    ...comments.slice(0, FEEDBACK_SHOWN).flatMap(commentBlocks),
    ...pager({ page, total: shown, pageSize: FEEDBACK_SHOWN, newer: FEEDBACK_NEWER, older: FEEDBACK_OLDER }),
    ...trendPart(facts.trend, isEverything(filter)),
  ];
}

function filterWords({ filter, theme }: FeedbackFacts): string {
  if (isEverything(filter)) return 'All comments and ratings';
  const { page, rating, state, status, text } = filter;
  const parts = [
    ...(text === null ? [] : [`*Words* ${escapeMrkdwn(text, 200)}`]),
    ...(page === null ? [] : [`*Page* ${pageName(page)}`]),
    ...(rating === null ? [] : [`*Rating* ${RATING_WORDS[rating]}`]),
    ...(state === null ? [] : [`*State* ${STATES[state]}`]),
    ...(filter.theme === null ? [] : [`*Theme* ${escapeMrkdwn(theme ?? 'gone', 60)}`]),
    ...(status === null ? [] : [`*Status* ${STATUS_WORDS[status]}`]),
  ];
  return parts.join(' · ');
}

function totalWords(total: number): string {
  if (total === 0) return 'There is nothing like that.';
  return total > MOST_COUNTED ? `More than ${MOST_COUNTED}; the latest are shown.` : `*${total}* in all`;
}

/** Slack shows 25 in a row; these are four at most. */
function clickables({ filter, saved }: FeedbackFacts): ActionsBlockElement[] {
  const current = saved.find((each) => isSame(each.filter, filter));
  const names: PlainTextOption[] = saved.slice(0, 100).map(({ id, name }) => option(name, id));
  return [
    button({ label: 'Filter', action: FEEDBACK_FILTER }),
    ...(isEverything(filter) ? [] : [button({ label: 'Show all', action: FEEDBACK_ALL })]),
    ...(names.length === 0
      ? []
      : [{ ...select({ options: names }, 'Saved filters', current?.id), action_id: FEEDBACK_SAVED }]),
    ...(current ? [button({ label: 'Forget this filter', action: FEEDBACK_FORGET, value: current.id })] : []),
  ];
}

function isSame(one: FeedbackFilter, other: FeedbackFilter): boolean {
  return (
    one.page === other.page &&
    one.rating === other.rating &&
    one.state === other.state &&
    one.theme === other.theme &&
    one.status === other.status &&
    one.text === other.text
  );
}

function commentBlocks({ feedback, themes, link }: ShownComment): KnownBlock[] {
  const { id, rating, page, state, status, owner, comment, submittedAt } = feedback;
  const parts = [
    pageName(page),
    state,
    ...(status === 'new' ? [] : [`*${STATUS_WORDS[status]}*`]),
    ...(owner === null ? [] : [`<@${owner}>`]),
    ...(themes.length === 0 ? [] : [themes.map((theme) => escapeMrkdwn(theme, 60)).join(', ')]),
    feedbackClock(submittedAt),
    ...(link === null ? [] : [`<${link}|Open it>`]),
  ];
  return [
    typedText(RATING_WORDS[rating], comment ?? 'Rated without a comment', EXCERPT_BYTES),
    context(parts.join(' · ')),
    ...actions([
      button({ label: 'Status', action: STATUS, value: id }),
      button({ label: 'Discuss', action: DISCUSS, value: id }),
    ]),
  ];
}
