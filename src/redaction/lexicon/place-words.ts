export const STREET_WORDS = `
 st street ave avenue av blvd boulevard rd road dr drive ln lane ct court pl place ter terrace cir circle way pkwy parkway
 hwy highway sq square trl trail aly alley loop run pass path pike plz plaza row xing crossing cv cove bnd bend
 expy expressway fwy freeway tpke turnpike cswy causeway broadway esplanade promenade crescent cres mews close
 pt point rdg ridge rte route crk creek hl hill hls hills vw view vly valley holw hollow grv grove gln glen hts heights
 byp bypass spur walk trace trce wy mnr manor lndg landing sta station xrd
`;
export const UNIT_WORDS =
  'apt apartment unit ste suite rm room fl floor bldg building lot trlr trailer spc space ph penthouse dept slip no # po box pobox';
export const MONTH_WORDS = `
 jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december
`;
export const PARTICLES = `de la las los del della di da dos das du le van von der den ter ten st ste saint san santa bin ibn bint al el
 abu ben mac mc o d d' y e dela vander vanden ap af av zu zur thi`;
export const SUFFIXES = 'jr sr ii iii iv v esq 2nd 3rd junior senior phd';
export const SPELLED_NUMBERS = `ninety hundred`;
export const BOX_WORDS = 'po p pob pobox rr r rd rfd rural route rt rte hc hcr h star psc cmr unit box';
export const CAR_WORDS =
  'car truck van suv sedan vehicle motorcycle pickup jeep minivan parked parking towed garage driveway';
