import type { ModalView, MultiExternalSelect } from '@slack/types';
import { z } from 'zod';
import { context, modal, option, plainText, section } from '../slack/blocks.ts';
import { input, personSelect, select, textBox } from '../slack/form.ts';
import type { Wrong } from './decide.ts';
import { type Feedback, FeedbackId, STATUSES } from './feedback.ts';
import { MOST_THEMES } from './theme.ts';
import { LONGEST_TICKET } from './ticket.ts';
import { pageName, RATING_WORDS, STATUS_WORDS } from './views.ts';
import type { Theme } from './work.ts';

export const STATUS_FORM = 'feedback.status-form';
/** The names of the inputs. */
export const DECISION = {
  status: 'feedback.status-choice',
  owner: 'feedback.owner',
  ticket: 'feedback.ticket',
  themes: 'feedback.themes',
  newThemes: 'feedback.new-themes',
} as const;

/** What the form carries: which comment, and how much had been done about it. Ids and numbers only. */
export const StatusNotes = z.object({ feedbackId: FeedbackId, seen: z.int() });
export type StatusNotes = z.infer<typeof StatusNotes>;

export type StatusFacts = {
  readonly feedback: Feedback;
  readonly themes: readonly Theme[];
  readonly seen: number;
};

const TITLE = 'Status';

export function statusForm({ feedback, themes, seen }: StatusFacts): ModalView {
  const { id, page, rating, state, status, owner, ticket } = feedback;
  const statuses = STATUSES.map((each) => option(STATUS_WORDS[each], each));
  return modal({
    callback: STATUS_FORM,
    title: TITLE,
    submit: 'Save',
    metadata: { feedbackId: id, seen } satisfies StatusNotes,
    blocks: [
      context(`${RATING_WORDS[rating]} - ${pageName(page)} - ${state}`),
      input({
        name: DECISION.status,
        label: 'Status',
        element: select({ options: statuses }, 'Status', status),
      }),
      input({
        name: DECISION.owner,
        label: 'Owner',
        element: personSelect('Nobody', owner),
        optional: true,
      }),
      input({
        name: DECISION.ticket,
        label: 'Ticket',
        element: textBox({ max: LONGEST_TICKET, initial: ticket ?? '' }),
        hint: 'The address of the ticket, https://…',
        optional: true,
      }),
      input({ name: DECISION.themes, label: 'Themes', element: themeSelect(themes), optional: true }),
      input({
        name: DECISION.newThemes,
        label: 'New themes',
        element: textBox({ max: 400 }),
        hint: 'What nobody has used before, with commas in between. Nothing that identifies a member.',
        optional: true,
      }),
    ],
  });
}

/** Offers themes as one types, so that any number of them can be found. */
function themeSelect(chosen: readonly Theme[]): MultiExternalSelect {
  return {
    type: 'multi_external_select',
    placeholder: plainText('Earlier themes', 150),
    min_query_length: 0,
    max_selected_items: MOST_THEMES,
    ...(chosen.length > 0 && { initial_options: chosen.map(({ id, name }) => option(name, id)) }),
  };
}

export function pleaseWait(): ModalView {
  return modal({ callback: STATUS_FORM, title: TITLE, blocks: [section('One moment …')] });
}

export function wordsOnly(words: string): ModalView {
  return modal({ callback: STATUS_FORM, title: TITLE, blocks: [section(words)] });
}

/** Under which input each problem is shown. */
export const WRONG_AT: Readonly<Record<Wrong, string>> = {
  ownerCannot: DECISION.owner,
  noAddress: DECISION.ticket,
  ticketIdentifies: DECISION.ticket,
  themeTooLong: DECISION.newThemes,
  themeIdentifies: DECISION.newThemes,
  tooManyThemes: DECISION.themes,
};
