import { z } from 'zod';
import { CareTeamKey, RegionKey, TopicKey } from '../shared/ids.ts';
import type { Directory, Roster } from './directory.ts';
import {
  Channel,
  Duration,
  Emoji,
  Handle,
  Key,
  LocalDate,
  Name,
  OpenHours,
  Person,
  StateChannels,
  States,
  Step,
  strict,
  TimeZone,
} from './file-parts.ts';
import { RedactionRules } from './file-redaction.ts';

const RosterEntry = strict({
  group: Handle.optional(),
  channel: z.literal(true, 'must be true, or left out').optional(),
  people: z.array(Person).min(1, 'must name at least one person').optional(),
}).transform(({ group, channel, people }, context): Roster => {
  const given: Roster[] = [
    ...(group === undefined ? [] : [{ kind: 'group', handle: group } as const]),
    ...(channel === undefined ? [] : [{ kind: 'channel' } as const]),
    ...(people === undefined ? [] : [{ kind: 'people', people } as const]),
  ];
  const [roster] = given;
  if (roster && given.length === 1) return roster;
  context.addIssue('must be one of { group: handle }, { channel: true } and { people: [...] }');
  return z.NEVER;
});

const Lead = strict({ group: Handle.exactOptional(), people: z.array(Person).default([]) }).refine(
  ({ group, people }) => group !== undefined || people.length > 0,
  'must have a group or people, or be left out',
);

const CareTeamEntry = strict({
  key: Key.pipe(CareTeamKey),
  name: Name,
  channel: Channel,
  emoji: Emoji,
  states: States,
  roster: RosterEntry,
  onDuty: Handle.exactOptional(),
  lead: Lead.exactOptional(),
});

const RegionEntry = strict({
  key: Key.pipe(RegionKey),
  name: Name,
  channel: Channel,
  states: States,
  onDuty: Handle.exactOptional(),
});

/** The form's first two choices, which aren't topics of the directory. */
const RESERVED: readonly string[] = ['general', 'state_rule'];

const TopicEntry = strict({
  key: Key.refine((key) => !RESERVED.includes(key), "is one of the form's own choices; take another").pipe(
    TopicKey,
  ),
  name: Name,
  channel: Channel,
  states: StateChannels,
  onDuty: Handle.exactOptional(),
});

const Holders = strict({ group: Handle.exactOptional(), people: z.array(Person).default([]) }).prefault({});
const RoleEntries = strict({
  supervisor: Holders,
  product: Holders,
  comms: Holders,
  compliance: Holders,
  admin: Holders.refine(
    ({ group, people }) => group !== undefined || people.length > 0,
    'must have a group or people: somebody has to hear of what goes wrong',
  ),
});

const Day = OpenHours.exactOptional();
const HoursEntry = strict({
  timeZone: TimeZone,
  days: strict({
    monday: Day,
    tuesday: Day,
    wednesday: Day,
    thursday: Day,
    friday: Day,
    saturday: Day,
    sunday: Day,
  }).refine((days) => Object.keys(days).length > 0, 'must open on at least one day'),
  holidays: z.array(LocalDate).default([]),
});

const AbsenceEntry = strict({ person: Person, from: LocalDate, until: LocalDate }).refine(
  ({ from, until }) => from <= until,
  { path: ['until'], error: 'must not be before from: it is the last day of the absence' },
);

const CLAIM_FIRST = 'must not allow more time to claim than to answer';
const Steps = z.array(Step).exactOptional();
const times = { claim: Duration, answer: Duration };
const ClockEntry = strict({
  ...times,
  unclaimed: Steps.refine(
    (steps) => steps?.every(({ deed }) => deed !== 'remind') ?? true,
    'can be ping and escalate: nobody has claimed it, so there is nobody to remind',
  ),
  unanswered: Steps,
  onDuty: Handle.exactOptional(),
  hours: HoursEntry.exactOptional(),
}).refine(claimsFirst, CLAIM_FIRST);
/** Live questions always run, and who is called when nobody takes one is laid down: ever wider circles. */
const LiveEntry = strict({ ...times, unanswered: Steps }).refine(claimsFirst, CLAIM_FIRST);
const ClockEntries = strict({ tier1: ClockEntry, tier2: ClockEntry, tier3: ClockEntry, live: LiveEntry });

function claimsFirst({ claim, answer }: { readonly claim: number; readonly answer: number }): boolean {
  return claim <= answer;
}

/** The file as data. What it can't say, because it takes several entries together, is in `file-rules.ts`. */
export const DirectoryFile = strict({
  version: z.literal(1, 'must be 1: it is the format of the file'),
  careTeams: z.array(CareTeamEntry).min(1, 'must have at least one care team'),
  regions: z.array(RegionEntry).default([]),
  topics: z.array(TopicEntry).default([]),
  roles: RoleEntries,
  clocks: ClockEntries,
  hours: HoursEntry,
  absences: z.array(AbsenceEntry).default([]),
  channels: strict({ announcements: Channel, feedback: Channel }),
  redaction: RedactionRules.exactOptional(),
}).transform(({ version: _version, ...directory }): Directory => directory);
