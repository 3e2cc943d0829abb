import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Path } from './file-rules.ts';

/** A file that was read as YAML, and where its parts stand. */
export type YamlFile = {
  readonly content: unknown;
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
  /** The line of the entry at `path`, or of the nearest one above it that exists. */
  readonly lineOf: (path: Path) => number;
};

export function readYaml(source: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const mistakes = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    message: `This is not YAML as it should be: ${message.replace(/\.$/, '')}.`,
  }));
  const content = mistakes.length === 0 ? contentOf(document) : undefined;
  return {
    content,
    mistakes: content === TANGLED ? [{ line: 1, message: 'Too many *aliases: write things out.' }] : mistakes,
    lineOf: (path) => Math.max(1, lines.linePos(offsetOf(document, path)).line),
  };
}

const TANGLED = Symbol('tangled');

/** A few lines of aliases to aliases can stand for gigabytes; the library throws then. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 500 });
  } catch {
    return TANGLED;
  }
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const found = stepInto(isAlias(node) ? node.resolve(document) : node, step);
    if (!found) return offset;
    offset = startOf(found.from) ?? offset;
    node = found.into;
  }
  return offset;
}

/** For an entry of a map, the line that names it counts; for one of a list, its own. */
function stepInto(node: unknown, step: string | number): { from: unknown; into: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { from: item, into: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { from: pair.key, into: pair.value };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
