import { z } from 'zod';

/** Each name is both the parser and the type: `QuestionId.parse(x)` is the only way to get a `QuestionId`. */
export const QuestionId = z.uuid().brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

export const AnnouncementId = z.uuid().brand<'AnnouncementId'>();
export type AnnouncementId = z.infer<typeof AnnouncementId>;

/** One message, update or notice that has to reach Slack. */
export const OutboxId = z.uuid().brand<'OutboxId'>();
export type OutboxId = z.infer<typeof OutboxId>;

/** Slack's team id (`T…`), or the organisation's (`E…`) for an installation over all its workspaces. */
export const WorkspaceId = z
  .string()
  .regex(/^[TE][A-Z0-9]{2,30}$/)
  .brand<'WorkspaceId'>();
export type WorkspaceId = z.infer<typeof WorkspaceId>;

export const SlackUserId = z
  .string()
  .regex(/^[UW][A-Z0-9]{2,30}$/)
  .brand<'SlackUserId'>();
export type SlackUserId = z.infer<typeof SlackUserId>;

/** A channel (`C…`, `G…`) or a direct message (`D…`). */
export const ChannelId = z
  .string()
  .regex(/^[CGD][A-Z0-9]{2,30}$/)
  .brand<'ChannelId'>();
export type ChannelId = z.infer<typeof ChannelId>;

export const UserGroupId = z
  .string()
  .regex(/^S[A-Z0-9]{2,30}$/)
  .brand<'UserGroupId'>();
export type UserGroupId = z.infer<typeof UserGroupId>;

/** Slack's name for a message within its channel, `1700000000.000100`. Compares as text: the parts have fixed widths. */
export const MessageTs = z
  .string()
  .regex(/^\d{10}\.\d{6}$/)
  .brand<'MessageTs'>();
export type MessageTs = z.infer<typeof MessageTs>;

/** What the directory calls a care team, region or topic: lower-case words joined by `-` or `_`. */
const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'Use lower-case letters, digits, - and _');
export const CareTeamKey = key.brand<'CareTeamKey'>();
export type CareTeamKey = z.infer<typeof CareTeamKey>;
export const RegionKey = key.brand<'RegionKey'>();
export type RegionKey = z.infer<typeof RegionKey>;
export const TopicKey = key.brand<'TopicKey'>();
export type TopicKey = z.infer<typeof TopicKey>;

/** An insured person, as rows refer to them. */
export const MemberRef = z.uuid().brand<'MemberRef'>();
export type MemberRef = z.infer<typeof MemberRef>;

/** What Slack, logs and the audit record say instead of a member ID, `M-7F3K2Q`. `members/` makes and checks them. */
export const MemberToken = z
  .string()
  .regex(/^M-[2-9A-HJKMNP-RTV-Z]{6}$/)
  .brand<'MemberToken'>();
export type MemberToken = z.infer<typeof MemberToken>;

/** Slack's id of one run of a workflow's step. */
export const StepRunId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .brand<'StepRunId'>();
export type StepRunId = z.infer<typeof StepRunId>;
