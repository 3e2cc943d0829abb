/** What whoever started the practice workspace lets it do to the app and its surroundings; each may be missing. */
export type Host = {
  readonly database?: Switch;
  readonly clock?: {
    /** How far the app's time is ahead, in milliseconds. */
    readonly ahead: () => number;
    readonly jump: (seconds: number) => Promise<void>;
    readonly back: () => Promise<void>;
  };
  /** Everything as on the first day: the workspace, the app, its database. */
  readonly reset?: () => Promise<void>;
  /** Where the website's comments arrive, and what signs them. */
  readonly feedback?: { readonly url: () => string; readonly key: Buffer };
};

export type Switch = {
  readonly isOn: () => boolean;
  readonly turn: (on: boolean) => Promise<void>;
};
