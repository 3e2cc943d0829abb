import { z } from 'zod';
import { below, blockFlaws } from './blocks.ts';
import { MessageArguments } from './message-arguments.ts';
import { metadataViolations } from './metadata.ts';
import { overTextBytes, overTotals } from './totals.ts';
import { flawsOf, refusedAs, type Violation } from './violation.ts';

type Body = Readonly<Record<string, unknown>>;

/**
 * What Slack would refuse in a message. An update is told by its `ts`. Blocks and metadata must already be parsed:
 * left as JSON text they are refused.
 */
export function checkMessage(payload: unknown): readonly Violation[] {
  const parsed = z.record(z.string(), z.unknown()).safeParse(payload);
  if (!parsed.success) return refusedAs('invalid_arguments', flawsOf(MessageArguments, payload));
  const body = parsed.data;
  return [
    ...refusedAs('invalid_arguments', flawsOf(MessageArguments, body)),
    ...textViolations(body),
    ...markdownViolations(body),
    ...blockViolations(body.blocks, '/blocks'),
    ...attachmentViolations(body.attachments),
    ...metadataViolations(body.metadata, { isUpdate: body.ts !== undefined }),
  ];
}

/** Text above 40,000 Slack would cut without a word, which loses what somebody wrote: refused here. */
const LONGEST_POST = 40_000;
/** What was posted longer can't be updated any more. */
const LONGEST_UPDATE = 4000;

function textViolations({ text, ts: updated, ...rest }: Body): readonly Violation[] {
  if (!text && isSilent(rest)) return [violation('', 'A message needs text or blocks.', 'no_text')];
  const most = updated === undefined ? LONGEST_POST : LONGEST_UPDATE;
  if (typeof text !== 'string' || text.length <= most) return [];
  return [violation('/text', `This must be at most ${most} characters long.`, 'msg_too_long')];
}

function isSilent({ blocks, attachments, markdown_text, file_ids, delete_original }: Body): boolean {
  return [blocks, attachments, file_ids].every(isEmpty) && !markdown_text && !delete_original;
}

function isEmpty(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.length === 0);
}

const LONGEST_MARKDOWN = 12_000;

function markdownViolations({ markdown_text, text, blocks }: Body): readonly Violation[] {
  if (typeof markdown_text !== 'string') return [];
  const rule = 'markdown_text may not be sent together with text or blocks.';
  return [
    ...(text === undefined && blocks === undefined
      ? []
      : [violation('/markdown_text', rule, 'markdown_text_conflict')]),
    ...(markdown_text.length <= LONGEST_MARKDOWN
      ? []
      : [
          violation(
            '/markdown_text',
            `This must be at most ${LONGEST_MARKDOWN} characters long.`,
            'msg_too_long',
          ),
        ]),
  ];
}

function blockViolations(blocks: unknown, at: string): readonly Violation[] {
  if (blocks === undefined) return [];
  if (!Array.isArray(blocks))
    return [violation(at, 'Blocks must be a list of blocks.', 'invalid_blocks_format')];
  return [
    ...refusedAs('invalid_blocks', below(at, [...blockFlaws(blocks, 'message'), ...overTotals(blocks)])),
    ...refusedAs('msg_blocks_too_long', below(at, overTextBytes(blocks))),
  ];
}

const MOST_ATTACHMENTS = 100;

function attachmentViolations(attachments: unknown): readonly Violation[] {
  if (!Array.isArray(attachments)) return [];
  const rule = `There may be at most ${MOST_ATTACHMENTS} attachments.`;
  return [
    ...(attachments.length > MOST_ATTACHMENTS
      ? [violation('/attachments', rule, 'too_many_attachments')]
      : []),
    ...attachments.flatMap((attachment, index) =>
      blockViolations(attachment?.blocks, `/attachments/${index}/blocks`),
    ),
  ];
}

function violation(path: string, rule: string, slackError: Violation['slackError']): Violation {
  return { path, rule, slackError };
}
