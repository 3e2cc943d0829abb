/** Drugs, devices, organisms and eponyms that an unheard-of name could be mistaken for. Written from common knowledge. */
export const MEDICINE_WORDS = `
 antiphospholipid anticardiolipin antinuclear antithyroid antimitochondrial antibodies antibody antithrombin
 rad rads evusheld pemgarda bebtelovimab ronapreve regencov sotrovimab xevudy bamlanivimab tocilizumab anakinra sarilumab cortef solu depo
 holter viet canto marx geo geoip vpn dns lan wan wifi marx apley
 cyltezo hadlima yusimry hyrimoz amjevita abrilada hulio idacio yuflyma simlandi cimzia simponi orencia actemra kevzara ilumya
 siliq bimzelx sotyktu olumiant kineret krystexxa benlysta saphnelo lupkynis uplizna soliris ultomiris vyvgart rystiggo tepezza
 briumvi zeposia mavenclad mayzent ponvory bafiertam vumerity ampyra nuedexta austedo ingrezza xenazine radicava relyvrio exservan
 viagra cialis levitra stendra sildenafil tadalafil vardenafil flomax tamsulosin avodart dutasteride finasteride proscar propecia
 myrbetriq gemtesa vesicare oxybutynin ditropan toviaz detrol macrobid nitrofurantoin fosfomycin pyridium cephalosporin
 cefdinir omnicef ceftriaxone rocephin cefepime cefazolin cefuroxime ceftin cefpodoxime ertapenem meropenem zosyn unasyn
 vancomycin daptomycin linezolid zyvox clarithromycin biaxin erythromycin moxifloxacin avelox gentamicin tobramycin amikacin
 rifampin rifaximin xifaxan isoniazid ethambutol pyrazinamide dapsone ivermectin stromectol albendazole praziquantel
 fluconazole diflucan itraconazole voriconazole terbinafine lamisil nystatin clotrimazole ketoconazole griseofulvin amphotericin
 remdesivir veklury oseltamivir baloxavir xofluza molnupiravir lagevrio valacyclovir famciclovir ganciclovir letermovir prevymis
 epclusa mavyret harvoni sovaldi vemlidy baraclude entecavir tenofovir odefsey symtuza dovato juluca triumeq tivicay isentress
 prezcobix prezista cabenuva apretude sunlenca yeztugo complera stribild atripla rukobia trogarzo
 zetia ezetimibe vascepa lovaza praluent leqvio nexletol nexlizet niacin fenofibrate tricor gemfibrozil lopid livalo pitavastatin
 benazepril enalapril ramipril quinapril captopril fosinopril valsartan diovan irbesartan avapro olmesartan benicar telmisartan
 micardis candesartan atacand azilsartan edarbi nifedipine diltiazem cardizem verapamil felodipine clonidine hydralazine
 minoxidil labetalol bisoprolol nebivolol bystolic atenolol propranolol nadolol chlorthalidone indapamide torsemide bumetanide
 bumex eplerenone kerendia finerenone amiodarone multaq dofetilide tikosyn flecainide sotalol digoxin ranexa ranolazine ivabradine
 corlanor verquvo camzyos brilinta ticagrelor effient prasugrel pradaxa dabigatran savaysa edoxaban lovenox enoxaparin heparin
 fondaparinux arixtra aggrenox dipyridamole tenecteplase alteplase kcentra andexxa tranexamic
 glipizide glucotrol glyburide glimepiride amaryl pioglitazone actos invokana steglatro glyxambi synjardy xigduo trijardy janumet
 jentadueto tradjenta onglyza nesina byetta bydureon soliqua xultophy toujeo semglee rezvoglar admelog apidra fiasp lyumjev afrezza
 novolin humulin symlin pramlintide contrave qsymia phentermine adipex orlistat alli xenical imcivree
 cytomel liothyronine armour methimazole propylthiouracil calcitriol sensipar cinacalcet hydrocortisone dexamethasone decadron
 methylprednisolone medrol solumedrol prednisolone fludrocortisone budesonide entocort uceris pulmicort asmanex qvar arnuity
 alvesco dulera wixela breztri anoro stiolto incruse tudorza bevespi yupelri ventolin proair xopenex levalbuterol duoneb
 ipratropium tiotropium montelukast tezspire cinqair nasacort astelin azelastine patanol cetirizine loratadine fexofenadine benadryl
 diphenhydramine hydroxyzine atarax meclizine antivert promethazine phenergan metoclopramide reglan compazine prochlorperazine
 ranitidine cimetidine lansoprazole prevacid rabeprazole dexilant voquezna sucralfate carafate misoprostol cytotec linzess
 trulance amitiza motegrity lactulose miralax golytely suprep sutab plenvu colace senna dulcolax bisacodyl imodium loperamide
 lomotil viberzi creon zenpep pancreaze mesalamine lialda apriso asacol pentasa sulfasalazine colazal zymfentra omvoh velsipity
 ursodiol ocaliva iqirvo livdelzi rezdiffra cholestyramine welchol colestipol
 sertraline fluoxetine citalopram escitalopram paroxetine fluvoxamine venlafaxine duloxetine desvenlafaxine pristiq mirtazapine
 remeron vilazodone viibryd trintellix vortioxetine auvelity spravato zurzuvae bupropion nortriptyline amitriptyline elavil doxepin
 imipramine clomipramine anafranil nardil parnate lurasidone quetiapine olanzapine risperidone aripiprazole ziprasidone geodon
 paliperidone invega sustenna haloperidol haldol chlorpromazine clozapine clozaril caplyta cobenfy lybalvi fanapt saphris
 lorazepam clonazepam alprazolam diazepam temazepam restoril zolpidem eszopiclone belsomra dayvigo quviviq rozerem silenor
 modafinil provigil armodafinil nuvigil xyrem xywav lumryz sunosi wakix methylphenidate dexmethylphenidate focalin amphetamine
 dextroamphetamine evekeo azstarys qelbree guanfacine intuniv atomoxetine lamotrigine levetiracetam topiramate valproate
 carbamazepine tegretol oxcarbazepine trileptal phenytoin dilantin lacosamide vimpat briviact xcopri fycompa onfi clobazam banzel
 zonisamide zonegran phenobarbital primidone epidiolex fintepla nayzilam valtoco diastat
 sinemet carbidopa levodopa rytary requip ropinirole mirapex pramipexole neupro azilect nuplazid gocovri amantadine
 aricept donepezil namenda memantine exelon rivastigmine galantamine leqembi kisunla aduhelm
 suboxone sublocade brixadi vivitrol naltrexone antabuse disulfiram acamprosate chantix varenicline nicorette lucemyra
 belbuca butrans nucynta tapentadol hydromorphone dilaudid oxymorphone opana oxycontin ms-contin methadose ketorolac toradol
 meloxicam mobic diclofenac voltaren indomethacin etodolac nabumetone colchicine colcrys allopurinol febuxostat uloric probenecid
 cyclobenzaprine flexeril methocarbamol robaxin tizanidine zanaflex baclofen soma carisoprodol lidocaine lidoderm dysport xeomin
 jeuveau daxxify zomig relpax maxalt frova zavzpret vyepti reyvow cafergot fioricet butalbital
 tamoxifen anastrozole arimidex aromasin exemestane femara faslodex fulvestrant ibrance palbociclib kisqali ribociclib verzenio
 abemaciclib piqray orserdu truqap enhertu kadcyla perjeta phesgo tukysa nerlynx trodelvy lynparza olaparib zejula rubraca talzenna
 xtandi enzalutamide zytiga abiraterone erleada nubeqa lupron eligard leuprolide orgovyx firmagon pluvicto xofigo casodex
 imfinzi tecentriq bavencio libtayo jemperli yervoy opdualag tagrisso osimertinib alecensa lorbrena tafinlar mekinist gleevec
 imatinib sprycel dasatinib tasigna bosulif iclusig scemblix imbruvica ibrutinib calquence brukinsa venclexta venetoclax revlimid
 lenalidomide pomalyst velcade kyprolis ninlaro darzalex sarclisa xpovio tecvayli talvey elrexfio columvi epkinly lunsumio
 breyanzi vyxeos vidaza azacitidine dacogen jakafi ruxolitinib inrebic ojjaara reblozyl promacta nplate doptelet
 lenvima lenvatinib nexavar sorafenib cabometyx inlyta votrient sutent afinitor everolimus stivarga lonsurf xeloda capecitabine
 temodar temozolomide oxaliplatin cisplatin carboplatin paclitaxel taxol docetaxel taxotere gemcitabine gemzar pemetrexed alimta
 doxorubicin adriamycin cyclophosphamide cytoxan ifosfamide etoposide irinotecan folfox folfiri folfirinox bleomycin vincristine
 bevacizumab trastuzumab rituximab pembrolizumab nivolumab atezolizumab cetuximab erbitux vectibix aloxi emend akynzeo
 retacrit aranesp procrit zarxio nivestym fulphila udenyca ziextenzo granix monoferric feraheme ferrlecit sodium bicarb
 zemplar velphoro renvela sevelamer phoslo lokelma veltassa jynarque tolvaptan filspari tarpeyo kerendia
 cellcept myfortic prograf envarsus rapamune sirolimus nulojix belatacept simulect thymoglobulin
 nuvaring xulane twirla annovera natazia yaz yasmin seasonique lo-loestrin slynd plan-b ella liletta skyla paragard intrarosa osphena
 estrace vagifem climara vivelle duavee veozah addyi orilissa oriahnn myfembree makena hydroxyprogesterone clomiphene
 menopur gonal follistim cetrotide ganirelix ovidrel novarel pregnyl endometrin crinone metrogel
 abrysvo arexvy mresvia beyfortus comirnaty spikevax novavax fluzone flublok fluad pneumovax vaxneuvance capvaxive heplisav
 engerix twinrix havrix pediarix pentacel menveo menactra bexsero trumenba penbraya rotarix rotateq varivax proquad
 isotretinoin accutane absorica tretinoin retin differin adapalene epiduo winlevi aczone soolantra finacea rhofade mupirocin
 clobetasol triamcinolone betamethasone mometasone eucrisa opzelura protopic elidel vtama zoryve calcipotriene taclonex enstilar
 efudex fluorouracil aldara imiquimod litfulo adbry ebglyss nemluvio rhapsido cibinqo latanoprost xalatan lumigan travatan
 rocklatan rhopressa timolol cosopt combigan alphagan restasis xiidra cequa miebo tyrvaya vuity beovu byooviz cimerli susvimo izervay
 orkambi kalydeco symdeko pulmozyme cayston tobi esbriet pirfenidone ofev nintedanib opsumit tracleer letairis adempas uptravi
 tyvaso remodulin winrevair orenitram revatio adcirca evrysdi exondys elevidys hemgenix roctavian zynteglo casgevy lyfgenia
 crizanatide egrifta serostim norditropin genotropin omnitrope nutropin skytrofa sogroya ngenla saizen korlym isturisa signifor
 somatuline sandostatin octreotide lanreotide tymlos teriparatide actonel risedronate alendronate ibandronate zoledronic
 denosumab jubbonti xgeva calcitonin vitd ergocalciferol cholecalciferol cyanocobalamin folate methylfolate deplin
 dupi humalogs glargin trulicty ozempics wegovys glps adalimumab etanercept infliximab ustekinumab wezlana yesintek selarsdi
 secukinumab ixekizumab guselkumab risankizumab tildrakizumab upadacitinib tofacitinib baricitinib apremilast deucravacitinib
 omalizumab mepolizumab benralizumab tezepelumab dupilumab tralokinumab lebrikizumab vedolizumab natalizumab ocrelizumab
 rsv covid influenza coli aureus pylori diff difficile albicans staph strep mrsa mssa vre esbl pseudomonas klebsiella enterococcus
 candida aspergillus giardia salmonella shigella campylobacter listeria legionella mycoplasma chlamydia gonorrhea trichomonas
 syphilis herpes zoster shingles varicella measles mumps rubella pertussis tetanus diphtheria hepatitis norovirus rotavirus ebola
 zika dengue malaria lyme babesia ehrlichia nile mpox ebv cmv hsv hcv hbv
 marfan loeys dietz ehlers danlos takayasu behcet sjogren raynaud addison cushings hashimoto barrett gaucher fabry pompe
  lewy friedreich charcot guillain duchenne wernicke korsakoff creutzfeldt kaposi ewing wilms burkitt waldenstrom
 dupuytren peyronie schlatter scheuermann colles lisfranc achilles valsalva epley hallpike heimlich trendelenburg
 romberg babinski kernig brudzinski mcburney rovsing homans lachman tinel mallampati apgar ranson
 framingham centor gleason bosniak hinchey rockall killip mohs whipple nissen billroth roux 
 kasai bentall fontan broviac groshong tenckhoff bartholin meniere menieres perthes
  dobhoff hemovac jevity ensure pediasure glucerna boost neocate elecare alimentum nutramigen similac enfamil
 mag phos vit vits line lines cat cats dog dogs pet pets caine caines claud lido lap chole lapchole ca mets bx pathol supp dex hgb wbc plt cr gfr egfr ldl hdl trop bnp ddimer inr ptt esr crp asa rf anca ferritin
 tte tee cabg pci stent lvad tavr tavi ercp egd eus bal thora para paracentesis thoracentesis lp emr npo prn bid tid qid qhs
 nkda rom dvts pes mis utis copdex aki arf hfref hfpef nstemi stemi svt vtach vfib pvc bradycardia tachycardia afib aflutter
 hpi ros pmh psh fhx shx sob doe cxr kub abd pelv ext neuro psych derm msk gu gyn lmp gpa edc efw nst bpp gdm pih preeclampsia hellp
 tka tha acl mcl pcl meniscus rotator cuff labrum scoliosis kyphosis stenosis radiculopathy spondylosis sciatica plantar fasciitis
 nih nihss lkw tnk tpa gcs mrs abcd2 cha2ds2 hasbled meld tips hcc nash masld nafld cirrhosis varices ascites sbp
 eylea ozurdex iluvien retisert trabecular cataract glaucoma amd keratoconus lasik prk smile
 aptc apc apg ndc nadac rxcui vbc aco acos ipa ipas mso msos hipps hcpc rvu rvus wrvu opps ipps asp wac awp mac
 ach eft era edi cvo caqh nppes pecos sftp api apis sso mfa vpn vdi crm ivr acd wfm kb sop sops qrg job aid jobaid
`;

/** Hospitals, insurers, shops and services that could pass for somebody's name. */
export const COMPANY_WORDS = `
 adecco adp alliant allscripts alorica alsana altamed amerihealth amisys applebees arbys atlanticare atrius avaya avmed bimart binax
 bronxcare buckeye caloptima carefirst careplus cdphp centivo chenmed cisco concentrix conduent conviva cotiviti coventry crouse
 curology cyracom ecmc einstein equian erlanger eskenazi essentia everlywell everside excellus fenway floridablue franciscan guidewell
 gusto harborview hazelden hcsc healthrules hennepin hershey hoag ibx iehp innovage inovalon insperity inspira integris interqual iora
 jencare justworks kaleida kapiolani kareo karmanos keck lahey lankenau lebonheur lewisgale lionbridge lockton marshfield maxor
 meditech menninger metroplus milliman moda mvp nasco nemours nextgen northwestern ohsu oishei ossur ottobock paychex paymode payspan
 performant permobil randstad rippling roudebush sansum skagit sondermind stratus talkdesk tebra teleperformance thriveworks trinet
 trillium tripler trizetto ttec twilio ucare upstate vibra vpay wellmark wellsense wellspan wendys workit xcelys zenefits zuckerberg
 pfizer lilly merck novartis novo sanofi genentech amgen abbvie gsk astrazeneca regeneron biogen gilead takeda bayer teva sandoz mylan
 viatris roche janssen boehringer ingelheim bms alcon allergan bausch lundbeck otsuka galderma abiomed medline mckesson cardinal
 amerisource cencora hannaford schnucks brookshire coborns rexall savon osco surest gravie healthjoy meritain luminare umr webtpa
 ameriben auxiant trustmark varipro quickpay freestyle contour onetouch verio accuchek eversense guardianconnect inpen solu depo
 hy vee abbott alpha prefix suffix
 montefiore maimonides northwell langone presbyterian kettering lenox jacobi bellevue elmhurst hopkins ochsner baylor
 vanderbilt stanford ucla ucsf ucsd brigham beaumont geisinger upmc medstar inova sentara secours carilion atrium novant prisma
 musc piedmont wellstar adventhealth baycare moffitt hermann methodist froedtert allina avera unitypoint mercyone ssm honorhealth
 swedish hackensack virtua christianacare lurie nationwide bioreference natera myriad guardant grail exact cologuard invitae
 citymd gohealth onemedical zoomcare lenscrafters visionworks warby eyemed vsp davis guardian delta dentaquest metlife cigna
 unum hartford lincoln prudential principal aflac colonial assurant ameritas beam
 costplus goodrx singlecare blink pillpack capsule alto truepill expressscripts optumrx primetherapeutics prime rxbenefits magellan
 walgreens duane reade wegmans publix kroger safeway albertsons vons ralphs heb hyvee giant stop shop shoprite meijer
 maven carrot kindbody progyny accolade castlight kaia cerebral talkiatry brightside rula headway charlie folx plume nurx
 transunion equifax experian lexisnexis docusign fiserv instamed zelle venmo stripe zocdoc healthgrades solv phreesia klara
 mychart myquest labcorps medline apria lincare adapt rotech numotion byram edgepark aeroflow medela spectra elvie willow
 hubspot marketo tableau snowflake confluence sharepoint onedrive powerpoint onenote webex teamviewer five9 nice verint calabrio
 linkedin instagram facebook youtube tiktok whatsapp uber lyft modivcare logisticare mtm ride
 mlk juneteenth diwali hanukkah passover ramadan eid yom kippur rosh hashanah kwanzaa
 gujarati tamil telugu kannada malayalam marathi nepali burmese khmer lao laotian thai tigrinya amharic oromo swahili yoruba igbo
 hausa ukrainian romanian serbian croatian albanian greek turkish armenian pashto dari urdu kurdish dutch swedish norwegian
 danish finnish hungarian czech slovak lithuanian latvian estonian hebrew yiddish toisan toishanese fuzhounese hakka ilocano cebuano
`;

/** Surnames in the names of diseases, tests, signs and operations. */
export const EPONYMS = `
 apley neer hawkins yocum hoffman hoffmann ely noble ludington yergason speed kemp milgram laguerre gaenslen stinchfield
 freiberg fairbank steinmann bragard lasegue neri bechterew allis lhermitte wartenberg froment cozen maudsley roos
 adson halstead sjogren cobb lisfranc bouchard heberden mcmurray silfverskiold haglund freiberg
 sever kohler kienbock preiser panner sinding larsen blount perthes scarpa salter mcfarland gower gowers 
 ritchie starling bainbridge hering breuer naughton ellestad balke duke shamblin debakey stanford
 lauge hansen weber hawkins neer garden pauwels seinsheimer evans schatzker gartland milch jupiter frykman tile
 anderson alonzo levine edwards hangman jefferson sgarbossa brugada cornell sokolow lyon romhilt estes
 light dressler becks reynolds charcot ranson balthazar baveno maddrey lille child todani strasberg bismuth couinaud
 nyhus goodsall hinchey dukes haggitt kikuchi spigelman lauren siewert prague savary miller bormann
 osgood kawasaki cushing finkelstein penrose blakemore phalen spurling niemann hoyer legg
 barrett addison cushing marfan burkitt ewing wilson hunter fabry fox jackson pratt swan ganz
 pugh stevens johnson dubin rotor gilbert virchow krukenberg blumer zenker killian jamieson bence jones norwood glenn fontan ross
 breslow clark hartmann hickman blatchford child wells geneva bishop bristol duke hunter hurler paget conn wilson graves bell
 hodgkin fournier kell duffy kidd lewis alport bartter gitelman liddle fanconi goodpasture wegener churg strauss still felty caplan baker morton bennett boxer jefferson
 monteggia galeazzi barton pott jones salter harris garden weber gustilo anderson mason dixon murphy cullen turner kehr
 hamman carnett boas courvoisier trousseau chvostek osler janeway roth hill quincke corrigan kussmaul cheyne stokes biot levine
 wolff parkinson white brugada lown ganong levine mobitz wenckebach ebstein eisenmenger fallot lutembacher marie tooth sydenham
 tourette gerstmann klumpke erb horner brown sequard weil jarisch herxheimer pel chagas hansen whipple reye kearns sayre leigh
 lesch nyhan prader willi angelman rett williams noonan klinefelter patau edwards down digeorge beckwith wiedemann
 sturge weber von hippel lindau recklinghausen peutz jeghers cowden gardner turcot lynch li fraumeni bloom fanconi
 rosai dorfman castleman letterer siwe burkitt sezary waldenstrom evans bernard soulier glanzmann willebrand
 dix hallpike semont brandt daroff thomas trendelenburg ober galeazzi ortolani barlow mcmurray thompson simmonds
 mcgill bethesda rutherford fontaine hunt hess fisher spetzler martin killip forrester framingham reynolds
 mini cog beck hamilton young zung epworth berlin borg rankin barthel katz lawton tinetti berg braden waterlow
 mary joseph sister sipple wermer zollinger ellison verner morrison mallory weiss boerhaave plummer vinson schatzki
 cronkhite canada menetrier ogilvie hirschsprung meckel mckittrick wheelock sims bartholin naboth
`;
