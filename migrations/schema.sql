-- Made by `npm run schema:dump` from migrations/. A test compares it with the database.

create table announcement_counts (
  announcement_id uuid not null,
  group_key text not null,
  workspace_id text not null,
  total integer not null,
  acknowledged integer not null
);

create table announcement_events (
  position bigint generated always as identity not null,
  announcement_id uuid not null,
  workspace_id text not null,
  kind text not null,
  user_id text not null,
  at numeric(16,6) not null,
  channel_id text,
  reaction text,
  version integer,
  option integer,
  is_right boolean,
  seen text not null
);

create table announcement_files (
  id uuid not null,
  workspace_id text not null,
  announcement_id uuid not null,
  kind text not null,
  groups text[],
  for_user text,
  asked_by text,
  asked_at timestamp with time zone not null,
  slack_file text,
  state text not null,
  error_code text
);

create table announcement_groups (
  announcement_id uuid not null,
  key text not null,
  position integer not null,
  workspace_id text not null,
  name text not null,
  emoji text not null,
  in_audience boolean not null
);

create table announcement_memberships (
  announcement_id uuid not null,
  user_id text not null,
  group_key text not null,
  as_of numeric(16,6) not null,
  is_member boolean not null,
  workspace_id text not null,
  seen text not null
);

create table announcement_milestones (
  announcement_id uuid not null,
  what text not null,
  due_at timestamp with time zone not null,
  workspace_id text not null,
  at timestamp with time zone not null
);

create table announcement_posts (
  announcement_id uuid not null,
  channel_id text not null,
  position integer not null,
  workspace_id text not null,
  outbox_id uuid,
  ts text,
  emoji text[] not null,
  emoji_done_at timestamp with time zone
);

create table announcement_recorded (
  announcement_id uuid not null,
  user_id text not null,
  workspace_id text not null,
  acknowledged boolean not null
);

create table announcement_reminders (
  announcement_id uuid not null,
  round_at timestamp with time zone not null,
  user_id text not null,
  point text not null,
  workspace_id text not null,
  at timestamp with time zone not null,
  outbox_id uuid
);

create table announcement_sweeps (
  announcement_id uuid not null,
  round_at timestamp with time zone not null,
  time_zone text not null,
  point text not null,
  workspace_id text not null,
  at timestamp with time zone not null
);

create table announcement_told (
  announcement_id uuid not null,
  user_id text not null,
  what text not null,
  workspace_id text not null,
  at timestamp with time zone not null,
  outbox_id uuid
);

create table announcement_versions (
  announcement_id uuid not null,
  version integer not null,
  workspace_id text not null,
  by text not null,
  at timestamp with time zone not null,
  title text not null,
  text text not null,
  check_text text,
  check_options text[],
  check_right integer,
  check_explanation text,
  asks_again boolean not null
);

create table announcements (
  id uuid not null,
  workspace_id text not null,
  view_id text,
  kind text not null,
  status text not null,
  version integer not null,
  title text not null,
  text text not null,
  links text[] not null,
  audience jsonb not null,
  placement text not null,
  importance text not null,
  check_text text,
  check_options text[],
  check_right integer,
  check_explanation text,
  own_emoji_only boolean not null,
  reminders text not null,
  deadline timestamp with time zone,
  scheduled_for timestamp with time zone,
  topics text[] not null default '{}'::text[],
  states text[] not null default '{}'::text[],
  author text not null,
  created_at timestamp with time zone not null,
  approved_by text,
  approved_at timestamp with time zone,
  published_at timestamp with time zone,
  counts_until timestamp with time zone,
  changed_at timestamp with time zone,
  receipts_since timestamp with time zone,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  exact_as_of numeric(16,6),
  settle_at timestamp with time zone,
  summary uuid
);

create table audit_entries (
  workspace_id text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  action text not null,
  outcome text not null,
  by text,
  question_id uuid,
  member text,
  facts text not null,
  hash bytea not null
);

create table audit_heads (
  workspace_id text not null,
  seq bigint not null,
  hash bytea not null
);

create table custom_emoji (
  workspace_id text not null,
  name text not null,
  alias_of text not null
);

create table direct_messages (
  workspace_id text not null,
  user_id text not null,
  channel_id text not null
);

create table directory_channels (
  workspace_id text not null,
  name text not null,
  channel_id text,
  current_name text,
  is_private boolean not null default false,
  status text not null,
  checked_at timestamp with time zone not null
);

create table directory_groups (
  workspace_id text not null,
  handle text not null,
  group_id text,
  current_handle text,
  is_disabled boolean not null default false
);

create table directory_people (
  workspace_id text not null,
  reference text not null,
  user_id text
);

create table directory_stamps (
  workspace_id text not null,
  stamp uuid not null
);

create table directory_versions (
  workspace_id text not null,
  version integer not null,
  source text not null,
  document jsonb not null,
  applied_by text not null,
  applied_at timestamp with time zone not null
);

create table feedback (
  id uuid not null,
  workspace_id text not null,
  sender text not null,
  sender_id text not null,
  fingerprint bytea not null,
  member_ref uuid not null,
  state text not null,
  response_id text not null,
  rating text not null,
  page text not null,
  comment text,
  redactions jsonb,
  url text,
  submitted_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  counted boolean not null,
  post_id uuid,
  digest_id uuid,
  status text not null default 'new'::text,
  owner text,
  ticket text,
  words tsvector default to_tsvector('english'::regconfig, COALESCE(comment, ''::text))
);

create table feedback_events (
  position bigint generated always as identity not null,
  id uuid not null,
  workspace_id text not null,
  feedback_id uuid not null,
  kind text not null,
  by text not null,
  at timestamp with time zone not null,
  detail jsonb not null
);

create table feedback_filters (
  id uuid not null,
  workspace_id text not null,
  user_id text not null,
  name text not null,
  filter jsonb not null
);

create table feedback_promises (
  workspace_id text not null
);

create table feedback_rates (
  workspace_id text not null,
  sender text not null,
  since timestamp with time zone not null,
  count integer not null
);

create table feedback_replies (
  workspace_id text not null,
  channel_id text not null,
  thread_ts text not null,
  ts text not null,
  feedback_id uuid not null,
  author text not null,
  deleted_at timestamp with time zone
);

create table feedback_shipped_notes (
  event_id uuid not null,
  feedback_id uuid not null,
  workspace_id text not null
);

create table feedback_spikes (
  id uuid not null,
  workspace_id text not null,
  page text not null,
  found_at timestamp with time zone not null,
  bad integer not null,
  expected double precision not null,
  chance double precision not null,
  post_id uuid not null,
  ended_at timestamp with time zone
);

create table feedback_themed (
  feedback_id uuid not null,
  theme_id uuid not null,
  workspace_id text not null
);

create table feedback_themes (
  id uuid not null,
  workspace_id text not null,
  name text not null
);

create table feedback_threads (
  feedback_id uuid not null,
  workspace_id text not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  brief_id uuid not null
);

create table home_tabs (
  workspace_id text not null,
  user_id text not null,
  look jsonb not null default '{}'::jsonb,
  has_board boolean not null default false,
  used_at timestamp with time zone not null,
  drawn_at timestamp with time zone,
  due_at timestamp with time zone,
  has_news boolean not null default false
);

create table hot_threads (
  id uuid not null,
  workspace_id text not null,
  channel_id text not null,
  thread_ts text not null,
  question_id uuid,
  feedback_id uuid,
  root_id uuid not null,
  heat text not null,
  found_at timestamp with time zone not null,
  post_id uuid not null,
  owner text,
  known_by text,
  room text not null default 'none'::text,
  room_by text,
  room_channel text,
  room_error text
);

create table inbox (
  workspace_id text not null,
  event_id text not null,
  body bytea not null,
  received_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  failure_code text
);

create table inbox_seen (
  workspace_id text not null,
  event_id text not null,
  seen_at timestamp with time zone not null default now()
);

create table members (
  id uuid not null,
  workspace_id text not null,
  token text not null,
  member_id_sealed bytea not null,
  member_id_fingerprint bytea not null,
  key_id text not null default encode(SUBSTRING(member_id_sealed FROM 3 FOR get_byte(member_id_sealed, 1)), 'escape'::text)
);

create table outbox (
  id uuid not null,
  workspace_id text not null,
  kind text not null,
  state text not null default 'pending'::text,
  view text not null,
  payload jsonb not null,
  channel_id text,
  user_id text,
  thread_of uuid,
  thread_ts text,
  target_id uuid,
  ts text,
  attempts integer not null default 0,
  attempted_at timestamp with time zone,
  error_code text,
  created_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone
);

create table people (
  workspace_id text not null,
  user_id text not null,
  is_deactivated boolean not null,
  is_external boolean not null,
  is_guest boolean not null,
  is_bot boolean not null,
  as_of numeric(16,6) not null,
  is_away boolean not null default false,
  time_zone text
);

create table preferences (
  workspace_id text not null,
  user_id text not null,
  state text,
  topic text
);

create table question_calls (
  id uuid not null,
  workspace_id text not null,
  question_id uuid not null,
  move integer not null,
  circle text not null,
  channel_id text not null,
  who text not null,
  group_id text,
  outbox_id uuid not null,
  at timestamp with time zone not null
);

create table question_cards (
  question_id uuid not null,
  move integer not null,
  workspace_id text not null,
  channel_id text not null,
  outbox_id uuid not null,
  linked_at timestamp with time zone
);

create table question_clocks (
  id uuid not null,
  workspace_id text not null,
  question_id uuid not null,
  kind text not null,
  lane text not null,
  move integer not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  plan jsonb not null,
  step integer not null,
  next_at timestamp with time zone,
  breached_at timestamp with time zone,
  stopped_at timestamp with time zone
);

create table question_events (
  position bigint generated always as identity not null,
  id uuid not null,
  workspace_id text not null,
  question_id uuid not null,
  kind text not null,
  by text,
  at timestamp with time zone not null,
  status_before text,
  status_after text not null,
  note text,
  detail jsonb not null
);

create table question_redactions (
  question_id uuid not null,
  part text not null,
  rule text not null,
  type text not null,
  count integer not null,
  workspace_id text not null
);

create table question_replies (
  workspace_id text not null,
  channel_id text not null,
  thread_ts text not null,
  ts text not null,
  question_id uuid not null,
  author text not null,
  edited_at timestamp with time zone,
  deleted_at timestamp with time zone
);

create table questions (
  id uuid not null,
  workspace_id text not null,
  view_id text,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  text text not null,
  topic text not null,
  state text,
  exchange text,
  irl boolean not null,
  live boolean not null,
  care_team text,
  source_channel text,
  source_ts text,
  tier integer not null,
  place text not null,
  place_name text not null,
  channel_id text not null,
  reason text not null,
  move integer not null,
  placed_at timestamp with time zone not null,
  status text not null,
  claimed_by text,
  claimed_at timestamp with time zone,
  answer_channel text,
  answer_ts text,
  answer_author text,
  answer_marked_by text,
  answered_at timestamp with time zone,
  resolved_by text,
  resolved_at timestamp with time zone,
  first_response_by text,
  first_response_at timestamp with time zone,
  asker_message uuid,
  hung_up_at timestamp with time zone,
  declined_by text[] not null default '{}'::text[],
  duplicate_of uuid,
  member_ref uuid
);

create table redaction_choices (
  question_id uuid not null,
  position integer not null,
  workspace_id text not null,
  by text not null,
  at timestamp with time zone not null,
  rule text not null,
  type text not null,
  kept boolean not null
);

create table roster_members (
  workspace_id text not null,
  source_id text not null,
  user_id text not null,
  is_member boolean not null,
  as_of numeric(16,6) not null
);

create table rosters (
  workspace_id text not null,
  source_id text not null,
  refreshed_at timestamp with time zone,
  changed_in_slack bigint
);

create table slack_pace (
  workspace_id text not null,
  scope text not null,
  next_at timestamp with time zone not null
);

create table unpostable_places (
  id uuid not null,
  workspace_id text not null,
  name text not null,
  channel_id text,
  status text not null,
  question_id uuid,
  found_at timestamp with time zone not null,
  cleared_at timestamp with time zone
);

create view asked_questions as
 SELECT workspace_id,
    asked_by,
    asked_at,
    topic,
    state
   FROM questions;
create view live_waits as
 SELECT q.id AS question_id,
    q.workspace_id,
    q.asked_at,
    q.care_team,
    ((asked.detail -> 'to'::text) ->> 'placeName'::text) AS team,
    human.at AS first_human_at,
    (EXTRACT(epoch FROM (human.at - q.asked_at)))::double precision AS seconds
   FROM ((questions q
     JOIN question_events asked ON (((asked.question_id = q.id) AND (asked.kind = 'asked'::text))))
     LEFT JOIN LATERAL ( SELECT min(e.at) AS at
           FROM question_events e
          WHERE ((e.question_id = q.id) AND (e.kind = ANY (ARRAY['claimed'::text, 'handed_over'::text, 'first_response'::text, 'answered'::text])) AND (COALESCE(((e.detail -> 'reply'::text) ->> 'author'::text), ((e.detail -> 'answer'::text) ->> 'author'::text), e.by) <> q.asked_by))) human ON (true))
  WHERE (q.live OR q.irl);
create view redaction_overruled as
 SELECT workspace_id,
    rule,
    count(*) AS shown,
    count(*) FILTER (WHERE kept) AS overruled
   FROM redaction_choices
  GROUP BY workspace_id, rule;

alter table announcement_counts add constraint announcement_counts_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_counts add constraint announcement_counts_group_key_check CHECK (((group_key = 'all'::text) OR (group_key ~ '^(team|topic):'::text)));
alter table announcement_counts add constraint announcement_counts_pkey PRIMARY KEY (announcement_id, group_key);
alter table announcement_counts add constraint no_more_than_all_acknowledge CHECK (((acknowledged >= 0) AND (acknowledged <= total)));
alter table announcement_events add constraint a_reaction_says_which_and_where CHECK ((((kind = ANY (ARRAY['added'::text, 'removed'::text])) = (reaction IS NOT NULL)) AND (num_nulls(reaction, channel_id) = ANY (ARRAY[0, 2]))));
alter table announcement_events add constraint an_answer_says_what_and_to_what CHECK ((((kind = 'answered'::text) = (option IS NOT NULL)) AND (num_nulls(option, is_right) = ANY (ARRAY[0, 2])) AND ((kind = ANY (ARRAY['pressed'::text, 'answered'::text])) = (version IS NOT NULL))));
alter table announcement_events add constraint announcement_events_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_events add constraint announcement_events_kind_check CHECK ((kind = ANY (ARRAY['added'::text, 'removed'::text, 'pressed'::text, 'answered'::text])));
alter table announcement_events add constraint announcement_events_option_check CHECK ((option >= 0));
alter table announcement_events add constraint announcement_events_pkey PRIMARY KEY ("position");
alter table announcement_events add constraint announcement_events_seen_check CHECK ((seen = ANY (ARRAY['event'::text, 'reading'::text])));
alter table announcement_files add constraint announcement_files_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_files add constraint announcement_files_kind_check CHECK ((kind = ANY (ARRAY['table'::text, 'picture'::text])));
alter table announcement_files add constraint announcement_files_pkey PRIMARY KEY (id);
alter table announcement_files add constraint announcement_files_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'sent'::text, 'sharing'::text, 'shared'::text, 'rejected'::text])));
alter table announcement_files add constraint only_pictures_of_everybody_stand_in_threads CHECK (((for_user IS NOT NULL) OR ((kind = 'picture'::text) AND (groups IS NULL))));
alter table announcement_files add constraint what_was_sent_has_its_id CHECK (((state = ANY (ARRAY['asked'::text, 'rejected'::text])) OR (slack_file IS NOT NULL)));
alter table announcement_groups add constraint announcement_groups_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_groups add constraint announcement_groups_key_check CHECK ((key ~ '^(team|topic):'::text));
alter table announcement_groups add constraint announcement_groups_pkey PRIMARY KEY (announcement_id, key);
alter table announcement_memberships add constraint announcement_memberships_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_memberships add constraint announcement_memberships_pkey PRIMARY KEY (announcement_id, user_id, group_key, as_of, is_member);
alter table announcement_memberships add constraint announcement_memberships_seen_check CHECK ((seen = ANY (ARRAY['posting'::text, 'event'::text, 'reading'::text])));
alter table announcement_milestones add constraint announcement_milestones_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_milestones add constraint announcement_milestones_pkey PRIMARY KEY (announcement_id, what, due_at);
alter table announcement_milestones add constraint announcement_milestones_what_check CHECK ((what = ANY (ARRAY['picture'::text, 'effect'::text])));
alter table announcement_posts add constraint a_post_is_ours_or_found CHECK ((num_nulls(outbox_id, ts) = 1));
alter table announcement_posts add constraint announcement_posts_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_posts add constraint announcement_posts_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id);
alter table announcement_posts add constraint announcement_posts_outbox_id_key UNIQUE (outbox_id);
alter table announcement_posts add constraint announcement_posts_pkey PRIMARY KEY (announcement_id, channel_id);
alter table announcement_recorded add constraint announcement_recorded_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_recorded add constraint announcement_recorded_pkey PRIMARY KEY (announcement_id, user_id);
alter table announcement_reminders add constraint announcement_reminders_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_reminders add constraint announcement_reminders_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id);
alter table announcement_reminders add constraint announcement_reminders_pkey PRIMARY KEY (announcement_id, round_at, user_id, point);
alter table announcement_sweeps add constraint announcement_sweeps_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_sweeps add constraint announcement_sweeps_pkey PRIMARY KEY (announcement_id, round_at, time_zone, point);
alter table announcement_told add constraint announcement_told_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_told add constraint announcement_told_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id);
alter table announcement_told add constraint announcement_told_pkey PRIMARY KEY (announcement_id, user_id, what);
alter table announcement_told add constraint announcement_told_what_check CHECK ((what = ANY (ARRAY['joined'::text, 'own_emoji'::text, 'answer_waits'::text, 'desk'::text, 'approval'::text])));
alter table announcement_versions add constraint announcement_versions_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES announcements(id);
alter table announcement_versions add constraint announcement_versions_pkey PRIMARY KEY (announcement_id, version);
alter table announcement_versions add constraint announcement_versions_version_check CHECK ((version > 0));
alter table announcements add constraint a_check_question_has_a_right_option CHECK ((((check_right >= 0) AND (check_right <= (cardinality(check_options) - 1))) AND ((cardinality(check_options) >= 2) AND (cardinality(check_options) <= 10))));
alter table announcements add constraint a_check_question_is_asked_exactly_when_it_checks CHECK ((((importance = 'check'::text) = (check_text IS NOT NULL)) AND (num_nulls(check_text, check_options, check_right) = ANY (ARRAY[0, 3])) AND ((check_text IS NOT NULL) OR (check_explanation IS NULL))));
alter table announcements add constraint an_approval_is_whole CHECK ((num_nulls(approved_by, approved_at) = ANY (ARRAY[0, 2])));
alter table announcements add constraint announcements_importance_check CHECK ((importance = ANY (ARRAY['information'::text, 'acknowledge'::text, 'check'::text])));
alter table announcements add constraint announcements_kind_check CHECK ((kind = ANY (ARRAY['written'::text, 'tracked'::text])));
alter table announcements add constraint announcements_pkey PRIMARY KEY (id);
alter table announcements add constraint announcements_placement_check CHECK ((placement = ANY (ARRAY['announcements'::text, 'both'::text, 'teams'::text])));
alter table announcements add constraint announcements_reminders_check CHECK ((reminders = ANY (ARRAY['none'::text, 'once'::text, 'twice'::text, 'daily'::text])));
alter table announcements add constraint announcements_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'awaiting_approval'::text, 'scheduled'::text, 'published'::text, 'withdrawn'::text])));
alter table announcements add constraint announcements_summary_fkey FOREIGN KEY (summary) REFERENCES outbox(id);
alter table announcements add constraint announcements_version_check CHECK ((version > 0));
alter table announcements add constraint nobody_approves_their_own CHECK ((approved_by <> author));
alter table announcements add constraint one_form_is_one_announcement UNIQUE (workspace_id, view_id);
alter table announcements add constraint what_was_published_says_when CHECK ((((status = ANY (ARRAY['draft'::text, 'awaiting_approval'::text, 'scheduled'::text])) <= (published_at IS NULL)) AND ((status = 'published'::text) <= (published_at IS NOT NULL)) AND (num_nulls(published_at, counts_until) = ANY (ARRAY[0, 2]))));
alter table announcements add constraint withdrawn_says_by_whom_and_when CHECK ((((status = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)) AND (num_nulls(withdrawn_by, withdrawn_at) = ANY (ARRAY[0, 2]))));
alter table audit_entries add constraint audit_entries_action_check CHECK ((action ~ '^[a-z]+[.][a-z_]+$'::text));
alter table audit_entries add constraint audit_entries_facts_check CHECK ((jsonb_typeof((facts)::jsonb) = 'object'::text));
alter table audit_entries add constraint audit_entries_hash_check CHECK ((octet_length(hash) = 32));
alter table audit_entries add constraint audit_entries_member_check CHECK ((member ~ '^M-[2-9A-Z]{6}$'::text));
alter table audit_entries add constraint audit_entries_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'denied'::text])));
alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (workspace_id, seq);
alter table audit_entries add constraint audit_entries_seq_check CHECK ((seq > 0));
alter table audit_heads add constraint audit_heads_pkey PRIMARY KEY (workspace_id);
alter table audit_heads add constraint audit_heads_seq_check CHECK ((seq > 0));
alter table custom_emoji add constraint custom_emoji_pkey PRIMARY KEY (workspace_id, name);
alter table direct_messages add constraint direct_messages_pkey PRIMARY KEY (workspace_id, user_id);
alter table directory_channels add constraint directory_channel_changes_are_stamped TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table directory_channels add constraint directory_channels_are_stamped TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table directory_channels add constraint directory_channels_pkey PRIMARY KEY (workspace_id, name);
alter table directory_channels add constraint directory_channels_status_check CHECK ((status = ANY (ARRAY['ok'::text, 'missing'::text, 'archived'::text, 'not_member'::text, 'external'::text])));
alter table directory_channels add constraint only_a_known_channel_has_more_to_say CHECK (((channel_id IS NOT NULL) OR (status = 'missing'::text)));
alter table directory_groups add constraint directory_groups_pkey PRIMARY KEY (workspace_id, handle);
alter table directory_people add constraint directory_people_pkey PRIMARY KEY (workspace_id, reference);
alter table directory_stamps add constraint directory_stamps_pkey PRIMARY KEY (workspace_id);
alter table directory_versions add constraint directory_versions_are_stamped TRIGGER DEFERRABLE INITIALLY DEFERRED;
alter table directory_versions add constraint directory_versions_pkey PRIMARY KEY (workspace_id, version);
alter table directory_versions add constraint directory_versions_version_check CHECK ((version > 0));
alter table feedback add constraint a_comment_comes_once UNIQUE (workspace_id, sender, sender_id);
alter table feedback add constraint feedback_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES outbox(id);
alter table feedback add constraint feedback_pkey PRIMARY KEY (id);
alter table feedback add constraint feedback_post_id_fkey FOREIGN KEY (post_id) REFERENCES outbox(id);
alter table feedback add constraint feedback_rating_check CHECK ((rating = ANY (ARRAY['good'::text, 'neutral'::text, 'bad'::text])));
alter table feedback add constraint feedback_state_check CHECK ((state ~ '^[A-Z]{2}$'::text));
alter table feedback add constraint feedback_status_check CHECK ((status = ANY (ARRAY['new'::text, 'looking'::text, 'planned'::text, 'shipped'::text, 'wont_do'::text])));
alter table feedback add constraint only_comments_are_redacted CHECK (((redactions IS NULL) OR (comment IS NOT NULL)));
alter table feedback add constraint only_silent_ratings_are_counted CHECK (((NOT counted) OR (comment IS NULL)));
alter table feedback_events add constraint a_feedback_event_is_what_its_detail_says CHECK ((kind = (detail ->> 'kind'::text)));
alter table feedback_events add constraint feedback_events_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id);
alter table feedback_events add constraint feedback_events_id_key UNIQUE (id);
alter table feedback_events add constraint feedback_events_pkey PRIMARY KEY ("position");
alter table feedback_filters add constraint feedback_filters_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 60)));
alter table feedback_filters add constraint feedback_filters_pkey PRIMARY KEY (id);
alter table feedback_filters add constraint one_filter_of_a_name UNIQUE (workspace_id, user_id, name);
alter table feedback_promises add constraint feedback_promises_pkey PRIMARY KEY (workspace_id);
alter table feedback_rates add constraint feedback_rates_count_check CHECK ((count >= 0));
alter table feedback_rates add constraint feedback_rates_pkey PRIMARY KEY (workspace_id, sender, since);
alter table feedback_replies add constraint feedback_replies_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id);
alter table feedback_replies add constraint feedback_replies_pkey PRIMARY KEY (workspace_id, channel_id, ts);
alter table feedback_shipped_notes add constraint feedback_shipped_notes_event_id_fkey FOREIGN KEY (event_id) REFERENCES feedback_events(id);
alter table feedback_shipped_notes add constraint feedback_shipped_notes_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id);
alter table feedback_shipped_notes add constraint feedback_shipped_notes_pkey PRIMARY KEY (event_id, feedback_id);
alter table feedback_spikes add constraint feedback_spikes_bad_check CHECK ((bad > 0));
alter table feedback_spikes add constraint feedback_spikes_chance_check CHECK (((chance >= (0)::double precision) AND (chance <= (1)::double precision)));
alter table feedback_spikes add constraint feedback_spikes_expected_check CHECK ((expected >= (0)::double precision));
alter table feedback_spikes add constraint feedback_spikes_pkey PRIMARY KEY (id);
alter table feedback_spikes add constraint feedback_spikes_post_id_fkey FOREIGN KEY (post_id) REFERENCES outbox(id);
alter table feedback_themed add constraint feedback_themed_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id);
alter table feedback_themed add constraint feedback_themed_pkey PRIMARY KEY (feedback_id, theme_id);
alter table feedback_themed add constraint feedback_themed_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES feedback_themes(id);
alter table feedback_themes add constraint feedback_themes_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 40)));
alter table feedback_themes add constraint feedback_themes_pkey PRIMARY KEY (id);
alter table feedback_themes add constraint one_theme_of_a_name UNIQUE (workspace_id, name);
alter table feedback_threads add constraint feedback_threads_brief_id_fkey FOREIGN KEY (brief_id) REFERENCES outbox(id);
alter table feedback_threads add constraint feedback_threads_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id);
alter table feedback_threads add constraint feedback_threads_pkey PRIMARY KEY (feedback_id);
alter table home_tabs add constraint home_tabs_pkey PRIMARY KEY (workspace_id, user_id);
alter table hot_threads add constraint a_hot_thread_is_about_one_thing CHECK ((num_nonnulls(question_id, feedback_id) = 1));
alter table hot_threads add constraint a_hot_thread_is_brought_once UNIQUE (workspace_id, channel_id, thread_ts);
alter table hot_threads add constraint a_refused_room_says_why CHECK (((room = 'refused'::text) = (room_error IS NOT NULL)));
alter table hot_threads add constraint a_room_that_is_made_has_its_channel CHECK (((room <> 'made'::text) OR (room_channel IS NOT NULL)));
alter table hot_threads add constraint a_room_was_asked_for CHECK (((room = 'none'::text) = (room_by IS NULL)));
alter table hot_threads add constraint hot_threads_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(id);
alter table hot_threads add constraint hot_threads_heat_check CHECK ((heat = ANY (ARRAY['many'::text, 'fast'::text])));
alter table hot_threads add constraint hot_threads_pkey PRIMARY KEY (id);
alter table hot_threads add constraint hot_threads_post_id_fkey FOREIGN KEY (post_id) REFERENCES outbox(id);
alter table hot_threads add constraint hot_threads_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table hot_threads add constraint hot_threads_room_check CHECK ((room = ANY (ARRAY['none'::text, 'wanted'::text, 'made'::text, 'refused'::text])));
alter table hot_threads add constraint hot_threads_root_id_fkey FOREIGN KEY (root_id) REFERENCES outbox(id);
alter table inbox add constraint inbox_pkey PRIMARY KEY (workspace_id, event_id);
alter table inbox_seen add constraint inbox_seen_pkey PRIMARY KEY (workspace_id, event_id);
alter table members add constraint members_pkey PRIMARY KEY (id);
alter table members add constraint members_token_check CHECK ((token ~ '^M-[2-9A-HJKMNP-RTV-Z]{6}$'::text));
alter table members add constraint one_member_has_one_token UNIQUE (workspace_id, member_id_fingerprint);
alter table members add constraint one_token_is_one_member UNIQUE (workspace_id, token);
alter table outbox add constraint a_finished_post_has_its_place CHECK (((kind <> 'post'::text) OR (state <> 'done'::text) OR ((ts IS NOT NULL) AND (channel_id IS NOT NULL))));
alter table outbox add constraint an_update_names_its_message CHECK (((kind = 'update'::text) = (target_id IS NOT NULL)));
alter table outbox add constraint outbox_goes_somewhere CHECK (((channel_id IS NOT NULL) OR (user_id IS NOT NULL)));
alter table outbox add constraint outbox_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'update'::text, 'notice'::text])));
alter table outbox add constraint outbox_pkey PRIMARY KEY (id);
alter table outbox add constraint outbox_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'unknown'::text, 'done'::text, 'rejected'::text, 'dropped'::text])));
alter table outbox add constraint outbox_target_id_fkey FOREIGN KEY (target_id) REFERENCES outbox(id);
alter table outbox add constraint outbox_thread_of_fkey FOREIGN KEY (thread_of) REFERENCES outbox(id);
alter table outbox add constraint settled_means_settled CHECK (((state = ANY (ARRAY['done'::text, 'rejected'::text, 'dropped'::text])) = (settled_at IS NOT NULL)));
alter table people add constraint people_pkey PRIMARY KEY (workspace_id, user_id);
alter table preferences add constraint preferences_pkey PRIMARY KEY (workspace_id, user_id);
alter table preferences add constraint preferences_state_check CHECK ((state ~ '^[A-Z]{2}$'::text));
alter table question_calls add constraint each_circle_is_called_once UNIQUE (question_id, circle, channel_id);
alter table question_calls add constraint question_calls_circle_check CHECK ((circle = ANY (ARRAY['tier'::text, 'next'::text, 'supervisors'::text])));
alter table question_calls add constraint question_calls_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id);
alter table question_calls add constraint question_calls_outbox_id_key UNIQUE (outbox_id);
alter table question_calls add constraint question_calls_pkey PRIMARY KEY (id);
alter table question_calls add constraint question_calls_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table question_cards add constraint question_cards_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox(id);
alter table question_cards add constraint question_cards_outbox_id_key UNIQUE (outbox_id);
alter table question_cards add constraint question_cards_pkey PRIMARY KEY (question_id, move);
alter table question_cards add constraint question_cards_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table question_clocks add constraint a_clock_has_a_next_step_until_its_plan_is_done CHECK (((next_at IS NULL) = (step >= jsonb_array_length(plan))));
alter table question_clocks add constraint question_clocks_kind_check CHECK ((kind = ANY (ARRAY['claim'::text, 'answer'::text])));
alter table question_clocks add constraint question_clocks_lane_check CHECK ((lane = ANY (ARRAY['tier1'::text, 'tier2'::text, 'tier3'::text, 'live'::text])));
alter table question_clocks add constraint question_clocks_pkey PRIMARY KEY (id);
alter table question_clocks add constraint question_clocks_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table question_events add constraint an_event_is_what_its_detail_says CHECK ((kind = (detail ->> 'kind'::text)));
alter table question_events add constraint question_events_detail_check CHECK (((detail ->> 'kind'::text) IS NOT NULL));
alter table question_events add constraint question_events_id_key UNIQUE (id);
alter table question_events add constraint question_events_pkey PRIMARY KEY ("position");
alter table question_events add constraint question_events_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table question_redactions add constraint question_redactions_count_check CHECK ((count > 0));
alter table question_redactions add constraint question_redactions_part_check CHECK ((part = ANY (ARRAY['question'::text, 'note'::text])));
alter table question_redactions add constraint question_redactions_pkey PRIMARY KEY (question_id, part, rule, type);
alter table question_redactions add constraint question_redactions_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table question_redactions add constraint question_redactions_rule_check CHECK ((rule ~ '^[a-z0-9-]+[.][a-z0-9-]+$'::text));
alter table question_replies add constraint question_replies_pkey PRIMARY KEY (workspace_id, channel_id, ts);
alter table question_replies add constraint question_replies_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table questions add constraint a_claim_has_its_claimer CHECK (((status <> 'claimed'::text) OR (claimed_by IS NOT NULL)));
alter table questions add constraint a_claim_has_its_time CHECK (((status = 'claimed'::text) = (claimed_at IS NOT NULL)));
alter table questions add constraint a_first_response_is_whole CHECK ((num_nulls(first_response_by, first_response_at) = ANY (ARRAY[0, 2])));
alter table questions add constraint a_source_is_whole CHECK ((num_nulls(source_channel, source_ts) = ANY (ARRAY[0, 2])));
alter table questions add constraint an_answer_is_whole CHECK ((num_nulls(answer_channel, answer_ts, answer_author, answer_marked_by, answered_at) = ANY (ARRAY[0, 5])));
alter table questions add constraint answered_has_an_answer CHECK (((status <> 'answered'::text) OR (answer_ts IS NOT NULL)));
alter table questions add constraint no_question_is_its_own_duplicate CHECK ((duplicate_of <> id));
alter table questions add constraint one_form_is_one_question UNIQUE (workspace_id, view_id);
alter table questions add constraint open_and_claimed_have_no_answer CHECK (((status <> ALL (ARRAY['open'::text, 'claimed'::text])) OR (answer_ts IS NULL)));
alter table questions add constraint open_and_resolved_have_no_claimer CHECK (((status <> ALL (ARRAY['open'::text, 'resolved'::text])) OR (claimed_by IS NULL)));
alter table questions add constraint questions_asker_message_fkey FOREIGN KEY (asker_message) REFERENCES outbox(id);
alter table questions add constraint questions_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES questions(id);
alter table questions add constraint questions_exchange_check CHECK ((exchange = ANY (ARRAY['on'::text, 'off'::text])));
alter table questions add constraint questions_member_ref_fkey FOREIGN KEY (member_ref) REFERENCES members(id);
alter table questions add constraint questions_move_check CHECK ((move >= 0));
alter table questions add constraint questions_pkey PRIMARY KEY (id);
alter table questions add constraint questions_state_check CHECK ((state ~ '^[A-Z]{2}$'::text));
alter table questions add constraint questions_status_check CHECK ((status = ANY (ARRAY['open'::text, 'claimed'::text, 'answered'::text, 'resolved'::text])));
alter table questions add constraint questions_tier_check CHECK (((tier >= 1) AND (tier <= 3)));
alter table questions add constraint resolved_has_its_resolver CHECK ((((status = 'resolved'::text) = ((resolved_by IS NOT NULL) AND (resolved_at IS NOT NULL))) AND (num_nulls(resolved_by, resolved_at) = ANY (ARRAY[0, 2]))));
alter table redaction_choices add constraint redaction_choices_pkey PRIMARY KEY (question_id, "position");
alter table redaction_choices add constraint redaction_choices_position_check CHECK (("position" >= 0));
alter table redaction_choices add constraint redaction_choices_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);
alter table redaction_choices add constraint redaction_choices_rule_check CHECK ((rule ~ '^[a-z0-9-]+[.][a-z0-9-]+$'::text));
alter table roster_members add constraint roster_members_belong_to_a_roster FOREIGN KEY (workspace_id, source_id) REFERENCES rosters(workspace_id, source_id) ON UPDATE CASCADE ON DELETE CASCADE;
alter table roster_members add constraint roster_members_pkey PRIMARY KEY (workspace_id, source_id, user_id);
alter table rosters add constraint rosters_pkey PRIMARY KEY (workspace_id, source_id);
alter table slack_pace add constraint slack_pace_pkey PRIMARY KEY (workspace_id, scope);
alter table unpostable_places add constraint unpostable_places_pkey PRIMARY KEY (id);
alter table unpostable_places add constraint unpostable_places_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id);

CREATE UNIQUE INDEX announcement_events_once ON public.announcement_events USING btree (announcement_id, user_id, kind, at, channel_id, reaction, option) NULLS NOT DISTINCT;
CREATE INDEX announcement_files_by_announcement ON public.announcement_files USING btree (announcement_id);
CREATE UNIQUE INDEX announcement_posts_tracked ON public.announcement_posts USING btree (workspace_id, ts, channel_id) WHERE (ts IS NOT NULL);
CREATE INDEX announcement_reminders_by_person ON public.announcement_reminders USING btree (announcement_id, user_id);
CREATE INDEX announcement_reminders_held ON public.announcement_reminders USING btree (workspace_id, announcement_id) WHERE (outbox_id IS NULL);
CREATE INDEX announcements_by_time ON public.announcements USING btree (workspace_id, created_at);
CREATE INDEX announcements_counting ON public.announcements USING btree (workspace_id, counts_until) WHERE (status = 'published'::text);
CREATE INDEX announcements_scheduled ON public.announcements USING btree (workspace_id, scheduled_for) WHERE (status = 'scheduled'::text);
CREATE INDEX announcements_unsettled ON public.announcements USING btree (workspace_id, settle_at) WHERE (settle_at IS NOT NULL);
CREATE INDEX audit_entries_by_member ON public.audit_entries USING btree (workspace_id, member, at, seq) WHERE (member IS NOT NULL);
CREATE INDEX audit_entries_by_time ON public.audit_entries USING btree (workspace_id, at, seq);
CREATE INDEX directory_channels_by_id ON public.directory_channels USING btree (workspace_id, channel_id);
CREATE INDEX directory_groups_by_id ON public.directory_groups USING btree (workspace_id, group_id);
CREATE INDEX directory_people_by_user ON public.directory_people USING btree (workspace_id, user_id);
CREATE INDEX feedback_by_digest ON public.feedback USING btree (digest_id) WHERE (digest_id IS NOT NULL);
CREATE INDEX feedback_by_page ON public.feedback USING btree (workspace_id, page, received_at);
CREATE INDEX feedback_by_post ON public.feedback USING btree (post_id) WHERE (post_id IS NOT NULL);
CREATE INDEX feedback_by_status ON public.feedback USING btree (workspace_id, status, received_at) WHERE (status <> 'new'::text);
CREATE INDEX feedback_by_ticket ON public.feedback USING btree (workspace_id, ticket) WHERE (ticket IS NOT NULL);
CREATE INDEX feedback_by_time ON public.feedback USING btree (workspace_id, received_at);
CREATE INDEX feedback_by_words ON public.feedback USING gin (words) WITH (gin_pending_list_limit='16384') WHERE (comment IS NOT NULL);
CREATE INDEX feedback_uncounted ON public.feedback USING btree (workspace_id, id) WHERE ((post_id IS NULL) AND (digest_id IS NULL) AND counted);
CREATE INDEX feedback_waiting ON public.feedback USING btree (workspace_id, id) WHERE ((post_id IS NULL) AND (digest_id IS NULL) AND (NOT counted));
CREATE INDEX feedback_events_by_feedback ON public.feedback_events USING btree (feedback_id, "position");
CREATE INDEX feedback_replies_by_feedback ON public.feedback_replies USING btree (feedback_id);
CREATE INDEX feedback_replies_by_thread ON public.feedback_replies USING btree (workspace_id, channel_id, thread_ts);
CREATE UNIQUE INDEX a_spike_is_called_out_once ON public.feedback_spikes USING btree (workspace_id, page) WHERE (ended_at IS NULL);
CREATE INDEX feedback_themed_by_theme ON public.feedback_themed USING btree (workspace_id, theme_id);
CREATE INDEX home_tabs_by_use ON public.home_tabs USING btree (workspace_id, used_at);
CREATE INDEX inbox_seen_by_time ON public.inbox_seen USING btree (seen_at);
CREATE INDEX members_by_key ON public.members USING btree (key_id, id);
CREATE INDEX outbox_by_message ON public.outbox USING btree (channel_id, ts);
CREATE UNIQUE INDEX outbox_one_waiting_update ON public.outbox USING btree (target_id) WHERE ((kind = 'update'::text) AND (state = 'pending'::text));
CREATE INDEX outbox_rejected ON public.outbox USING btree (workspace_id, settled_at) WHERE (state = 'rejected'::text);
CREATE INDEX outbox_unsettled_posts ON public.outbox USING btree (workspace_id, channel_id) WHERE ((kind = 'post'::text) AND (state = ANY (ARRAY['pending'::text, 'sending'::text, 'unknown'::text])));
CREATE INDEX question_clocks_next ON public.question_clocks USING btree (workspace_id, next_at) WHERE ((stopped_at IS NULL) AND (next_at IS NOT NULL));
CREATE UNIQUE INDEX question_clocks_running ON public.question_clocks USING btree (question_id, kind) WHERE (stopped_at IS NULL);
CREATE INDEX question_events_by_question ON public.question_events USING btree (question_id, "position");
CREATE INDEX question_replies_by_thread ON public.question_replies USING btree (workspace_id, channel_id, thread_ts);
CREATE INDEX questions_by_asker ON public.questions USING btree (workspace_id, asked_by, asked_at);
CREATE INDEX questions_by_claimer ON public.questions USING btree (workspace_id, claimed_by) WHERE (claimed_by IS NOT NULL);
CREATE INDEX questions_by_member ON public.questions USING btree (workspace_id, member_ref, asked_at) WHERE (member_ref IS NOT NULL);
CREATE INDEX questions_by_original ON public.questions USING btree (duplicate_of) WHERE (duplicate_of IS NOT NULL);
CREATE INDEX questions_by_time ON public.questions USING btree (workspace_id, asked_at);
CREATE INDEX questions_unresolved ON public.questions USING btree (workspace_id, asked_at) WHERE (status <> 'resolved'::text);
CREATE INDEX redaction_choices_by_rule ON public.redaction_choices USING btree (workspace_id, rule);
CREATE INDEX roster_members_by_person ON public.roster_members USING btree (workspace_id, user_id);
CREATE UNIQUE INDEX unpostable_places_told_once ON public.unpostable_places USING btree (workspace_id, name) WHERE (cleared_at IS NULL);

CREATE OR REPLACE FUNCTION public.audit_heads_only_advance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      if new.workspace_id = old.workspace_id and new.seq > old.seq then return new; end if;
      raise exception 'The head of an audit record only advances' using errcode = 'restrict_violation';
    end $function$;
CREATE OR REPLACE FUNCTION public.keep_directory_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      raise exception 'rows of % are kept as they are', tg_table_name using errcode = 'integrity_constraint_violation';
    end $function$;
CREATE OR REPLACE FUNCTION public.lock_audit_head(workspace text)
 RETURNS TABLE(seq bigint, hash bytea)
 LANGUAGE plpgsql
AS $function$
    begin
      perform pg_advisory_xact_lock(hashtextextended('audit/' || workspace, 0));
      return query select head.seq, head.hash from audit_heads head where head.workspace_id = workspace;
    end $function$;
CREATE OR REPLACE FUNCTION public.refuse_change_of_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      raise exception 'Rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
    end $function$;
CREATE OR REPLACE FUNCTION public.stamp_directory()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    begin
      insert into directory_stamps values (coalesce(new.workspace_id, old.workspace_id), gen_random_uuid())
      on conflict (workspace_id) do update set stamp = excluded.stamp;
      return null;
    end $function$;

CREATE TRIGGER announcement_events_are_append_only BEFORE DELETE OR UPDATE ON public.announcement_events FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER announcement_events_are_not_emptied BEFORE TRUNCATE ON public.announcement_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER announcement_memberships_are_append_only BEFORE DELETE OR UPDATE ON public.announcement_memberships FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER announcement_memberships_are_not_emptied BEFORE TRUNCATE ON public.announcement_memberships FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER announcement_versions_are_append_only BEFORE DELETE OR UPDATE ON public.announcement_versions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER announcement_versions_are_not_emptied BEFORE TRUNCATE ON public.announcement_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER audit_entries_are_append_only BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER audit_entries_are_not_emptied BEFORE TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER audit_heads_advance BEFORE UPDATE ON public.audit_heads FOR EACH ROW EXECUTE FUNCTION audit_heads_only_advance();
CREATE TRIGGER audit_heads_are_not_emptied BEFORE TRUNCATE ON public.audit_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER audit_heads_stay BEFORE DELETE ON public.audit_heads FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE CONSTRAINT TRIGGER directory_channel_changes_are_stamped AFTER UPDATE ON public.directory_channels DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((((old.name IS DISTINCT FROM new.name) OR (old.channel_id IS DISTINCT FROM new.channel_id)) OR (old.current_name IS DISTINCT FROM new.current_name)) OR (old.status IS DISTINCT FROM new.status))) EXECUTE FUNCTION stamp_directory();
CREATE CONSTRAINT TRIGGER directory_channels_are_stamped AFTER INSERT OR DELETE ON public.directory_channels DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp_directory();
CREATE TRIGGER directory_versions_are_kept BEFORE DELETE OR UPDATE ON public.directory_versions FOR EACH ROW EXECUTE FUNCTION keep_directory_version();
CREATE TRIGGER directory_versions_are_not_emptied BEFORE TRUNCATE ON public.directory_versions FOR EACH STATEMENT EXECUTE FUNCTION keep_directory_version();
CREATE CONSTRAINT TRIGGER directory_versions_are_stamped AFTER INSERT ON public.directory_versions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stamp_directory();
CREATE TRIGGER feedback_events_are_append_only BEFORE DELETE OR UPDATE ON public.feedback_events FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER feedback_events_are_not_emptied BEFORE TRUNCATE ON public.feedback_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER question_events_are_append_only BEFORE DELETE OR UPDATE ON public.question_events FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER question_events_are_not_emptied BEFORE TRUNCATE ON public.question_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER redaction_choices_are_append_only BEFORE DELETE OR UPDATE ON public.redaction_choices FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER redaction_choices_are_not_emptied BEFORE TRUNCATE ON public.redaction_choices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- pg-boss, schema version 43
