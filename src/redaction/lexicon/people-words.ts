/** What people do and things don't, behind a name. Not "says" and "needs": bills and claims do that too. */
export const HUMAN_VERBS = `
 wants wanted called calls asked asks asking thinks thought believes believed refuses refused hung spoke emailed texted cried
 yelled hopes wonders wondering worried upset angry frustrated confused told tells begged complained complains agreed disagreed
 thanked apologized insisted insists swears claims2 lives moved died passed forgot misplaced hates loves prefers
`;

/** What a person has: kin and what a plan keeps for them. Not "date" and "period": bills and months have those. */
export const BELONGINGS = `
 mom mother dad father son daughter wife husband spouse brother sister kid kids child children baby parents parent grandma grandpa
 grandmother grandfather aunt uncle niece nephew guardian caregiver fiance fiancee boyfriend girlfriend partner ex neighbor
 claim claims auth auths card cards dob ssn mrn refill refills appeal appeals account acct coverage deductible ded rx meds med
 pharmacy medication medications medicine inhaler insulin prescription prescriptions appt appts appointment surgery pcp labs lab copay copays
 premium premiums eob eobs mri ct scan results record records chart id phone cell email address addr zip birthday transportation
 referral referrals therapist therapy dialysis chemo stay admission discharge diagnosis dx case file grievance complaint plan policy
 profile portal login eligibility cobra enrollment benefits application pa wheelchair cpap pump doctor doc provider providers
`;

export const PRONOUNS = 'he she they his her hers him hes shes herself himself';

export const GENDERS = 'male female m f';

export const SPEECH_VERBS = 'say says said saying';

/** Behind them stands who is spoken to. */
export const TELLING_VERBS =
  'tell tells told telling ask asks asked asking remind reminded thank thanked notify notified inform informed';
