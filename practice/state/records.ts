import type { Json } from '../json.ts';
import type { OpenView } from '../views/open-views.ts';

export type Person = {
  readonly id: string;
  readonly name: string;
  realName: string;
  email: string;
  readonly teamId: string;
  deleted: boolean;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  readonly isRestricted: boolean;
  /** Of another company, seen through a shared channel. */
  readonly isStranger: boolean;
  readonly timeZone: string;
  status?: { readonly emoji: string; readonly text: string };
  /** Seconds, when the profile was last changed. */
  updated?: number;
};

export type Channel = {
  id: string;
  name: string;
  readonly kind: 'channel' | 'im' | 'mpim';
  isPrivate: boolean;
  isArchived: boolean;
  isExtShared: boolean;
  isPendingExtShared: boolean;
  members: string[];
  readonly creator: string;
  readonly created: number;
  topic: string;
  purpose: string;
  previousNames: string[];
};

export type Reaction = { readonly name: string; users: string[] };

export type Message = {
  readonly ts: string;
  channel: string;
  user: string;
  readonly botId?: string;
  subtype?: string;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
  readonly threadTs?: string;
  edited?: { user: string; ts: string };
  /** Ids of files that it shows. */
  files?: string[];
  reactions: Reaction[];
};

/** An ephemeral message: one person sees it, no history holds it. */
export type Notice = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  blocks?: Json[];
  readonly threadTs?: string;
};

export type Group = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  people: string[];
  isDisabled: boolean;
};

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  title: string;
  /** As announced before it was sent. */
  readonly length: number;
  /** In base64, once it has arrived. */
  content?: string;
  isComplete?: boolean;
  readonly shares: { readonly channel: string; readonly ts: string; readonly threadTs?: string }[];
};

/** Everything that outlives the process. Plain JSON, so that it can be saved, restored and inspected. */
export type State = {
  readonly version: 1;
  signingSecret: string;
  /** The last message time given out, in microseconds: times never repeat and never go back. */
  lastMicros: number;
  people: Record<string, Person>;
  channels: Record<string, Channel>;
  groups: Record<string, Group>;
  /** By channel, then by ts. */
  messages: Record<string, Record<string, Message>>;
  notices: Notice[];
  /** Each person's Home tab, once it has been published. */
  homes: Record<string, OpenView>;
  emoji: Record<string, string>;
  files: Record<string, StoredFile>;
  /** How far each person has read: by person, then by channel, or by `channel/ts` for a thread. */
  reads?: Record<string, Record<string, string>>;
};
