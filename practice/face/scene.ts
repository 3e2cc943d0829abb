import type { Json } from '../json.ts';

/** What stands on somebody's screen. Only types: both the server and the page know them. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly role: string;
  readonly isBot: boolean;
  readonly isStranger: boolean;
  readonly hasLeft: boolean;
  readonly status: string;
  /** How many messages wait for them, of all their conversations. */
  readonly unread: number;
};

export type Room = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im' | 'mpim';
  /** The other one in a direct message. */
  readonly with: string | null;
  readonly isApp: boolean;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly isShared: boolean;
  readonly isMember: boolean;
  readonly unread: number;
  readonly mentions: number;
};

export type Attached = {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
};

export type Said = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly isBot: boolean;
  readonly subtype: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly files: readonly Attached[];
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly isEdited: boolean;
  readonly isNotice: boolean;
  readonly threadTs: string | null;
  readonly replies: {
    readonly count: number;
    readonly users: readonly string[];
    readonly latest: string;
    readonly unread: number;
  } | null;
};

export type Place = {
  readonly channel: string;
  readonly topic: string;
  readonly members: readonly string[];
  readonly messages: readonly Said[];
  readonly hasEarlier: boolean;
  /** How far the person had read. */
  readonly read: string;
};

export type Thread = {
  readonly channel: string;
  readonly ts: string;
  readonly root: Said | null;
  readonly replies: readonly Said[];
};

export type Shown = {
  readonly id: string;
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string;
  readonly close: string;
  readonly blocks: readonly Json[];
  readonly values: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly errors: Readonly<Record<string, string>>;
};

export type Offers = {
  readonly shortcuts: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: 'global' | 'message';
    readonly description: string;
  }[];
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly hint: string;
  }[];
};

export type Outside = {
  readonly database: 'on' | 'off' | 'fixed';
  /** Milliseconds, or null where the clock can't be moved. */
  readonly ahead: number | null;
  readonly spell: { readonly kind: '429' | '500'; readonly until: number } | null;
  readonly canReset: boolean;
  readonly canSendFeedback: boolean;
  readonly day: Day | null;
  /** What is being done just now and takes a moment. */
  readonly busy: string;
};

export type Day = {
  readonly state: 'playing' | 'over' | 'broken';
  readonly chapter: string;
  readonly captions: readonly string[];
  /** Who acts just now, and where. */
  readonly look: Look | null;
};

/** `channel` is an id or a name, and empty for what is done anywhere. */
export type Look = { readonly who: string; readonly channel: string; readonly ts: string };

export type Lesson = {
  readonly steps: readonly { readonly key: string; readonly isDone: boolean }[];
  /** The card of the question that was asked, once there is one. */
  readonly card: { readonly channel: string; readonly ts: string; readonly asker: string } | null;
};

export type Passed = {
  readonly id: number;
  readonly at: number;
  readonly from: 'app' | 'workspace';
  readonly name: string;
  readonly outcome: string;
  readonly ms: number;
  readonly limits: readonly string[] | null;
  readonly said: Json;
  readonly answer: unknown;
};

/** What the page is told, a part at a time, whenever that part has changed. */
export type Parts = {
  readonly people: readonly Persona[];
  readonly groups: Readonly<Record<string, string>>;
  readonly emoji: readonly string[];
  readonly offers: Offers;
  readonly rooms: readonly Room[];
  readonly place: Place | null;
  readonly thread: Thread | null;
  readonly views: readonly Shown[];
  readonly home: Shown | null;
  readonly outside: Outside;
  readonly lesson: Lesson;
  readonly traffic: readonly Passed[];
};

export type Part = {
  [Name in keyof Parts]: { readonly part: Name; readonly value: Parts[Name] };
}[keyof Parts];
