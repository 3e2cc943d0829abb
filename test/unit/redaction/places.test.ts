import { describe, expect, test } from '@jest/globals';
import { taken } from './support.ts';

describe("a person's address is taken", () => {
  test.each([
    ['new addr: 7128 Maple Street #35, Sioux Falls ID 84611', '7128 Maple Street #35, Sioux Falls ID 84611'],
    [
      '2931 Country Club Street, Unit 3, Baton Rouge, IN 37224',
      '2931 Country Club Street, Unit 3, Baton Rouge, IN 37224',
    ],
    ['88 w 9th st apt 4b, brooklyn ny 11215', '88 w 9th st apt 4b, brooklyn ny 11215'],
    ['5866 Old Mill Ave', '5866 Old Mill Ave'],
    ['22-15 31st Ave', '22-15 31st Ave'],
    ['lives 400 E Osborn #1108, wants', '400 E Osborn #1108'],
    ['used 6 Ridge Trace, Macon', '6 Ridge Trace, Macon'],
    ['New Rochelle SD 14907', 'New Rochelle SD 14907'],
    ['lives in Yonkers', 'Yonkers'],
    ['a woman from Savannah, Georgia', 'Savannah'],
    ['moved from austin to sioux falls', 'sioux falls'],
  ])('%s', (text, place) => {
    expect(taken(text)).toContain(`LOCATION ${place}`);
  });
});

describe('in a message about somebody', () => {
  test.each([
    ['Ravi Okonjo needs an ENT near 08817', 'LOCATION 08817'],
    ["Sina's pharmacy is in Hoboken", 'LOCATION Hoboken'],
    ['Maria Lopez, cell 555-0188', 'PHONE 555-0188'],
    ['Maria Lopez had a stroke 2/2023', 'DATE 2/2023'],
    ['Maria Lopez is 94 and lives alone', 'AGE90 94'],
  ])('%s', (text, expected) => {
    expect(taken(text)).toContain(expected);
  });

  test.each(['members near 08817', 'the network in Hoboken', 'form 2/2023', 'score is 94'])(
    'and about nobody they stay: %s',
    (text) => {
      expect(taken(text)).toEqual([]);
    },
  );
});

describe('other places stay', () => {
  test.each([
    'Cook county only network',
    'Texas and Florida members only',
    'Cleveland Clinic is INN',
    '1st attempt no answer, 3 way call',
    'radius 25 mi, 3 providers found',
    'PT 30 visits, 2 left',
  ])('%s', (text) => {
    expect(taken(text)).toEqual([]);
  });
});
