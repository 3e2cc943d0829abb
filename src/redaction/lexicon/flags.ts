/** What a word is. A word may be several things: "may" is a month, a verb, a first name and a surname. */
export const FLAG = {
  /** A given name in some language. */
  first: 1 << 0,
  /** A given name that is common in the United States. */
  popular: 1 << 1,
  surname: 1 << 2,
  /** In the large list, which doesn't say whether given name or surname. */
  name: 1 << 3,
  /** A common English word. */
  word: 1 << 4,
  /** A rarer English word. */
  rareWord: 1 << 5,
  /** Never a name here unless a title or an explicit label says so: insurance, medicine, tools, places, brands. */
  safe: 1 << 6,
  /** "de la", "van", "st". */
  particle: 1 << 7,
  /** "jr", "iii". */
  suffix: 1 << 8,
  stateCode: 1 << 9,
  stateName: 1 << 10,
  street: 1 << 11,
  unit: 1 << 12,
  month: 1 << 13,
  /** Words that no name contains: "the", "is", "called". */
  grammar: 1 << 14,
  /** An English word that is a frequent surname or first name too: "long", "price", "hope". */
  dual: 1 << 15,
  /** The first word of a city in the list. */
  cityStart: 1 << 16,
  /** A one-word city in the list. */
  city: 1 << 17,
  spelledNumber: 1 << 18,
  /** A first name that is a word too, but a word this trade hardly uses: "jasmine", "ruby". */
  flower: 1 << 19,
  /** What people do and things don't: "wants", "asked", "refused". */
  human: 1 << 20,
  /** What a person has, behind "'s": "mom", "claim", "refill". */
  belonging: 1 << 21,
  /** Speaks of one person: "she", "his". */
  pronoun: 1 << 22,
  /** A place that is a first name or a surname too: alone it is a place. */
  place: 1 << 23,
  /** A surname in the name of a disease, test or operation: without a person's label it is that. */
  eponym: 1 << 24,
  /** "male", "F". */
  gender: 1 << 25,
  /** The name of a firm, of two words and more. */
  firm: 1 << 26,
  /** The first word of one. */
  firmStart: 1 << 27,
  /** "said", "says": people do, and so do plans and bills. */
  speech: 1 << 28,
  /** What one says to a person: "tell", "ask". */
  tell: 1 << 29,
  /** What has a plate: "car". */
  car: 1 << 30,
  /** May begin a box of the post: "po", "rr". */
  box: 1 << 31,
} as const;

/** What a word says about what stands beside it. */
export const CUE = {
  member: 1 << 0,
  ssn: 1 << 1,
  lastDigits: 1 << 2,
  phone: 1 << 3,
  fax: 1 << 4,
  mrn: 1 << 5,
  account: 1 << 6,
  license: 1 << 7,
  device: 1 << 8,
  vehicle: 1 << 9,
  birth: 1 << 10,
  /** Something that happened to a person on a day: "discharged", "appt", "dos". */
  event: 1 << 11,
  zip: 1 << 12,
  age: 1 << 13,
  /** A person's name follows as a rule: "mbr", "pt", "spouse". */
  person: 1 << 14,
  /** A person's name often follows: "call", "for", "tell". */
  hail: 1 << 15,
  /** What people do, so that a name often stands before it: "wants", "called". */
  act: 1 << 16,
  /** Makes a number beside it something other than PHI: "claim", "NPI", "CPT". */
  veto: 1 << 17,
  /** Makes a date beside it nobody's own: "OEP", "contract". */
  dateVeto: 1 << 18,
  residence: 1 << 19,
  /** Nothing but a name can follow: "name is", "attn". */
  explicit: 1 << 20,
  title: 1 << 21,
  provider: 1 << 22,
  credential: 1 << 23,
  facility: 1 << 24,
  eponymNoun: 1 << 25,
  /** After a number it makes that a measure: "mg", "days". */
  measure: 1 << 26,
  plate: 1 << 27,
  /** Filler between a label and its value: "id", "number", "#", "is". */
  filler: 1 << 28,
  /** Any other number that points at one person: "rx", "confirmation", "username". */
  other: 1 << 29,
  /** Ends the name of a company or practice when it has a capital: "Group", "Associates". */
  company: 1 << 30,
  /** What stands before a place: "in", "from". */
  preposition: 1 << 31,
} as const;
