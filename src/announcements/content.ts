import type { Directory } from '../directory/directory.ts';
import type { Finding, Redaction } from '../redaction/index.ts';
import type { RedactedText } from '../shared/text.ts';
import type { Content } from './announcement.ts';
import type { CheckQuestion } from './check-question.ts';
import { contextFor, type Reader } from './public-text.ts';

/** An announcement as it was typed into the form, complete and possible, but not redacted yet. */
export type Typed = Omit<Content, 'title' | 'text' | 'links' | 'checkQuestion'> & {
  readonly title: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly checkQuestion: TypedQuestion | null;
};

export type TypedQuestion = {
  readonly text: string;
  readonly options: readonly string[];
  readonly right: number;
  readonly explanation: string | null;
};

/** As it may be kept, and what was taken out of its text. What was taken out of its other parts is only shown. */
export type ReadContent = {
  readonly content: Content;
  readonly findings: readonly Finding[];
  /** How many places in the title, the links and the check question look like PHI. */
  readonly elsewhere: number;
  readonly withheld: boolean;
};

/** Redacts every part. `keep`: what of the text's findings the author says is no PHI. */
export function readContent(
  reader: Reader,
  typed: Typed,
  directory: Directory | undefined,
  keep: readonly Finding[] = [],
): ReadContent {
  const { redact } = reader;
  const contextOf = (text: string) => contextFor(reader, text, directory);
  const parts: Redaction[] = [];
  const safe = (text: string): RedactedText => {
    const redaction = redact(text, contextOf(text));
    parts.push(redaction);
    return redaction.text;
  };
  const text = redact(typed.text, { ...contextOf(typed.text), keep });
  const content = {
    ...typed,
    title: safe(typed.title),
    text: text.text,
    links: typed.links.map(safe),
    checkQuestion: typed.checkQuestion && readQuestion(typed.checkQuestion, safe),
  };
  return {
    content,
    findings: redact(typed.text, contextOf(typed.text)).findings,
    elsewhere: parts.reduce((sum, { findings }) => sum + findings.length, 0),
    withheld: text.withheld || parts.some(({ withheld }) => withheld),
  };
}

function readQuestion(
  { text, options, right, explanation }: TypedQuestion,
  safe: (text: string) => RedactedText,
): CheckQuestion {
  return {
    text: safe(text),
    options: options.map(safe),
    right,
    explanation: explanation === null ? null : safe(explanation),
  };
}
