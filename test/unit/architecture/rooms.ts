/** Which room a file stands in, on which floor, and what piece of furniture it is. */

const FLOORS: readonly (readonly string[])[] = [
  ['redaction', 'audit'],
  ['directory', 'members'],
  ['questions', 'announcements', 'guard'],
  ['feedback'],
  ['home'],
];

export const roomOf = (file: string): string | undefined => {
  const [, room] = /^src\/([a-z-]+)\//.exec(file) ?? [];
  return FLOORS.flat().find((each) => each === room);
};

export const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));

/** Words and decisions: no database, network, clock or file. */
const PURE: Readonly<Record<string, RegExp>> = {
  audit: /^(entry|lines)$/,
  members: /^(token|member-id|reveal-reason)$/,
  redaction: /^(?!lexicon\/(read-list|lexicon|renew)|lists\/|index|redact|review-views|scan).*$/,
  directory:
    /^(away|directory|duration|open-time|zone|file|file-parts|file-redaction|file-rules|parse|purpose|standing|suggestion|yaml-lines|resolve|events|(diff|channel)-?.*|.*-words|slack-shapes|write-file)$/,
  feedback:
    /^(feedback|wire|digest|group|problem|openapi|theme|ticket|heat|spike|tail|work|hot|filter|may-work)$/,
  home: /^look$/,
  announcements:
    /^(announcement|audience|check-question|effect|ids|may-act|moment|moves|overview|progress|reach|receipts|reminder-plan|report|report-look|roster|signs|table|targets)$/,
  questions:
    /^(question|board|moves|route|way|candidates|relocate|reply|event|outcome|actor|may-act|ids|click|masked|clock(-plan)?|circle|duplicate|live-lane|absent)$/,
};

type Furniture = 'door' | 'pure' | 'store' | 'views' | 'jobs' | 'edge' | 'use case';

const FURNITURE: readonly (readonly [Furniture, RegExp])[] = [
  ['door', /^index$/],
  ['store', /^(store|rows)(-|$)|-store$/],
  ['views', /(^|-)(views|words|modals)$|^form(-|$)/],
  ['jobs', /^(report-)?jobs$/],
  ['edge', /(^|-)(listeners|renderers|workers|webhook)$/],
];

export function furnitureOf(file: string): Furniture | undefined {
  const room = roomOf(file);
  if (room === undefined) return undefined;
  const name = file.slice(`src/${room}/`.length).replace(/\.ts$/, '');
  if (PURE[room]?.test(name)) return 'pure';
  return FURNITURE.find(([, pattern]) => pattern.test(name))?.[0] ?? 'use case';
}
