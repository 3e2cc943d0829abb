import { renewLexicon } from '../redaction/index.ts';

/** `npm run redact:lexicon`: packs the word lists into the one file that is read at run time. */
const { words, bytes } = await renewLexicon();
console.log(`${words} words in ${(bytes / 1e6).toFixed(2)} MB.`);
