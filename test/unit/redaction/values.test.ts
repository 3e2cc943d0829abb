import { describe, expect, test } from '@jest/globals';
import { taken } from './support.ts';

type Case = readonly [text: string, ...taken: readonly string[]];

function cases(all: readonly Case[]): void {
  test.each(all.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    expect(taken(text)).toEqual(expected);
  });
}

describe('what proves itself is taken without a label', () => {
  cases([
    ['send the SBC to rosa.lee+ins@example.com thx', 'EMAIL rosa.lee+ins@example.com'],
    ['see https://portal.example.com/u/8821.', 'URL https://portal.example.com/u/8821'],
    ['her site is rosalee.com', 'URL rosalee.com'],
    ['login from 39.163.76.78', 'IP 39.163.76.78'],
    ['from 2001:db8::8a2e:370:7334 today', 'IP 2001:db8::8a2e:370:7334'],
    ['router 00:1B:44:11:3A:B7', 'DEVICE 00:1B:44:11:3A:B7'],
    ['sample 123-45-6789', 'SSN 123-45-6789'],
    ['309 39 9787', 'SSN 309 39 9787'],
    ['shown as XXX-XX-1234', 'SSN XXX-XX-1234'],
    ['soc is 7 1 5 - 2 0 - 4 4 1 9 she said', 'SSN 7 1 5 - 2 0 - 4 4 1 9'],
    ['it is 2 1 2 5 5 5 0 1 0 1 now', 'PHONE 2 1 2 5 5 5 0 1 0 1'],
    ['1 2 3 4 5 6 7 8 9 10 11 12'],
    ['1 2 3 4 5 6 7 8 9 1 2 3'],
    ['0:0:0:0:0:0:0:'],
    ['(212) 555-0101 x9', 'PHONE (212) 555-0101 x9'],
    ['+1 914 555 0141', 'PHONE +1 914 555 0141'],
    ['+44 20 7946 0958', 'PHONE +44 20 7946 0958'],
    ['2125550101 pls', 'PHONE 2125550101'],
    ['4035-4601-5946-8195 declined', 'ACCOUNT 4035-4601-5946-8195'],
    ['4111111111111111 declined', 'ACCOUNT 4111111111111111'],
    ['GB82 WEST 1234 5698 7654 32', 'ACCOUNT GB82 WEST 1234 5698 7654 32'],
    ['R158125 termed??', 'HEALTH_PLAN_ID R158125'],
    ['osc119669-01', 'HEALTH_PLAN_ID osc119669-01'],
    ['1EG4-TE5-MK71', 'HEALTH_PLAN_ID 1EG4-TE5-MK71'],
    ['W937032809 termed', 'HEALTH_PLAN_ID W937032809'],
    ['1HGCM82633A004352', 'VEHICLE 1HGCM82633A004352'],
    ['771234567890', 'ID 771234567890'],
    ['po box 6991', 'LOCATION po box 6991'],
    ['60614-1234', 'LOCATION 60614-1234'],
  ]);
});

describe('a label makes a number PHI', () => {
  cases([
    ['soc 129358806', 'SSN 129358806'],
    ['last 4 of ssn 3106', 'SSN 3106'],
    ['visa ending in 4242', 'ACCOUNT 4242'],
    ['cb 334-1582', 'PHONE 334-1582'],
    ['call back # 5550123', 'PHONE 5550123'],
    ['fax (646) 555-0199', 'FAX (646) 555-0199'],
    ['MRN#156-85-516', 'MRN 156-85-516'],
    ['mrn E5930314', 'MRN E5930314'],
    ['member# 110094251', 'HEALTH_PLAN_ID 110094251'],
    ['routing 021000021', 'ACCOUNT 021000021'],
    ['acct # 00123456', 'ACCOUNT 00123456'],
    ['DL S499-0640-6270', 'LICENSE S499-0640-6270'],
    ['DEA AB1234563', 'LICENSE AB1234563'],
    ['license # TX 30917264', 'LICENSE TX 30917264'],
    ['pacemaker serial PJN 448210H', 'DEVICE PJN 448210H'],
    ['complaint 2025-44817'],
    ['imei 490154203237518', 'DEVICE 490154203237518'],
    ['plate TXG 4471', 'VEHICLE TXG 4471'],
    ['VIN TT6R335Y6C6FE2LUC', 'VEHICLE TT6R335Y6C6FE2LUC'],
    ['dob 092740', 'DATE 092740'],
    ['d.o.b. 09181963', 'DATE 09181963'],
    ['zip 59279', 'LOCATION 59279'],
    ['age 96 fell at home', 'AGE90 96'],
    ['a 101-year-old woman', 'AGE90 101-year-old'],
    ['username jdoe1982', 'ID jdoe1982'],
    ['SSN 412 559 087', 'SSN 412 559 087'],
    ['412-55-9087/412-55-9078', 'SSN 412-55-9087', 'SSN 412-55-9078'],
    ['mbr id 44 0912 31', 'HEALTH_PLAN_ID 44 0912 31'],
    ['R 440 912 or osc-119669', 'HEALTH_PLAN_ID R 440 912', 'HEALTH_PLAN_ID osc-119669'],
    ['license # N8841 20675 33092', 'LICENSE N8841 20675 33092'],
    ['RR 2 Box 118', 'LOCATION RR 2 Box 118'],
  ]);
});

describe('a veto nearer than the label lets it stay', () => {
  cases([
    ['claim 23041598877 paid'],
    ['auth# A20394857 approved'],
    ['mbr claim 12345678'],
    ['claim for mbr 12345678', 'HEALTH_PLAN_ID 12345678'],
    ['NPI 1234567893 is INN'],
    ['TIN 123456789'],
    ['payer ID 87726 for claims'],
    ['group 0123456 is self funded'],
    ['CPT 99213, ICD-10 K21.9, rev code 0450'],
    ['PT 30 visits/yr, 12 used'],
    ['$2,500 ded, 20% coins, BP 120/80'],
    ['v2.14.3 of the tool'],
    ['day 90 of 120, 95/100 QA'],
    ['last dose 2100'],
    ['NCT04280705 enrollment criteria'],
    ['Medicare G0439 vs 99397'],
    ['mbr 30 visits 12 used'],
    ['www.cms.gov has it'],
  ]);
});

describe('callers are known by what they give', () => {
  cases([
    ['confirm w/ 4480 b4 giving results', 'SSN 4480'],
    ['l4 8841 only', 'SSN 8841'],
    ['maria lopez 8823 called', 'NAME maria lopez', 'SSN 8823'],
    ['verified w/ 07/31/1985 and 11226', 'DATE 07/31/1985', 'LOCATION 11226'],
    ['01251968 is all I got', 'DATE 01251968'],
    ['Yu-Ting Shen 120495', 'NAME Yu-Ting Shen', 'DATE 120495'],
    ['772-6610 rings busy', 'PHONE 772-6610'],
    ['6604417 is maria lopez', 'ID 6604417', 'NAME maria lopez'],
  ]);

  test.each([
    'verify 1095 form',
    'confirm w/ 2026 rates',
    'auth 10101970',
    '200-1000 units',
    'pays 2500 a year',
    'CPT 99213 and 99214',
  ])('%s says nothing of anybody', (text) => {
    expect(taken(text)).toEqual([]);
  });
});

describe('a label may stand behind its value, and count for two', () => {
  cases([
    ['5589012 is her mrn', 'MRN 5589012'],
    ['3357 last4', 'SSN 3357'],
    ["448-0192 is the daughter's cell", 'PHONE 448-0192'],
    ['charts 448812 and 448821', 'MRN 448812', 'MRN 448821'],
    ['last 4 4471? she says its 4417', 'SSN 4471', 'SSN 4417'],
    ['rtg 122187445, chk 5590012738', 'ACCOUNT 122187445', 'ACCOUNT 5590012738'],
    ['her ID is now 7126409', 'HEALTH_PLAN_ID 7126409'],
    ['hospital number K40-71936', 'MRN K40-71936'],
    ['old id W90133482X', 'HEALTH_PLAN_ID W90133482X'],
    ['other car KTR 4419', 'VEHICLE KTR 4419'],
  ]);
});

describe('post and search', () => {
  cases([
    ['RD 3 Box 41', 'LOCATION RD 3 Box 41'],
    ['PSC 41 Box 2210, APO AE 09464', 'LOCATION PSC 41 Box 2210, APO AE 09464'],
    ['Box 7713 Laredo TX 78043', 'LOCATION Box 7713 Laredo TX 78043'],
    ['2207 W Calle Bonita', 'LOCATION 2207 W Calle Bonita'],
    ['PCP search 85719 within 10 mi', 'LOCATION 85719'],
  ]);

  test.each(['CT 74177 denied', 'host 10.0.0.1 is the proxy', 'plan ID 40572NY0010003', 'KB0018842 is old'])(
    '%s stays',
    (text) => {
      expect(taken(text)).toEqual([]);
    },
  );
});

describe('a bare number is taken once nothing else has taken it', () => {
  cases([
    ['onc office goes by 4471903', 'ID 4471903'],
    ['308-66-914 ped cards echo', 'ID 308-66-914'],
    ['4471-0926 dup chart', 'ID 4471-0926'],
    ['042371 6651 pass', 'DATE 042371', 'SSN 6651'],
    ['7KQX551 parked in our stall', 'VEHICLE 7KQX551'],
    ['555-0163 was on the sticky note', 'PHONE 555-0163'],
    ['that Miguel Arredondo (73-20519) has', 'NAME Miguel Arredondo', 'ID 73-20519'],
    ['2nd req from 33180765 records dept', 'ID 33180765'],
    ['decline code 05 on 4556718820394416', 'ACCOUNT 4556718820394416'],
    ['license PECKV*381RT, has', 'LICENSE PECKV*381RT'],
    ['medi-cal 94417205D is secondary', 'ID 94417205D'],
    ['use POB 558 Ogden UT 84401', 'LOCATION POB 558 Ogden UT 84401'],
  ]);

  test.each([
    'claim 44719033 paid',
    'case 004177 went to Appeals',
    'the plan years 2019-2021',
    'a budget of 1500000',
    '2200 mg of 44719033 units',
    '8 wk PT, 2x/wk',
    'PT eval 97161 counts',
    'ticket 4417-7320',
  ])('%s stays', (text) => {
    expect(taken(text)).toEqual([]);
  });
});
