import { z } from 'zod';
import { STATE_CODES, STATES } from '../shared/states.ts';

/** Where in the file, as keys and positions. */
export type Path = readonly (string | number)[];
export type Remark = { readonly path: Path; readonly sentence: string };

type Kind = 'careTeams' | 'regions' | 'topics';
const WORDS = { careTeams: 'care teams', regions: 'regions', topics: 'topics' } as const;

/** Reads what it can of a file that may be wrong elsewhere, so that all problems are told at once. */
const text = z.string().optional().catch(undefined);
const LooseEntry = z
  .object({
    key: text,
    name: text,
    channel: text,
    emoji: text,
    states: z
      .union([z.array(text), z.record(z.string(), text)])
      .optional()
      .catch(undefined),
  })
  .catch({});
const LooseAbsence = z.object({ person: text, from: text, until: text }).catch({});
const LooseFile = z
  .object({
    careTeams: z.array(LooseEntry).catch([]),
    regions: z.array(LooseEntry).catch([]),
    topics: z.array(LooseEntry).catch([]),
    channels: z.record(z.string(), text).catch({}),
    hours: z.object({ holidays: z.array(text).catch([]) }).catch({ holidays: [] }),
    absences: z.array(LooseAbsence).catch([]),
  })
  .catch({ careTeams: [], regions: [], topics: [], channels: {}, hours: { holidays: [] }, absences: [] });
type LooseFile = z.infer<typeof LooseFile>;

/** What is wrong with entries taken together. */
export function problemsTogether(document: unknown): readonly Remark[] {
  const file = LooseFile.parse(document);
  return [
    ...(['careTeams', 'regions', 'topics'] as const).flatMap((kind) => [
      ...twice(file, kind, 'key'),
      ...twice(file, kind, 'name'),
    ]),
    ...twice(file, 'careTeams', 'emoji'),
    ...sharedChannels(file),
    ...statesInTwoRegions(file),
    ...repeatedStates(file),
    ...repeated(file.hours.holidays, ['hours', 'holidays'], (day) => `The holiday ${day} is listed twice.`),
    ...repeated(file.absences.map(absenceText), ['absences'], (absence) => `${absence} is listed twice.`),
  ];
}

/** What is allowed but perhaps not meant. */
export function warningsTogether(document: unknown): readonly Remark[] {
  const { regions } = LooseFile.parse(document);
  const held = new Set(regions.flatMap(({ states }) => (Array.isArray(states) ? states : [])));
  const missing = STATE_CODES.filter((code) => !held.has(code)).map((code) => STATES[code]);
  if (missing.length === 0) return [];
  const sentence = `No region holds ${listed(missing)}: questions about a rule there go to the care team.`;
  return [{ path: ['regions'], sentence }];
}

function twice(file: LooseFile, kind: Kind, field: 'key' | 'name' | 'emoji'): Remark[] {
  return repeated(
    file[kind].map((entry) => entry[field]?.toLowerCase()),
    [kind],
    (value) => `Two ${WORDS[kind]} have the ${field} ${value}.`,
  ).map(({ path, sentence }) => ({ path: [...path, field], sentence }));
}

/** Each place has a channel of its own: escalating into the same channel would move nothing. Topics may share experts. */
function sharedChannels({ careTeams, regions, topics, channels }: LooseFile): Remark[] {
  const uses = [
    ...careTeams.map(({ channel }, index) =>
      use(channel, `care team ${index}`, ['careTeams', index, 'channel']),
    ),
    ...regions.map(({ channel }, index) => use(channel, `region ${index}`, ['regions', index, 'channel'])),
    ...topics.flatMap(({ channel, states }, index) => [
      use(channel, 'topics', ['topics', index, 'channel']),
      ...(states && !Array.isArray(states) ? Object.entries(states) : []).map(([state, own]) =>
        use(own, 'topics', ['topics', index, 'states', state]),
      ),
    ]),
    ...Object.entries(channels).map(([name, channel]) => use(channel, name, ['channels', name])),
  ];
  const owners = new Map<string, string>();
  return uses.flatMap(({ channel, owner, path }) => {
    if (channel === undefined) return [];
    const first = owners.get(channel) ?? owner;
    owners.set(channel, first);
    return first === owner
      ? []
      : [{ path, sentence: `The channel ${channel} already has another use in this file.` }];
  });
}

function use(channel: string | undefined, owner: string, path: Path) {
  return { channel, owner, path };
}

function statesInTwoRegions({ regions }: LooseFile): Remark[] {
  const holders = new Map<string, number>();
  return regions.flatMap(({ states, key }, index) =>
    (Array.isArray(states) ? states : []).flatMap((state, position) => {
      if (state === undefined) return [];
      const first = holders.get(state) ?? index;
      holders.set(state, first);
      if (first === index) return [];
      const names = `${regions[first]?.key ?? 'one'} and ${key ?? 'another'}`;
      return [
        { path: ['regions', index, 'states', position], sentence: `${state} is in two regions: ${names}.` },
      ];
    }),
  );
}

function repeatedStates(file: LooseFile): Remark[] {
  return (['careTeams', 'regions'] as const).flatMap((kind) =>
    file[kind].flatMap(({ states, key }, index) =>
      repeated(
        Array.isArray(states) ? states : [],
        [kind, index, 'states'],
        (state) => `${key ?? 'This entry'} lists ${state} twice.`,
      ),
    ),
  );
}

function absenceText({ person, from, until }: z.infer<typeof LooseAbsence>): string | undefined {
  return person && from && until && `The absence of ${person} from ${from} until ${until}`;
}

function repeated(
  values: readonly (string | undefined)[],
  path: Path,
  sentence: (value: string) => string,
): Remark[] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index
      ? [{ path: [...path, index], sentence: sentence(value) }]
      : [],
  );
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-US').format(words);
}
