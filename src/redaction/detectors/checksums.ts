/** Payment cards and IMEIs: every second digit from the right is doubled, and the sum ends in 0. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** IBAN: the first four to the end, letters as 10 to 35, and the number leaves 1 when divided by 97. */
export function passesMod97(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const sign of turned.toUpperCase()) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** US bank routing numbers: weights 3, 7, 1. */
export function passesRouting(digits: string): boolean {
  const weights = [3, 7, 1];
  const sum = Array.from(digits).reduce(
    (total, digit, at) => total + Number(digit) * (weights[at % 3] ?? 0),
    0,
  );
  return digits.length === 9 && sum > 0 && sum % 10 === 0;
}

/** DEA registration: two letters, seven digits, the last a check digit. */
export function passesDea(number: string): boolean {
  const digits = Array.from(number.slice(2), Number);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check = 0] = digits;
  return digits.length === 7 && (a + c + e + 2 * (b + d + f)) % 10 === check;
}

const VIN_VALUES = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** North American vehicle numbers: the ninth sign is a check digit. */
export function passesVin(vin: string): boolean {
  const signs = vin.toUpperCase();
  let sum = 0;
  for (let at = 0; at < 17; at += 1) {
    sum += (VIN_VALUES.indexOf(signs.charAt(at)) % 10) * (VIN_WEIGHTS[at] ?? 0);
  }
  const check = sum % 11;
  return signs.charAt(8) === (check === 10 ? 'X' : String(check));
}
