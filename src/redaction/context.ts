import type { Finding, FindingType } from './finding.ts';
import type { Amendment } from './policy.ts';

/** What the app knows about a text before reading it. */
export type RedactionContext = {
  /** Names, ids, dates and phones from the same form, or of what the text belongs to. */
  readonly known?: readonly { readonly text: string; readonly type: FindingType }[];
  /**
   * Colleagues' names, as Slack shows them: written in full they are allowed, except after a member label. What is made
   * of the list is kept for as long as this very object is handed in.
   */
  readonly allowedNames?: readonly string[];
  /** The message this one answers: "dob?" labels a reply that is only a number. */
  readonly replyTo?: string;
  /** Findings a person has said are no PHI. Those of certain rules are taken all the same. */
  readonly keep?: readonly Finding[];
  /** The directory's part of the policy. What is made of it is kept for as long as this very object is handed in. */
  readonly amendment?: Amendment | undefined;
};
