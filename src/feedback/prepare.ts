import { uuidv7 } from '../platform/uuid.ts';
import type { Vault } from '../platform/vault.ts';
import { countRules, isCertain, type Redact, type RedactionContext } from '../redaction/index.ts';
import type { RedactedText } from '../shared/text.ts';
import { FeedbackId, LONGEST_PAGE, Page, type Sender } from './feedback.ts';
import type { NewFeedback } from './intake-store.ts';
import { moreLink } from './more-link.ts';
import type { SentFeedback } from './wire.ts';

export type PrepareDeps = {
  readonly redact: Redact;
  readonly vault: Vault;
  readonly now: () => Date;
  readonly feedback: {
    /** Hosts that a comment may link to. */
    readonly linkHosts: ReadonlySet<string>;
    /** Whether ratings without a comment are counted by the hour. */
    readonly countsSilent: boolean;
  };
};

/** A comment on its way in: as it may be stored, and whom it is from, which only `members/` may store. */
export type Prepared = NewFeedback & { readonly memberId: string };

export function prepare(
  deps: PrepareDeps,
  sender: Sender,
  { memberRef, page, comment, url, submittedAt, ...sent }: SentFeedback,
  amendment: RedactionContext['amendment'],
): Prepared {
  const read = readComment(deps, comment ?? '', { memberRef, amendment });
  return {
    ...read,
    id: FeedbackId.parse(uuidv7()),
    sender,
    senderId: sent.id,
    state: sent.state,
    responseId: sent.responseId,
    rating: sent.rating,
    fingerprint: fingerprintOf(deps.vault, { ...sent, memberRef, page, comment, url, submittedAt }),
    memberId: memberRef,
    page: readPage(deps.redact, page, amendment),
    url: moreLink(url ?? '', { hosts: deps.feedback.linkHosts, redact: deps.redact }),
    submittedAt: new Date(submittedAt),
    receivedAt: deps.now(),
    counted: read.comment === null && deps.feedback.countsSilent,
  };
}

/** Of what was sent and not of what is kept of it: two comments that differ only in PHI are two. */
function fingerprintOf(vault: Vault, sent: SentFeedback): Buffer {
  const { id, memberRef, state, responseId, rating, page, comment, url, submittedAt } = sent;
  const parts = [
    id,
    memberRef,
    state,
    responseId,
    rating,
    page,
    comment ?? '',
    url ?? '',
    Date.parse(submittedAt),
  ];
  return vault.fingerprint(`feedback.sent/${JSON.stringify(parts)}`);
}

type About = { readonly memberRef: string; readonly amendment: RedactionContext['amendment'] };

function readComment(
  { redact }: PrepareDeps,
  typed: string,
  { memberRef, amendment }: About,
): Pick<NewFeedback, 'comment' | 'redactions'> {
  // PostgreSQL keeps no U+0000, and half of a surrogate pair is no character.
  const text = typed.toWellFormed().replaceAll('\0', '').trim();
  if (text === '') return { comment: null, redactions: null };
  const known = [{ text: memberRef, type: 'HEALTH_PLAN_ID' as const }];
  const { text: comment, findings } = redact(text, { known, amendment });
  return { comment, redactions: findings.length === 0 ? null : countRules(findings) };
}

/** Names of pages repeat, and there are not many: each is read once under each policy. */
const pages = new WeakMap<object, Map<string, Page>>();
const MOST_PAGES = 2_000;

/** An address of the website may hold what identifies a member, such as `members/R123456`. */
function readPage(redact: Redact, sent: string, amendment: About['amendment']): Page {
  const policy = amendment ?? redact;
  const known = pages.get(policy) ?? new Map<string, Page>();
  pages.set(policy, known);
  const page =
    known.get(sent) ??
    Page.parse(
      cut(
        sent
          .split('/')
          .map((part) => readPart(redact, part, amendment))
          .join('/'),
      ),
    );
  if (known.size >= MOST_PAGES) known.clear();
  known.set(sent, page);
  return page;
}

/** Between its slashes, and once more with its signs taken for spaces: then only what is certain counts. */
function readPart(redact: Redact, part: string, amendment: About['amendment']): RedactedText {
  const whole = redact(part, { amendment });
  if (whole.findings.length > 0) return whole.text;
  const words = redact(part.replaceAll(/[-._~]/g, ' '), { amendment });
  return words.findings.some(({ rule }) => isCertain(rule)) ? words.text : whole.text;
}

const cut = (text: string): string => text.slice(0, LONGEST_PAGE).trim() || '-';
