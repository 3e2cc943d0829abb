import type { FindingType } from './finding.ts';

type Rule = {
  readonly type: FindingType;
  readonly score: number;
  /** Its shape or its label proves it: nobody may say "This isn't PHI". */
  readonly certain: boolean;
};

const certain = (type: FindingType): Rule => ({ type, score: 1, certain: true });
const likely = (type: FindingType, score = 0.9): Rule => ({ type, score, certain: false });

/** Every rule there is. Records and reports keep these names, so a rule may be added or retired, never renamed. */
export const RULES = {
  'email.address': certain('EMAIL'),
  'url.web': certain('URL'),
  'url.domain': likely('URL'),
  'ip.v4': certain('IP'),
  'ip.v6': certain('IP'),
  'device.mac': certain('DEVICE'),
  'ssn.shape': certain('SSN'),
  'ssn.labelled': certain('SSN'),
  'ssn.last-digits': certain('SSN'),
  'ssn.four-digits': likely('SSN', 0.8),
  'phone.shape': certain('PHONE'),
  'phone.ten-digits': certain('PHONE'),
  'phone.seven-digits': likely('PHONE'),
  'phone.labelled': certain('PHONE'),
  'fax.labelled': certain('FAX'),
  'card.shape': certain('ACCOUNT'),
  'card.luhn': certain('ACCOUNT'),
  'account.iban': certain('ACCOUNT'),
  'account.labelled': certain('ACCOUNT'),
  'account.last-digits': certain('ACCOUNT'),
  'account.routing': certain('ACCOUNT'),
  'plan-id.own': certain('HEALTH_PLAN_ID'),
  'plan-id.medicare': certain('HEALTH_PLAN_ID'),
  'plan-id.shape': certain('HEALTH_PLAN_ID'),
  'plan-id.labelled': certain('HEALTH_PLAN_ID'),
  'mrn.labelled': certain('MRN'),
  'license.labelled': certain('LICENSE'),
  'license.dea': certain('LICENSE'),
  'device.serial': certain('DEVICE'),
  'device.labelled': certain('DEVICE'),
  'device.imei': certain('DEVICE'),
  'vehicle.vin': certain('VEHICLE'),
  'vehicle.labelled': certain('VEHICLE'),
  'vehicle.plate': certain('VEHICLE'),
  'id.long-number': certain('ID'),
  'id.bare-number': likely('ID'),
  'id.labelled': likely('ID'),
  'date.full': certain('DATE'),
  'date.month-name': certain('DATE'),
  'date.day-and-month': likely('DATE'),
  'date.month-day-named': likely('DATE'),
  'date.birth': certain('DATE'),
  'address.street': certain('LOCATION'),
  'address.po-box': certain('LOCATION'),
  'address.city-state-zip': certain('LOCATION'),
  'address.zip': certain('LOCATION'),
  'address.zip-plus-four': certain('LOCATION'),
  'place.city': likely('LOCATION', 0.8),
  'place.zip': likely('LOCATION', 0.8),
  'place.county': likely('LOCATION', 0.8),
  'age.ninety': certain('AGE90'),
  'name.titled': certain('NAME'),
  'name.labelled': likely('NAME', 0.95),
  'name.pair': likely('NAME', 0.9),
  'name.last-first': likely('NAME', 0.95),
  'name.beside-phi': likely('NAME', 0.9),
  'name.alone': likely('NAME', 0.8),
  'name.again': likely('NAME', 0.8),
  'known.term': certain('NAME'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

/** Whether a person may not overrule what this rule took. */
export function isCertain(rule: RuleId): boolean {
  return RULES[rule].certain;
}
