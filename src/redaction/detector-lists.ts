import { street } from './detectors/address.ts';
import { again } from './detectors/again.ts';
import { age, ageOfSomebody } from './detectors/age.ts';
import { card, iban } from './detectors/card.ts';
import { cityOfSomebody } from './detectors/city.ts';
import { dayAndMonth, dayOfSomebody, fullDate, monthFirst } from './detectors/date.ts';
import { idOfSomebody } from './detectors/id-of-somebody.ts';
import { ip } from './detectors/ip.ts';
import { labelledNumber } from './detectors/labelled-number.ts';
import { lastFour, lastFourVerified } from './detectors/last-four.ts';
import { longNumber } from './detectors/long-number.ts';
import { packedBirthday, packedDate } from './detectors/packed-date.ts';
import { phone, sevenDigits, sevenToCall } from './detectors/phone.ts';
import { insurerId, planId } from './detectors/plan-id.ts';
import { poBox } from './detectors/po-box.ts';
import { spelled } from './detectors/spelled.ts';
import { maskedSsn, ssn } from './detectors/ssn.ts';
import { domain, url } from './detectors/url.ts';
import { plate, vin } from './detectors/vehicle.ts';
import { zip } from './detectors/zip.ts';
import { zipOfSearch, zipOfSomebody } from './detectors/zip-of-somebody.ts';
import type { Detector } from './scene.ts';

/** In the order they are asked: what proves itself, then what a label proves, then what is only long. */
export const AT_MIXED: readonly Detector[] = [
  ip,
  iban,
  planId,
  vin,
  plate,
  labelledNumber,
  insurerId,
  longNumber,
];
/** Digits with a letter right behind them. */
export const AT_DIGITS_OF_MIXED: readonly Detector[] = [
  ip,
  phone,
  fullDate,
  planId,
  vin,
  street,
  zip,
  age,
  plate,
  labelledNumber,
  longNumber,
];
/** The same, by the number of digits: those of a list's detectors that such a number can interest. */
const DAY: readonly Detector[] = [
  ip,
  phone,
  fullDate,
  planId,
  street,
  age,
  plate,
  labelledNumber,
  dayAndMonth,
  longNumber,
];
const AREA: readonly Detector[] = [
  ip,
  ssn,
  phone,
  planId,
  street,
  age,
  plate,
  labelledNumber,
  longNumber,
  sevenToCall,
];
/** The same, where a blank stands behind the number. */
/** Digits one by one. */
export const SPELLED: readonly Detector[] = [spelled, phone, fullDate, street, plate];
export const DIGIT_APART: readonly Detector[] = [phone, fullDate, street, plate];
export const DAY_APART: readonly Detector[] = [phone, fullDate, street, age, plate, labelledNumber];
export const AREA_APART: readonly Detector[] = [ssn, phone, street, age, plate, labelledNumber];
const YEAR: readonly Detector[] = [
  ip,
  fullDate,
  card,
  planId,
  street,
  labelledNumber,
  longNumber,
  again,
  lastFourVerified,
];
const HOUSE: readonly Detector[] = [planId, street, zip, labelledNumber, longNumber, again, zipOfSearch];
const ID: readonly Detector[] = [phone, planId, labelledNumber, packedBirthday, again, longNumber];
const LONG: readonly Detector[] = [card, planId, labelledNumber, longNumber, again];
export const AT_NUMBER: readonly (readonly Detector[])[] = [
  DAY,
  DAY,
  DAY,
  AREA,
  YEAR,
  HOUSE,
  HOUSE,
  ID,
  ID,
  ID,
  ID,
  ID,
  LONG,
];
export const AT_MONTH: readonly Detector[] = [monthFirst];
/** Something is glued to it. */
export const AT_WORD: readonly Detector[] = [poBox, url, domain, maskedSsn, plate];
export const AT_SHORT_WORD: readonly Detector[] = [poBox, plate];
export const AT_LONG_WORD: readonly Detector[] = [poBox];
/** Asked when the message is about somebody. */
export const OF_SOMEBODY: readonly Detector[] = [
  fullDate,
  dayOfSomebody,
  packedDate,
  lastFour,
  idOfSomebody,
  sevenDigits,
  ageOfSomebody,
  zipOfSomebody,
];
export const AT_CITY: readonly Detector[] = [cityOfSomebody];
export const AT_MARK: readonly Detector[] = [phone];
