import { describe, expect, test } from '@jest/globals';
import { taken } from './support.ts';

describe("people's names are taken", () => {
  test.each([
    ['mbr leilani black needs a PA', 'leilani black'],
    ['my name is Yuki Johansson', 'Yuki Johansson'],
    ['tell maria her PA is approved', 'maria'],
    ['tell jasmine her PA is approved', 'jasmine'],
    ['Mrs. Day is upset', 'Day'],
    ['@here Rice, Mohammed escalated', 'Rice, Mohammed'],
    ['attn J. Abdi', 'J. Abdi'],
    ['pt Rosa A. Haddad at the hospital', 'Rosa A. Haddad'],
    ['FYI linda van dyke passed away', 'linda van dyke'],
    ['my name is patricia st. clair', 'patricia st. clair'],
    ["look up rose o'brien", "rose o'brien"],
    ['Re: Soo-jin Copay-Reyes', 'Soo-jin Copay-Reyes'],
    ['Nelisa Fields (R382036)', 'Nelisa Fields'],
    ['WILLIAM BELL called', 'WILLIAM BELL'],
    ['will smith asked about vision', 'will smith'],
    ["Tiffany's claim denied again", 'Tiffany'],
    ['first: ann last: price', 'price'],
    ['José Nuñez called', 'José Nuñez'],
    ['spouse kofi mensah is on the line', 'kofi mensah'],
    ["hope's claim was denied", 'hope'],
    ['bill wants to talk to someone', 'bill'],
    ['sky (she/they) has a new name', 'sky'],
    ['Wanda, 59, breast ca', 'Wanda'],
    ['Brielle Hatch needs an SCA', 'Brielle Hatch'],
    ['merge Yaw Boateng & Boateng, Y. pls', 'Yaw Boateng'],
    ['PATEL-OKAFOR, NIA is aging off', 'PATEL-OKAFOR, NIA'],
    ['this is for Tchaikovskaya acct', 'Tchaikovskaya'],
    ['Rafiq Chowdhury hospital bed', 'Rafiq Chowdhury'],
    ['Chukwuemeka on line 2', 'Chukwuemeka'],
    ['K. Odhiambo started it', 'K. Odhiambo'],
    ['update phone 551-555-0160 for gulnara', 'gulnara'],
    ['apinya srisai had a transfer', 'apinya srisai'],
    ['pt ottavia rossi is here, ottavia says yes', 'ottavia'],
    ['mirembe said the pharmacy is closed', 'mirembe'],
    ['barb says the bill is wrong', 'barb'],
    ['tell mercy her referral is in', 'mercy'],
    ['Dimitra: "your hold music is awful"', 'Dimitra'],
    ['noah stiles, dob 8/30/99', 'noah stiles'],
    ['francisco "pancho" leyva denied rehab', 'francisco "pancho" leyva'],
    ['Sharp, Kevin 11-29-73', 'Sharp, Kevin'],
    ['Jun Takahashi 425.555.0186', 'Jun Takahashi'],
    ['ginger Quick seen today', 'ginger Quick'],
    ['Kwame-Asante from billing', 'Kwame-Asante'],
    ['ayesha k. wants a callback', 'ayesha k.'],
  ])('%s', (text, name) => {
    expect(taken(text)).toContain(`NAME ${name}`);
  });
});

describe('words that are names too stay words', () => {
  test.each([
    'Will the plan pay for a 2nd opinion?',
    'May Day outage window 2-4am',
    'Bill rate $48/hr, Price check, Grant denied',
    'Does Chase Bank HSA card work?',
    'may need to bill secondary',
    'member will need a new PA',
    'chase the provider for records',
    'the price of care is high, long wait',
    'Best next steps?',
    'case is still open, bill came from the ER',
  ])('%s', (text) => {
    expect(taken(text)).toEqual([]);
  });
});

describe('diseases, places of care, insurers and providers stay', () => {
  test.each([
    "Bell's palsy, Lou Gehrig's disease, Wells score",
    "Hashimoto's, Crohn's, Graves' dz",
    'Mallory-Weiss tear vs Child-Pugh class B',
    'Foley cath supplies A4338',
    'Johns Hopkins Hospital is INN?',
    "St. Jude Children's Research Hospital",
    'Ambetter, Molina, Oscar - which one',
    'Kaiser, Cigna OAP, Aetna Choice POS II',
    "Dr. Patel's office says INN",
    'PCP change to Dr. Ahmed Khan',
    'Susan Pope, MD is OON',
    'Jane Smith NPI 1093817465',
    'ozempic, Humira, Zoloft',
    'mbr Ozempic denied',
    'Johnson & Johnson vaccine',
    'Bence Jones protein, Stevens-Johnson vs DRESS',
    'Child-Pugh B, MELD-Na 19',
    'Loeys-Dietz thresholds',
    'Carol Stream office closed',
    'the Grace period is 90 days',
    'mbr recieved authorizaton',
    'HMOs and MIDs',
    'Sharp Rees-Stealy takes our HMO',
    'Morgan Stanley moved to us in January',
    'Lily and Novo both have savings cards',
    'Boston Scientific lead recall',
    'GI in Everett?',
    'is Cary or Apex closer for PT',
    "Sjogren's labs: SSA/SSB",
  ])('%s', (text) => {
    expect(taken(text)).toEqual([]);
  });

  test('unless the policy says that providers go too', () => {
    expect(taken('PCP change to Dr. Ahmed Khan', {}, { keepProviders: false })).toEqual(['NAME Ahmed Khan']);
  });
});
