import type { Finding, FindingType } from './finding.ts';

const WORDS: Readonly<Record<FindingType, string>> = {
  NAME: 'name',
  DATE: 'date',
  PHONE: 'phone',
  FAX: 'fax',
  EMAIL: 'email',
  SSN: 'ssn',
  MRN: 'mrn',
  HEALTH_PLAN_ID: 'member id',
  ACCOUNT: 'account',
  LICENSE: 'license',
  VEHICLE: 'vehicle',
  DEVICE: 'device',
  URL: 'link',
  IP: 'ip address',
  LOCATION: 'address',
  AGE90: 'age 90+',
  ID: 'id',
};

export const FINDING_TYPES: readonly FindingType[] = Object.keys(WORDS).filter(isFindingType);

function isFindingType(text: string): text is FindingType {
  return Object.hasOwn(WORDS, text);
}

/** What people read for a type: in labels, in messages and in the directory's file. */
export function wordOf(type: FindingType): string {
  return WORDS[type];
}

/** What stands in a finding's place. The year of a date stays, as Safe Harbor allows. */
export function labelOf(finding: Finding, text: string): string {
  const word = WORDS[finding.type];
  if (finding.type !== 'DATE') return `[${word}]`;
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text.slice(finding.start, finding.end));
  return year ? `[${word} ${year[0]}]` : `[${word}]`;
}

const LABEL = new RegExp(
  `\\[(?:${Object.values(WORDS).join('|').replaceAll('+', '\\+')})(?: (?:19|20)\\d\\d)?\\]`,
  'y',
);

/** The end of the label that begins here, if one does: an earlier redaction's work is left alone. */
export function isLabelAt(text: string, at: number): number | undefined {
  LABEL.lastIndex = at;
  return LABEL.test(text) ? LABEL.lastIndex : undefined;
}
