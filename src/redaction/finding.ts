import type { RuleId } from './rules.ts';

/** What kind of identifier a finding is. Ages under 90 and states are none. */
export type FindingType =
  | 'NAME'
  | 'DATE'
  | 'PHONE'
  | 'FAX'
  | 'EMAIL'
  | 'SSN'
  | 'MRN'
  | 'HEALTH_PLAN_ID'
  | 'ACCOUNT'
  | 'LICENSE'
  | 'VEHICLE'
  | 'DEVICE'
  | 'URL'
  | 'IP'
  | 'LOCATION'
  | 'AGE90'
  | 'ID';

/** One place where a detector saw PHI: UTF-16 offsets into the text as it was typed. */
export type Finding = {
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
  /** The rule that took it, for counts and reports; never the value. */
  readonly rule: RuleId;
  /** 0 to 1. */
  readonly score: number;
};
