import { writeFileSync } from 'node:fs';
import { gatherWords } from '../redaction/lexicon/gather.ts';
import { PACKED } from '../redaction/lexicon/lexicon.ts';
import { packTable } from '../redaction/lexicon/table.ts';

/** `npm run redact:lexicon`: packs the word lists into the one file that is read at run time. */
const words = gatherWords();
const bytes = packTable(words);
writeFileSync(PACKED, bytes);
console.log(`${words.size} words in ${(bytes.length / 1e6).toFixed(2)} MB.`);
