import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { hashWord } from '../../../src/redaction/fold.ts';
import { FLAG } from '../../../src/redaction/lexicon/flags.ts';
import { gatherWords } from '../../../src/redaction/lexicon/gather.ts';
import { lexicon, PACKED } from '../../../src/redaction/lexicon/lexicon.ts';
import { readList } from '../../../src/redaction/lexicon/read-list.ts';
import { openTable, packTable } from '../../../src/redaction/lexicon/table.ts';

describe('the packed lexicon', () => {
  const gathered = gatherWords(readList);

  test('is what `npm run redact:lexicon` makes of the lists', () => {
    expect(Buffer.from(packTable(gathered)).equals(readFileSync(PACKED))).toBe(true);
  });

  test('says of every word what the lists say', () => {
    const { words } = lexicon();
    const different = [...gathered].filter(([hash, { flags, cues }]) => {
      const place = words.find(hash);
      return place < 0 || words.flagsAt(place) !== flags || words.cuesAt(place) !== cues;
    });

    expect(different).toEqual([]);
    expect(words.size).toBe(gathered.size);
  });

  test('knows of no word that is in no list', () => {
    const known = ['qzxv', 'wibblefrotz', 'aaaaaaaa', ''].filter(
      (word) => lexicon().words.find(hashWord(word)) >= 0,
    );

    expect(known).toEqual([]);
  });

  test('knows cities of several words', () => {
    const place = lexicon().words.find(hashWord('sioux'));

    expect(lexicon().words.flagsAt(place) & FLAG.cityStart).not.toBe(0);
    expect(lexicon().isCity(hashWord('yonkers'))).toBe(true);
    expect(lexicon().isCity(hashWord('sioux'))).toBe(false);
  });

  test('stays a few megabytes', () => {
    expect(readFileSync(PACKED).length).toBeLessThan(4_000_000);
  });

  test('is refused when it is cut short or of another order of bytes', () => {
    const bytes = packTable(new Map([[hashWord('maria'), { flags: 1, cues: 0 }]]));

    expect(openTable(new Uint8Array(bytes)).find(hashWord('maria'))).toBe(0);
    expect(() => openTable(new Uint8Array(bytes.slice(0, -4)))).toThrow('redact:lexicon');
    expect(() => openTable(new Uint8Array(Buffer.from(bytes).swap32()))).toThrow('redact:lexicon');
  });
});
