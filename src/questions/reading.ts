import type { Directory } from '../directory/directory.ts';
import type { DirectoryReader } from '../directory/index.ts';
import { type OpenDeps, openMemberId } from '../members/index.ts';
import {
  type Finding,
  isCertain,
  type Redact,
  type Redaction,
  type RedactionContext,
} from '../redaction/index.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import type { Question } from './question.ts';
import type { Choice } from './redaction-store.ts';

/** What is known about a question's text before it is read: whose it is, and what the directory says of redaction. */
export function knownOf(
  memberId: string | null | undefined,
  directory: Directory | undefined,
): RedactionContext {
  return {
    known: memberId ? [{ text: memberId, type: 'HEALTH_PLAN_ID' }] : [],
    amendment: directory?.redaction,
  };
}

/** What the asker said of the findings that they were shown. */
export type Reviewed = { readonly noPhi: readonly Finding[] };

/** A question's text as it may be kept, what was taken out of it, and what the asker said of that. */
export type ReadQuestion = {
  readonly text: RedactedText;
  readonly findings: readonly Finding[];
  readonly choices: readonly Choice[];
};

type Typed = {
  readonly text: string;
  readonly memberId: string | null;
  readonly reviewed: Reviewed | null;
};

export function readQuestion(
  redact: Redact,
  { text, memberId, reviewed }: Typed,
  directory: Directory,
): ReadQuestion {
  const known = knownOf(memberId, directory);
  const noPhi = reviewed?.noPhi ?? [];
  const { text: redacted, findings } = redact(text, { ...known, keep: noPhi });
  const shown = reviewed === null ? [] : redact(text, known).findings.filter(({ rule }) => !isCertain(rule));
  const choices = shown.map(({ start, end, rule, type }) => ({
    rule,
    type,
    kept: noPhi.some((each) => each.start === start && each.end === end && each.rule === rule),
  }));
  return { text: redacted, findings, choices };
}

export type NoteDeps = OpenDeps & {
  readonly redact: Redact;
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/** What is known about a note to a question: what of the question is, and what it asks for. "dob?" labels the first number. */
export function knownOfNote(
  question: Pick<Question, 'text'>,
  memberId: string | null | undefined,
  directory: Directory | undefined,
): RedactionContext {
  return { ...knownOf(memberId, directory), replyTo: question.text };
}

/** A note to a question, redacted by what is known of the question. */
export async function readNote(deps: NoteDeps, question: Question, note: string): Promise<Redaction> {
  const [live, memberId] = await Promise.all([
    deps.directory.load(deps.workspace.id),
    question.member && openMemberId(deps, question.member),
  ]);
  return deps.redact(note, knownOfNote(question, memberId, live?.directory));
}
