import { z } from 'zod';
import { below, blockFlaws } from './blocks.ts';
import { blocksIn } from './parts.ts';
import { plainText, string } from './text.ts';
import { type Flaw, flawsOf, refusedAs, type Violation } from './violation.ts';

const shared = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: string(255).optional(),
  external_id: string(255).optional(),
};

const label = plainText(24);

const View = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    ...shared,
    title: label,
    submit: label.optional(),
    close: label.optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('home'), ...shared }),
]);

const Outline = z.looseObject({
  type: z.string(),
  blocks: z.unknown().optional(),
  submit: z.unknown().optional(),
});

/** What Slack would refuse in a modal or a Home tab. The view must already be parsed from its JSON. */
export function checkView(view: unknown): readonly Violation[] {
  return [
    ...refusedAs('invalid_arguments', [...flawsOf(View, view), ...contentFlaws(view)]),
    ...refusedAs('view_too_large', sizeFlaws(view)),
  ];
}

function contentFlaws(view: unknown): readonly Flaw[] {
  const outline = Outline.safeParse(view);
  if (!outline.success || !Array.isArray(outline.data.blocks)) return [];
  const { type, blocks, submit } = outline.data;
  if (type === 'home') return below('/blocks', blockFlaws(blocks, 'home'));
  return [...below('/blocks', blockFlaws(blocks, 'modal')), ...submitFlaws(blocks, submit)];
}

function submitFlaws(blocks: unknown, submit: unknown): readonly Flaw[] {
  const asks = blocksIn(blocks).some(({ part }) => part.type === 'input');
  if (!asks || submit !== undefined) return [];
  return [{ path: '/submit', rule: 'A modal with an input block needs a submit button.' }];
}

/** 250 KB as Slack writes it; the smaller reading of the two. */
const MOST_BYTES = 250_000;

function sizeFlaws(view: unknown): readonly Flaw[] {
  const bytes = Buffer.byteLength(JSON.stringify(view) ?? '');
  if (bytes <= MOST_BYTES) return [];
  return [{ path: '', rule: `The view takes ${bytes} bytes, and ${MOST_BYTES} is the most.` }];
}
