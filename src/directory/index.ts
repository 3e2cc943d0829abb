/** The door of the directory: care teams, regions, topics, channels and roles, as administrators keep them. */
export { applyDirectory } from './apply.ts';
export { lookAtChannel, type MembershipWord, sourceOfTeam, wordsOnExperts, wordsOnTeam } from './audience.ts';
export { createColleagues, isColleague, namesOfPeople } from './colleague.ts';
export type { LiveDirectory, Place } from './directory.ts';
export { compareFile, exportFresh, exportSource } from './export.ts';
export { markPlace, mayPostIn } from './follow-channel.ts';
export { absenceJob, channelMovedJob, rosterJob, rostersReadJob } from './jobs.ts';
export { listen } from './listeners.ts';
export { createDirectoryReader, type DirectoryReader, loadDirectory } from './load.ts';
export { type Problem, parseDirectory } from './parse.ts';
export { provisionChannels } from './provision.ts';
export { refreshOneRoster } from './refresh-rosters.ts';
export { workspacesWithDirectory } from './store.ts';
export { peopleAmong } from './store-audience.ts';
export { isAway, isDeactivated, type Whereabouts, zonesInUse } from './store-people.ts';
export { channelsSeenBy } from './store-sight.ts';
export { whereaboutsOf } from './whereabouts.ts';
export {
  answersIn,
  careTeamsOf,
  groupIdOf,
  isChannelMember,
  leadsOfTeams,
  membersOfGroup,
  peopleWith,
  rolesOf,
  teamsLedBy,
} from './who.ts';
export { schedules, workers } from './workers.ts';
