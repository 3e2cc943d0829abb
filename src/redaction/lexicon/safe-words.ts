/** Words of this trade that are in name lists too, or could pass for an unknown name after a label. */
export const SAFE_WORDS = ` broadway
 caid abt bluecard bluecross blueshield
 aetna cigna humana kaiser oscar anthem molina ambetter centene clover bright wellcare elevance optum unitedhealthcare uhc
 bcbs bluecross blueshield caresource magellan emblem fidelis healthfirst highmark independence medica premera regence
 geisinger harvard pilgrim tufts wellpoint amerigroup devoted alignment scan zing evernorth caremark medimpact navitus
 accredo quest labcorp walgreens cvs walmart costco kroger rite aid publix meijer samsung apple google zoom slack jira
 teams outlook excel salesforce zendesk genesys workday okta citrix epic cerner athena availity navinet change waystar
 teladoc amwell hims lyra headspace talkspace betterhelp carelon evicore cohere naviguard multiplan zelis viant concentra
 medicare medicaid tricare champva cobra erisa hipaa chip obamacare affordable aca cms doi hhs irs ssa usps fedex ups dhl
 choice plus gold silver bronze platinum catastrophic classic simple secure saver select premier value essential
 essentials standard basic elite complete preferred advantage navigate core compass charter heritage options option
 ppo hmo epo pos hdhp hsa fsa hra aso fqhc rhc snf hha irf ltach asc dme hme pdn pcs asd
 mbr mbrs member members mm pt pts patient patients sub dep deps subscriber subscribers dependent dependents spouse hoh poa
 pcp prov provider providers spec specialist specialists doc docs dr md np pa rn cm um ur qa sme cg cgs csr rep reps agent agents
 sup supervisor supervisors lead manager mgr concierge guide guides team teams desk tier queue care claims billing pharmacy
 eligibility enrollment grievance grievances appeal appeals auth auths prior precert preauth reauth inn oon innw par nonpar
 ded deduct deductible deductibles oop moop coins coinsurance copay copays eob eobs mrn dob ssn npi tin cpt hcpcs icd drg
 rev mod cob msp tpl subro accum accums accumulator accumulators adj adjudicated adjudication reprocess reprocessed denied denial denials
 paid pend pended pending ineligible termed term eff effective retro reinstate reinstated reinstatement qle oep aep sep loc lob
 sbc soc coc spd eoc idcard idcards vob ref refs referral referrals rx otc gen brand formulary nonformulary tiered stepped
 cb alt vm lvm ivr asap eod eow fyi tia thx ty pls plz np lmk btw imo idk ooo brb afaik afk wfh hey hi hello thanks thank please
 hrs hr min mins wk wks mo mos yr yrs yo ok okay yes yep nope nah sorry hmm huh lol omg wow ugh oh ah um er uh
 mri mra cta ct pet echo ekg ecg eeg emg us xr cxr dexa bmi bp cbc cmp bmp hba1c a1c tsh psa pap hpv ivf iui prep hiv
 obs inpt outpt ip op er ed icu nicu picu pacu or snu obgyn ob gyn mfm ent gi gu gyne cardio derm endo ent heme onc hemonc neph
 neuro ophth ortho peds psych pulm rheum uro vasc podiatry chiro acupuncture lithotripsy lumbar cervical thoracic
 dx hx tx sx px fx rxs dc dos doi eta sla aht csat nps kpi poc pto ot pt st slp rt rd aba bh mh sud iop php rtc detox
 ckd esrd copd chf cad afib htn dm dm1 dm2 t1dm t2dm hld gerd ibs ibd uc ra sle ms als tia cva dvt pe mi uti std sti adhd add ocd
 ptsd mdd gad bpd cp cf scd pcos tbi osa glp glp1 sglt2 ssri snri ppi nsaid nsaids acei arb ccb bb statin statins insulin opioid opioids
 metformin ozempic wegovy mounjaro zepbound trulicity victoza saxenda januvia jardiance farxiga lantus humalog novolog
 basaglar tresiba levemir lispro glargine semaglutide tirzepatide liraglutide dulaglutide humira enbrel stelara
 skyrizi rinvoq cosentyx taltz otezla xeljanz remicade inflectra renflexis entyvio tremfya dupixent xolair nucala fasenra
 keytruda opdivo herceptin rituxan avastin eliquis xarelto warfarin coumadin plavix lipitor crestor zocor atorvastatin
 rosuvastatin simvastatin pravastatin lisinopril losartan amlodipine metoprolol carvedilol hydrochlorothiazide
 furosemide spironolactone levothyroxine synthroid prednisone albuterol advair symbicort trelegy spiriva breo flovent
 singulair zyrtec claritin allegra flonase omeprazole prilosec nexium pantoprazole protonix famotidine zofran
 ondansetron gabapentin neurontin lyrica pregabalin topamax lamictal keppra depakote lithium seroquel abilify zyprexa
 risperdal latuda vraylar rexulti wellbutrin lexapro zoloft prozac celexa paxil effexor cymbalta trazodone buspirone
 xanax ativan klonopin valium ambien lunesta adderall vyvanse ritalin concerta strattera suboxone buprenorphine
 methadone naloxone narcan oxycodone percocet hydrocodone vicodin norco tramadol morphine fentanyl ibuprofen advil
 motrin aleve naproxen celebrex tylenol acetaminophen aspirin amoxicillin augmentin azithromycin zithromax
 doxycycline cipro ciprofloxacin levaquin bactrim keflex cephalexin clindamycin flagyl metronidazole valtrex
 acyclovir paxlovid tamiflu biktarvy descovy truvada genvoya clomid letrozole progesterone estradiol testosterone
 androgel premarin mirena nexplanon kyleena paragard depo provera prolia reclast fosamax boniva evenity forteo
 repatha praluent entresto botox ajovy emgality aimovig nurtec ubrelvy qulipta sumatriptan imitrex rizatriptan
 methotrexate plaquenil hydroxychloroquine azathioprine mycophenolate tacrolimus cyclosporine ocrevus tysabri
 copaxone tecfidera gilenya aubagio kesimpta spinraza zolgensma trikafta hemlibra epogen procrit neulasta
 neupogen venofer injectafer ivig hyqvia gammagard privigen synagis shingrix gardasil prevnar boostrix tdap mmr
 cath supplies chemo radiation immuno biologic biologics biosimilar biosimilars infusion hospice homecare rehab
 hysterectomy appendectomy cholecystectomy mastectomy lumpectomy colectomy laparoscopy arthroscopy endoscopy
 colonoscopy mammogram ultrasound biopsy bariatric sleeve bypass dialysis transplant
 am pm est cst mst pst edt cdt pdt mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday
 sunday today tomorrow tmrw yesterday tonight jan feb mar apr jun jul aug sep sept oct nov dec january february march
 july september october november december q1 q2 q3 q4 spring fall winter
 crohn crohns hashimoto hashimotos graves parkinson parkinsons alzheimer alzheimers huntington huntingtons hodgkin hodgkins
 sjogren sjogrens raynaud raynauds tourette tourettes asperger aspergers marfan turner klinefelter ehlers danlos guillain
 barre foley whipple nissen mohs lasik kegel apgar glasgow braden morse medigap cpap bipap peg picc tens trach
 english spanish french german mandarin cantonese vietnamese tagalog korean arabic russian portuguese chinese hmong
 somali creole haitian farsi hindi urdu punjabi bengali polish italian japanese asl
 american european african asian hispanic latino latina caucasian white indian british mexican canadian
 america usa us uk eu canada mexico china india europe africa asia florida texas california
 web portal app site link form forms card cards letter letters docs doc fax mail email phone login password username user users
 id ids num nbr acct account accounts ssn soc zip addr address city state county country street apt
 note notes name names info details attached attachment screenshot screen ticket tickets case cases escalation
 question questions answer answers issue issues request requests update updates reminder heads headsup
 caller callers callback caregiver guardian husband wife mother father mom dad son daughter brother sister child
 children kid kids baby newborn infant toddler teen adult male female man woman boy girl lady guy gentleman person people
 fam family parent parents grandma grandpa grandmother grandfather aunt uncle niece nephew twin twins
 mr mrs ms miss dr sir madam maam jr sr esq
 dual medi cal mcr mcd mcare mcaid dsnp csnp mapd pdp ma ffs ffm ffe cpa tpa pbm pcn bin hix shop ichra qsehra
 vs etc ie eg aka re attn cc bcc ps nb tbd tba na fwd dna rna
 til till tho thru bout lil bro sis hun mam gal coz tix alpha beta gamma delta omega yall gonna wanna gotta kinda dunno lemme cuz cause bc b4 w wo
 addtl appt appts asst avail bal bene benes cert chg chk clm clms combo comm conf cont corp cov coord ctr cust dept
 desc diff dir dist emp encl est exp ext fam freq gov grp hosp imp incl indiv init ins inv lab labs lic lt lvl mal max med meds
 mfg mgmt misc mtg natl neg nml nonemerg norm obs orig otc outpt pac pkg pmt pos poss prem prev proc prod prog pymt qty
 rcvd rec recd recs reg rel reqd resp ret rtn sched sec sep seq serv sess sig sm stat std sub sum svc svcs tech tel temp
 thru tot trans transp tx txn typ uncov unk unspec util vac ver vol vis wt xfer xray yest
 anesthesia anesthesiologist bilat bilateral ambulatory ambulance assistant surgeon facility professional
 eylea lucentis vabysmo syfovre luxturna kymriah yescarta carvykti tecartus abecma
 lang diem capita fargo reade ein tax payer payor group contract contracts plan plans policy network networks directory rate rates code codes
 brightline calm noom livongo omada hinge sword virta vida wondr peloton strava fitbit garmin dexcom libre omnipod tandem
 medtronic resmed philips respironics inogen invacare hill-rom stryker zimmer
 microsoft amazon alexa siri chatgpt claude gemini copilot android iphone ipad chrome safari firefox edge windows
 visa mastercard amex discover paypal stripe wellsfargo citi citibank
 mayo clevelandclinic cleveland hopkins cedars sinai mount sloan kettering md anderson dana farber scripps sutter banner
 intermountain ascension dignity providence mercy baptist methodist presbyterian lutheran adventist
 christus trinity tenet hca encompass davita fresenius lifestance
 kaiserpermanente permanente
`;

/** What no name contains. A run of names ends here. */
export const GRAMMAR_WORDS = `
 a an the this that these those i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
 who whom whose which what when where why how is are was were be been being am do does did done doing has have had having
 can could shall should would might must and or but nor so yet if then else than because while as until of at by for with about
 against between into through during before after above below to from up down in out on off over under again further once
 here there all any both each few more most other some such no not only own same too very just now also still ever never
 always often maybe per via within without across along around upon onto toward towards amid among regarding
 isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't shouldn't won't wouldn't
 isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt cant couldnt shouldnt wont wouldnt im ive id ill hes shes its
 theyre were youre thats whats hows wheres theres lets
 called calls calling call wants want wanted needs need needed says said say asks asked asking ask gets got get gave give
 gives goes go went gone going come comes came make makes made take takes took taken see sees saw seen know knows knew
 think thinks thought tell tells told find finds found show shows showed shown let put set keep keeps kept try tries tried
 use used uses using help helps helped work works worked working pay pays paid send sends sent receive received update updated
 check checked look looks looked looking turn turned born died passed lives lived live moved resides admitted discharged
 diagnosed scheduled seeking presents presented presenting reports reported denies states stated complains undergoing underwent
 age aged year years old yo dob one two three four five six seven eight nine ten first second third next last new old
 good bad high low long-term short right wrong true false able unable due like really really much many lot lots bit able
 yes yeah ok okay thanks thank please sorry hi hello hey w/ w/o bc since ago later soon asap today tomorrow yesterday tonight
 instead within outside inside even though although however therefore whether either neither another every everyone someone
 something anything nothing everything anyone wondering upset angry happy confused frustrated
 said confirmed verified spoke speaking verify confirm contact reach reached escalated escalate transferred transfer
 re termed enrolled disenrolled added removed covered approved denied pending requested requesting requests
 dx'd mr mrs ms dr wanted refused agreed declined started stopped taking received
`;

/** English words that are frequent names too. Alone and in lower case they are words; beside a name or a label they are names. */
export const DUAL_WORDS = `
 ben dev
 abbot ace aim alder amber angel apple april archer arch art ash ashes aspen aster august autumn
 bailey baker ball banks barber barker barn barnes bass bay beach beacon bean bear beard beck bell belle bench berry
 best bill birch bird bishop black blake bland blanks block bloom blossom blue bolt bond bonds boone booker booth
 bowl bowler bowls brand brandy bray breeze brewer brick bridges bright brock brook brooke brooks brown buck bud buffy bull bunch bunny
 burden burns burr bush butcher butler button buttons cage cain calm candy cane cannon carol carpenter carter carver case cash castle
 chambers chance chandler charity chase  cherish cherry chip chips christian christmas church
 clay clear clement clerk cliff clover cloud coal cole collie combs comfort constant cook cooke cooper
 cope copper coral corn costa cotton couch  court coward craft crane craven cream crew crisp crook cross crow crowder
 crown cruise crystal cunning curry curtain curtis dale dallas dandy dark dart dash dawn day days deal dean dear destiny
 devine diamond dick dodge dolly don dot dove drake draper dream drew drum duck duke dunk dusty dutch dyer
 eagle earl early east easter ebony eden edge eden elder ember english eve ever everest faith falcon fair fairchild
 fall farmer favor fern field fields finch fine finger fish fisher fleet fleming flint flood flora florence flowers floyd
 fly foe forbes ford forest forrest forte foster fountain fowler fox frank franks frost fry gale gallant gallop game garland
 gates gay gene genesis gentry gill ginger glass glazier glen glory glover gold golden good goode gore grace grant grand graves
 gray green greene grey grim grove grubb guest guide guthrie guy hail hale hall halls hand hands hank harbor
 hardy harmony harper hart harvest haven hawk hawks hay hayes hazel head heard heart hearts heath heather heaven
 hedge helm hemp henna herb herald heron hill hills hilt holder holiday hollow holly honey hood hook hope hopper horn
 horton house howe hunt hunter hurt hyacinth hymn ice imam india iris irons ivory ivy jack jacks jade jasmine jasper jay jeans jersey
 jet jewel jewels  jolly journey joy judge jules july june junior justice kale keen key keys kidd kind king
 kings kitchen kite knight knott lake lamb lance land lane lark larks lance laurel law lawless laws lea leaf leak lee legend
 liberty light lilac lily linden   lion little livings lock locke lodge london long love lovely
 luck lucky lush lux mace mack magic magnolia major malice man mane manly mann marble march marina
 mark marks marlin marsh mason mast masters max may mayor mead meadow mellow melody
 mercury mercy merit merry miles mill miller mills mine miracle misty monk moon moor moore moose moss mount
 mutter myrtle nail nation neat nest nevada nice nick night noble norm north novel nova oak oakley oaks
 ocean odd olive opal orange orchard otter packer page pages paige paine painter palm palmer pansy paris park parker
 parks parson parsons pat patience patty peace peak pear pearl penny pepper perch perry  peter petty phoenix pickle
 pierce pike pilgrim pine piper pitt platt plumber poe pointer pole pollen pond pool poor pope poppy porter posey post potter
 powder power powers precious presley press price pride priest prince princess prior promise prudence pryor purple queen quick
 quill rain raine rains rainy ram ramp ranger ransom raven ray reason red reed reeve regal reign reno
 rex rice rich richer riches ricks rider ridge riley ring rise rising river rivers roach robin robins rock rocks rocky
 rod rode rogue rolls roman romeo root rosa rose rosemary ross rough rowe rowan royal royalty ruby rue rush russ russet rusty ruth
 ryder sable sadler sage sailor saint sally salt salts  sand sands sandy sapphire savage savior sawyer scarlet scarlett
 schooler scott scout seal sears seasons  sellers senior serene serenity sergeant shade shaw shay sheets shell shepherd
 shield shields shine shoemaker short shorts shy  sierra silk silva silver simmer simple sincere singer singleton skinner
 sky skye skylar slack slate slaughter sly small smart smith snell snow song sorrow south spangler sparks spear spears
 spicer spikes spirit spring springer spruce squires stacks stacy stanley staples star stark starling starr start steel steele
 steep sterling stern steward stiff still stock stokes stone storey storm story stout stover street strickland string
 strong stubbs studs sue sugar  summer summers sunny sunshine susie sutter sweat sweet
 swan swann swift tack tanner tatum tawny teague teal temper temple tempest thick thorn
 thorne thorpe tiger tiller timber tipper toner townes trail tramp travel
  tree trent trinity tripp trot troy true trumble trust tuck tucker turner vale
 valentine van vaunt vera vernal victory viola violet virgin virtue vista waddle wade wait
 walker wall wallace walls walsh ward ware warner warren washington waters watt watts  weaver webb weeks
 weir wells welsh west whale wheat wheeler whisper white whiting wick wilder wilds will willard willow
 willows wills wilson win winner winter winters wise wolf wolfe wood woodard woods woody wool worth wren
 yarn yearling york young younger youngs zeal zenith zion
 
`;
