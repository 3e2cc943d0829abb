import type { z } from 'zod';
import type { Directory } from './directory.ts';
import { DirectoryFile } from './file.ts';
import { type Path, problemsTogether, type Remark, warningsTogether } from './file-rules.ts';
import { withSubject } from './problem-words.ts';
import { readYaml, type YamlFile } from './yaml-lines.ts';

export type Problem = { readonly line: number; readonly message: string };

export type ParsedDirectory =
  | {
      readonly kind: 'valid';
      readonly directory: Directory;
      /** The file as data, as it is stored. */
      readonly document: unknown;
      readonly warnings: readonly Problem[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

const LONGEST_FILE = 500_000;

/** Reads a directory file and tells everything that is wrong with it at once, each with its line. */
export function parseDirectory(source: string): ParsedDirectory {
  if (source.length > LONGEST_FILE) {
    return {
      kind: 'invalid',
      problems: [{ line: 1, message: 'The file is longer than 500,000 characters.' }],
    };
  }
  const file = readYaml(source);
  if (file.mistakes.length > 0) return { kind: 'invalid', problems: file.mistakes };

  const result = DirectoryFile.safeParse(file.content, { error: plainWords });
  const remarks = [
    ...(result.error?.issues ?? []).flatMap((issue) => remarksOn(issue, file.content)),
    ...problemsTogether(file.content),
  ];
  if (result.success && remarks.length === 0) {
    const warnings = atLines(file, warningsTogether(file.content));
    return { kind: 'valid', directory: result.data, document: file.content, warnings };
  }
  return { kind: 'invalid', problems: atLines(file, remarks) };
}

/** The stored form of a directory that was valid when it was applied. */
export function readStored(document: unknown): Directory {
  return DirectoryFile.parse(document);
}

function atLines(file: YamlFile, remarks: readonly Remark[]): readonly Problem[] {
  return remarks
    .map(({ path, sentence }) => ({ line: file.lineOf(path), message: sentence }))
    .toSorted((one, other) => one.line - other.line);
}

/** Unknown keys come as one issue; each gets its own line. */
function remarksOn(issue: z.core.$ZodIssue, document: unknown): readonly Remark[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [remark(path, issue.message, document)];
  const advice = issue.message.split('\n');
  return issue.keys.map((key, index) => remark([...path, key], advice[index] ?? 'is not known', document));
}

function remark(path: Path, predicate: string, document: unknown): Remark {
  return { path, sentence: withSubject(path, predicate, document) };
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text (put it in quotes)',
  array: 'a list',
  object: 'a group of keys and values',
  record: 'a group of keys and values',
};

/** For what the schema has no words of its own for. */
function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'is missing';
  if (issue.input === null) return 'has no value (YAML takes # and what follows for a comment)';
  return `must be ${EXPECTED[issue.expected] ?? issue.expected}`;
}
