import type { Pace } from '../core/rate-limits.ts';
import type { Workspace } from '../core/workspace.ts';
import type { Json } from '../json.ts';
import type { Arguments } from './arguments.ts';

export type Call = { readonly workspace: Workspace; readonly args: Arguments; readonly name: string };

export type Method = {
  readonly token: 'bot' | 'app';
  /** The scope that the call needs; depends on the conversation for some. */
  readonly scope?: string | ((call: Call) => string | undefined);
  /** Undefined where Slack publishes no limit that an app like ours could meet. */
  readonly pace?: Pace;
  /** Throws a `Refusal` where Slack would answer with an error. */
  readonly run: (call: Call) => Json;
};

export type Methods = Readonly<Record<string, Method>>;
