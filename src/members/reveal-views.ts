import type { ModalView } from '@slack/types';
import type { MemberToken } from '../shared/ids.ts';
import { context, header, modal, option, section } from '../slack/blocks.ts';
import type { Entries } from '../slack/entries.ts';
import { input, select } from '../slack/form.ts';
import { REASON_WORDS, RevealReason } from './reveal-reason.ts';

const TITLE = 'Member ID';
export const REVEALED = 'members.revealed';
export const REASON = 'members.reason';

/** Asks for the reason first, where policy wants one. `callback` and `metadata` are of the room that listens. */
export function revealForm({
  token,
  callback,
  metadata,
}: {
  readonly token: MemberToken;
  readonly callback: string;
  readonly metadata: object;
}): ModalView {
  const options = RevealReason.options.map((reason) => option(REASON_WORDS[reason], reason));
  return modal({
    callback,
    title: TITLE,
    submit: 'Show it',
    metadata,
    blocks: [
      section(
        `The ID behind \`${token}\` is shown to you alone, for a short while. That you looked, and why, goes on record.`,
      ),
      input({ name: REASON, label: 'Why do you need it?', element: select({ options }, 'Choose a reason') }),
    ],
  });
}

/** Undefined when our form could not have sent it. */
export function reasonIn(entries: Entries): RevealReason | undefined {
  return RevealReason.safeParse(entries.choice(REASON)).data;
}

/** The only view in which an ID stands in clear. */
export function revealedView({
  token,
  memberId,
  seconds,
}: {
  readonly token: MemberToken;
  readonly memberId: string;
  readonly seconds: number;
}): ModalView {
  return modal({
    callback: REVEALED,
    title: TITLE,
    blocks: [
      header(memberId),
      section(`This is the member behind \`${token}\`.`),
      context(
        `Only you see it. It goes from this window after ${seconds} seconds. That you looked is on record.`,
      ),
    ],
  });
}

export function wipedView(token: MemberToken): ModalView {
  return modal({
    callback: REVEALED,
    title: TITLE,
    blocks: [
      section(`The ID behind \`${token}\` has been taken out of this window.`),
      context('Click "Show ID" on the card to see it again.'),
    ],
  });
}
