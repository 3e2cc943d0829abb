import { writeFileSync } from 'node:fs';
import { PACKED } from './lexicon.ts';

/** Packs the lists and word files into the one file that is read at run time. They are loaded for this only. */
export async function renewLexicon(): Promise<{ readonly words: number; readonly bytes: number }> {
  const [{ gatherWords }, { readList }, { packTable }] = await Promise.all([
    import('./gather.ts'),
    import('./read-list.ts'),
    import('./table.ts'),
  ]);
  const words = gatherWords(readList);
  const bytes = packTable(words);
  writeFileSync(PACKED, bytes);
  return { words: words.size, bytes: bytes.length };
}
