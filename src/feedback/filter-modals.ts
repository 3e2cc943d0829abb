import type { ExternalSelect, ModalView, PlainTextOption } from '@slack/types';
import { STATES } from '../shared/states.ts';
import { modal, option, plainText } from '../slack/blocks.ts';
import { input, select, textBox } from '../slack/form.ts';
import { RATINGS, STATUSES } from './feedback.ts';
import { type FeedbackFilter, FILTER, LONGEST_FILTER_NAME, LONGEST_SEARCH } from './filter.ts';
import { RATING_WORDS, STATUS_WORDS } from './views.ts';
import type { Theme } from './work.ts';

export const FILTER_FORM = 'feedback.filter-form';

export type FilterFacts = {
  readonly filter: FeedbackFilter;
  /** The theme of the filter, with its name. */
  readonly theme: Theme | null;
};

/** Which comments to show; whatever is left empty doesn't matter. */
export function filterForm({ filter, theme }: FilterFacts): ModalView {
  const { page, rating, state, status, text } = filter;
  const ratings = RATINGS.map((each) => option(RATING_WORDS[each], each));
  const statuses = STATUSES.map((each) => option(STATUS_WORDS[each], each));
  const states = Object.entries(STATES).map(([code, name]) => option(name, code));
  return modal({
    callback: FILTER_FORM,
    title: 'Filter feedback',
    submit: 'Show',
    blocks: [
      input({
        name: FILTER.text,
        label: 'Words in the comment',
        element: textBox({ max: LONGEST_SEARCH, initial: text ?? '' }),
        hint: 'As in a search engine: "exact words", or, -without. Stems count: "pay" finds "paying".',
        optional: true,
      }),
      input({
        name: FILTER.page,
        label: 'Page',
        element: loadedSelect('Every page', page === null ? null : option(page, page)),
        optional: true,
      }),
      choice(FILTER.rating, 'Rating', select({ options: ratings }, 'Every rating', rating)),
      choice(FILTER.state, 'State', select({ options: states }, 'Every state', state)),
      input({
        name: FILTER.theme,
        label: 'Theme',
        element: loadedSelect('Every theme', theme && option(theme.name, theme.id)),
        optional: true,
      }),
      choice(FILTER.status, 'Status', select({ options: statuses }, 'Every status', status)),
      input({
        name: FILTER.name,
        label: 'Save it as',
        element: textBox({ max: LONGEST_FILTER_NAME }),
        hint: 'A name under which you find it again. Nothing that identifies a member.',
        optional: true,
      }),
    ],
  });
}

function choice(name: string, label: string, element: ReturnType<typeof select>) {
  return input({ name, label, element, optional: true });
}

/** Offers what there is as one types, so that any number can be found. */
function loadedSelect(placeholder: string, chosen: PlainTextOption | null): ExternalSelect {
  return {
    type: 'external_select',
    placeholder: plainText(placeholder, 150),
    min_query_length: 0,
    ...(chosen && { initial_option: chosen }),
  };
}
