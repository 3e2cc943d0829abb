import { CUE } from './flags.ts';

/** The labels people write beside what they mean. One word may say several things. */
export const CUE_WORDS: readonly (readonly [cue: number, words: string])[] = [
  [
    CUE.member,
    `member members mbr mbrs mem memb mid memberid mbrid sub subs subscriber subscribers subscriberid policy policyholder
     medicare medicaid mbi hicn cin insured enrollee beneficiary bene hpid healthplan policyid medi-cal chip
     umi membership dependent dep cardholder recipient rid insuranceid`,
  ],
  [CUE.ssn, 'ssn ssns soc social socsec itin sin ss'],
  [CUE.lastDigits, 'last ending ends end final last4 ssn4 l4 lst'],
  [
    CUE.phone,
    `phone ph phn phones tel tele telephone cell cel cellphone mobile mob cb callback cbn call called calling caller calls
     callb text txt txted texted texting sms dial reach reached reachable contact vm voicemail landline whatsapp
     ring rang hm wk c h w p m o t home ani tty hotline bestnumber voice`,
  ],
  [CUE.fax, 'fax faxed faxing facsimile fx efax faxes f'],
  [
    CUE.mrn,
    'mrn mrns mr chart charts emr ehr epic mpi empi medrec mrno hospital-number record pid patientid patient pt chartno',
  ],
  [
    CUE.account,
    `acct account accounts acc acctno rtg chkg iban routing aba rtn bank checking savings card cc visa mastercard mc amex discover
     debit credit hsa venmo deposit ach payment autopay`,
  ],
  [
    CUE.license,
    'dl license licence lic driver drivers dea passport dln cdl certificate cert stateid greencard alien uscis',
  ],
  [
    CUE.device,
    `serial ser sn s/n imei meid udid device pump cgm pacemaker dexcom libre omnipod implant icd-device defibrillator glucometer
     meter cpap bipap monitor ventilator udi lot mac adid walker wheelchair scooter rollator concentrator nebulizer transmitter
     sensor receiver reader prosthesis stairlift powerchair`,
  ],
  [CUE.vehicle, 'vin vehicle'],
  [CUE.plate, 'plate plates tag'],
  [CUE.birth, 'dob dobs birth birthday birthdate bday born bd db birthdays d.o.b birth-date bdate yob'],
  [
    CUE.event,
    `appt appts appointment appointments dos admit admits admitted admission adm discharge discharged disch dc dcd d/c
     surgery surgeries sx procedure proc born died death deceased dod doa doi expired passed edd due lmp delivered delivery
     scheduled sched schd seen visit visited visits hospitalized hosp injury accident injured inj fell enrolled
     disenrolled married marriage divorced divorce adopted adoption birth pregnant baby newborn lapsed retired hired termed
     terminated terming infusion treated diagnosed dx'd dxd operated transplant transplanted arrived transferred intake
     evaluated eval biopsy mri ct scan colonoscopy csection c-section induced consult follow-up followup f/u fu labor
     filled refill picked moved graduated egd awv physical mammo mammogram echo dexa er ed endoscopy cxl cxld cxl'd rescheduled screening chemo onset refilled
     cancelled missed rescheduled rescheduling resched`,
  ],
  [CUE.zip, 'zip zipcode zcode postal zips postcode'],
  [CUE.age, 'age aged ages yo y/o yr yrs year years yearold turned turning turns'],
  [
    CUE.person,
    `member mbr mbrs memb mem pt pts patient patients sub subscriber subs dep dependent deps spouse wife husband son daughter
     mom mother dad father child kid baby newborn guardian caregiver poa policyholder insured enrollee beneficiary bene
     claimant client caller guarantor parent stepson stepdaughter grandmother grandfather grandma grandpa brother sister
     twin twins aunt uncle niece nephew fiance fiancee partner girlfriend boyfriend employee decedent widow widower
     escalation surrogate proxy ex hubby mum stepmom stepdad conservator executor cardholder names fam toddler infant
     neighbor neighbour roommate friend coworker applicant recipient survivor aide aides daughters sons kids children grandson granddaughter donor requestor requester`,
  ],
  [
    CUE.explicit,
    `name named attn attention aka fka nka nee mr mrs ms miss mx mister madam sr. mbrname subname fname lname firstname
     lastname surname fullname nickname ptname pronounced spelled`,
  ],
  [CUE.title, 'mr mrs ms miss mx mister madam maam sir'],
  [
    CUE.provider,
    `dr drs doctor doc prov provider providers pcp physician surgeon specialist md rendering attending prof professor
     nurse therapist psychiatrist psychologist cardiologist oncologist dermatologist neurologist obgyn pediatrician
     anesthesiologist radiologist urologist dentist orthodontist midwife doula counselor chiropractor pharmacist
     nephrologist endocrinologist gastroenterologist pulmonologist rheumatologist hospitalist`,
  ],
  [
    CUE.credential,
    `md do np pa-c pac lcsw lmft lpc phd psyd dds dmd rn aprn crna cnm fnp dnp dpm dpt od pharmd lmhc bcba facs pmhnp
     lmsw lcpc mbbs facp`,
  ],
  [
    CUE.hail,
    `for from frm with w/ w to call called calling tell told ask asked asking re regarding per by about abt hi hello hey dear
     thanks thx ty regards sincerely spoke spoken speak speaking talked talking this i'm im am contact contacted reach
     reached email emailed emailing text texted txt txted cc help helping helped assist assisting look lookup pull find
     locate verify verified verifying and & on behalf of fyi who who's whos meet met see notify notified remind reminded
     transfer transferred conf confirm confirmed update updated add added remove removed adding removing acct account
     chart file vm voicemail msg message messaged note claim claims auth auths letter ltr appeal appeals grievance denial
     card cards case looking reminder notes approve approved approval deny denied schedule scheduled
     take takes taking over enroll enrolled eob bill refund check reimburse reimbursement records record profile escalated urgent info
     patient's member's sent send sending mailed mail mailing reimb complaint order ordered script rx refill refilled
     than named visit visited joined welcome congrats escalate callback cb fax faxed attach upload
     uploaded referral referred referring under signed signature payee prescribed thank sorry apologize`,
  ],
  [
    CUE.act,
    `called calls calling call cld wants want wanted needs need needed says said say asked asking asks ask states stated
     stating reports reported claims claimed is was has had have passed died deceased expired fell gave birth delivered
     admitted discharged lives lived moved moving resides born turned turns turning wont won't cant can't cannot can would will should
     must might didnt didn't doesnt doesn't isnt isn't hasnt hasn't wasnt wasn't got gets getting went received requested requesting
     requests req reqs wondering upset angry frustrated crying confused calm furious happy hung left spoke tried trying
     paid pays owes termed enrolled disenrolled lost missed dropped broke skipped ran switched changed updated emailed texted txted faxed sent submitted
     filed appealed appealing dob keeps keep kept cannot mbr member pt id ssn mrn phone cell age aged yo y/o who whose cb ph still just also
     again already hasn't thinks thought believes picked missed needing seeing saw seen takes taking took started
     starts stopped due pregnant scheduled and & or w/ wants2 back callback r/s c/o re req'd`,
  ],
  [
    CUE.veto,
    `claim claims clm clms clm# complaint complaints grievance grievances auth auths authorization authorizations authorisation authno ref refs reference refno case
     cases ticket tickets npi npis tin tins ein eins tax fein ndc ndcs bin rxbin pcn rxpcn rxgrp rxgroup group grp payer payor
     contract contracts order po invoice icn dcn tcn eob check chk cheque eft inc incident jira sop step steps cpt cpts
     hcpcs icd icd-10 icd10 icd9 dx code codes drg rev revenue mod modifier modifiers room rm version ver build v pa par tracking
     pbp loop bill-type type edit carc rarc error err taxonomy clia ccn site batch form policy-number sr req request
     requests call-ref confirmation task jobs queue fs unit units qty quantity limit form# article section page pages pg pgs wiki confluence sharepoint link badge asset meeting zoom
     extension days dos-limit hl7 pos level tier loinc snomed rxnorm cvx gpi ubrel hedis star stars lvl stage phase trial nct
     approval denial pend control transaction trace claim# auth# case# ref# ticket# mcg interqual lcd ncd story
     epic-story pr sev kb chg ritm prb pagerduty record-type precert certno vendor supplier store location branch floor suite`,
  ],
  [
    CUE.dateVeto,
    `year py reset resets ded deductible oop accumulator accumulators accums oep aep sep enrollment enrolment open oe kicks kickoff renewal rate rates ratebook contract contracts policy policies holiday holidays
     hours hrs outage maintenance release rollout deploy deployed deployment go-live golive launch launched launching
     formulary nonformulary nf quarter q1 q2 q3 q4 mailing mailings fiscal benefit benefits blackout window webinar training meeting huddle standup
     deadline regulation regs mandate rule law bulletin guideline guidelines template version sop closed closure office
     cms plans py season schedule-fee fee fees updated-policy newsletter cutoff network networks directory
     system systems migration cutover copay
     annually annual memo bylaw announcement press published revised revision edition guidance criteria moop
     formularies vendor employer fda labeling premiums tin npi max maximum team sprint shift christmas thanksgiving labor-day mlk juneteenth memorial-day`,
  ],
  [
    CUE.residence,
    `staying stays wintering vacationing lives live living lived resides residing resident residents address addr addy moved moving moves relocated relocating
     relocate hometown home resided native mailing ship shipping mail deliver residence city town homeless reloc`,
  ],
  [
    CUE.facility,
    `hospital hospitals hosp clinic clinics center centers centre medical pharmacy pharmacies laboratory laboratories imaging
     dental dentistry orthopedics orthopaedics dermatology pediatrics radiology hospice university univ institute
     foundation snf rehab rehabilitation oncology cardiology urology neurology optical ambulance llc inc corp pllc pc llp
     bank county parish township`,
  ],
  [
    CUE.company,
    `health healthcare med lab labs ortho associates group surgery surgical college school physicians network cancer heart
     memorial general regional children childrens urgent nursing homecare wellness therapy obgyn gyn psychiatry
     behavioral counseling vision eye ear kidney dialysis infusion ems lp partners practice insurance plan plans hmo ppo system
     reade primary specialty medicine scientific technologies pharma pharmaceuticals biotech diagnostics west east north south systems company co district care caring services solutions financial life mutual aso research advocate community regional
     family women womens saint village place manor house home living assisted senior suites airlines motors foods
     drug drugs store stores market markets`,
  ],
  [
    CUE.eponymNoun,
    `holiday disease dz dis syndrome synd palsy sign score scores criteria scale test lymphoma sarcoma tumor tumour ulcer ulcers
     contracture fracture fx esophagus oesophagus anemia anaemia thyroiditis chorea ataxia dystrophy neuroma classification
     procedure operation maneuver manoeuvre catheter cath tube drain index formula equation phenomenon reflex nodes node
     pseudobulbar dementia parkinsonism cyst hernia nephropathy encephalopathy stain smear block flap incision repair
     grade staging stage law method position rule triad pupil lesion body bodies deformity arthritis bacillus
     model inventory questionnaire protocol diet laser stocking bath lines spots fever encephalitis virus cells cell
     carcinoma nevus gland duct canal valve space angle curve sarcoidosis dilators balloon shunt device crosslinking
     clinical trial study guideline guidelines exercises exercise technique therapy approach regimen graft stent amputation
     class classes tear tears workup triangle criterion tests esophagitis lesions injury palsies
     period type nodule nodules protein proteins risk probability gene mutation cycle node's purpura vasculitis arteritis myasthenia granulomatosis hepatitis`,
  ],
  [
    CUE.measure,
    `mg mcg g gm ml cc kg lb lbs mmhg units unit iu meq mm cm visits visit days day hrs hours hour mins min minutes weeks
     week wks months month mo mos years yrs percent pct dollars usd cents pills tabs tablets caps capsules puffs drops refills miles mi
     members rows calls claims cases times x bpm sec secs seconds cycles sessions session percentile pts points stars
     plans providers locations pages people files questions tickets items`,
  ],
  [
    CUE.filler,
    'id ids rec number num no nbr is are of the her his their my your on file in was for at to eff effective term date dated start starting started since as from',
  ],
  [CUE.preposition, 'in from to of near at outside around'],
  [
    CUE.other,
    'confirmation confirm rx rxs prescription username user userid login pin password passcode passkey accession specimen encounter visitid csn har fin',
  ],
];
