import type { KnownBlock, ModalView } from '@slack/types';
import { context, modal, option, section, typedText } from '../slack/blocks.ts';
import { input, radio } from '../slack/form.ts';
import type { Announcement } from './announcement.ts';
import type { CheckQuestion } from './check-question.ts';

export const CHECK_FORM = 'announcements.check';
export const CHOSEN = 'announcements.chosen';

type Asked = Pick<Announcement, 'id' | 'version'> & { readonly checkQuestion: CheckQuestion };

/** Which announcement the form is about, and which version of it. */
export type CheckNotes = Pick<Announcement, 'id' | 'version'>;

export function checkForm(asked: Asked): ModalView {
  return form(asked, []);
}

/** After a wrong answer: what was misread, and the question once more. */
export function tryAgain(asked: Asked, chosen: number): ModalView {
  const { options, explanation } = asked.checkQuestion;
  return form(asked, [
    section(
      "*Not quite.* That isn't what the announcement says. Please read it again and choose another answer.",
    ),
    typedText('You answered', options[chosen] ?? '', 1_000),
    ...(explanation === null ? [] : [typedText('What it says', explanation, 3_000)]),
  ]);
}

function form({ id, version, checkQuestion }: Asked, above: readonly KnownBlock[]): ModalView {
  const { text, options } = checkQuestion;
  return modal({
    callback: CHECK_FORM,
    title: 'Check question',
    submit: 'Answer',
    metadata: { id, version } satisfies CheckNotes,
    blocks: [
      ...above,
      input({
        name: CHOSEN,
        label: text,
        element: radio(options.map((each, index) => option(each, `${index}`))),
      }),
      context('The right answer is your receipt. You can answer as often as you like.'),
    ],
  });
}

/** Opens at once, while the question is looked up. */
export function waiting(): ModalView {
  return modal({
    callback: 'announcements.waiting',
    title: 'Check question',
    blocks: [context('Loading …')],
  });
}

export function told(title: string, words: string): ModalView {
  return modal({ callback: 'announcements.told', title, blocks: [section(words)] });
}
