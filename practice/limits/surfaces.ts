import { blocksIn, elementsIn, type Part } from './parts.ts';
import { type Flaw, pointer } from './violation.ts';

export type Surface = 'message' | 'modal' | 'home';

export const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

const MESSAGE: readonly Surface[] = ['message'];
const MODAL: readonly Surface[] = ['modal'];

/**
 * Blocks and elements that may not stand everywhere.
 *
 * Slack's own matrix also lists cards in modals and tables in the Home tab; they were seen not to render there, so
 * they are refused.
 */
const ONLY_IN: Readonly<Record<string, readonly Surface[]>> = {
  alert: MODAL,
  card: ['message', 'home'],
  carousel: ['message', 'home'],
  container: MESSAGE,
  context_actions: MESSAGE,
  data_table: MESSAGE,
  table: MESSAGE,
  plan: MESSAGE,
  task_card: MESSAGE,
  markdown: MESSAGE,
  datetimepicker: ['message', 'modal'],
  email_text_input: MODAL,
  file_input: MODAL,
  number_input: MODAL,
  url_text_input: MODAL,
  rich_text_input: ['modal', 'home'],
  workflow_button: MESSAGE,
};

const IN_WORDS: Readonly<Record<Surface, string>> = {
  message: 'messages',
  modal: 'modals',
  home: 'the Home tab',
};

/** Everything that Slack shows on other surfaces only. */
export function misplaced(blocks: unknown, surface: Surface): readonly Flaw[] {
  const parts = blocksIn(blocks).flatMap((block) => [block, ...elementsIn(block)]);
  return parts.flatMap(({ part, steps }) => {
    const allowed = ONLY_IN[part.type];
    if (allowed === undefined || allowed.includes(surface)) return [];
    const places = allowed.map((one) => IN_WORDS[one]).join(' and ');
    return [{ path: pointer([...steps, 'type']), rule: `A ${part.type} may only stand in ${places}.` }];
  });
}

/** A select can hand out a response_url only from an input block of a modal. */
export function misplacedResponseUrls(blocks: unknown, surface: Surface): readonly Flaw[] {
  return blocksIn(blocks).flatMap((block) =>
    elementsIn(block)
      .filter(({ part }) => part.response_url_enabled === true && !isModalInput(block.part, surface))
      .map(({ steps }) => ({
        path: pointer([...steps, 'response_url_enabled']),
        rule: 'A response_url may only be asked for in an input block of a modal.',
      })),
  );
}

function isModalInput(block: Part, surface: Surface): boolean {
  return surface === 'modal' && block.type === 'input';
}
