import { compact, type Json } from '../json.ts';
import { TEAM_ID } from './identity.ts';
import type { Group, Person } from './records.ts';

export function personShape(person: Person, withEmail: boolean): Json {
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: person.deleted,
    tz: person.timeZone,
    tz_label: 'Eastern Standard Time',
    tz_offset: -18_000,
    is_bot: person.isBot,
    is_app_user: false,
    is_admin: person.isAdmin,
    is_owner: person.isAdmin,
    is_primary_owner: person.isAdmin,
    is_restricted: person.isRestricted,
    is_ultra_restricted: false,
    is_stranger: person.isStranger,
    is_email_confirmed: true,
    updated: person.updated ?? 1_760_000_000,
    profile: compact({
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      email: withEmail && !person.isStranger && person.email ? person.email : undefined,
      team: person.teamId,
      title: '',
      status_emoji: person.status?.emoji ?? '',
      status_text: person.status?.text ?? '',
    }),
  };
}

export function groupShape(group: Group, withUsers: boolean): Json {
  return compact({
    id: group.id,
    team_id: TEAM_ID,
    is_usergroup: true,
    is_external: false,
    name: group.name,
    description: '',
    handle: group.handle,
    date_create: 1_760_000_000,
    date_update: 1_760_000_000,
    date_delete: group.isDisabled ? 1_760_000_000 : 0,
    auto_type: null,
    user_count: group.people.length,
    users: withUsers ? [...group.people] : undefined,
  });
}
