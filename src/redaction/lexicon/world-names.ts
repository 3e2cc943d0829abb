/** Given names of peoples whose names American and European lists leave out, in the spellings that are met here. */
export const GIVEN_NAMES_OF_THE_WORLD = `
 wangari wambui wanjiku wangui waithera nyambura nyokabi njoki wairimu mumbi muthoni gathoni nyawira wanja waceera njambi kariuki
 kamau gitau macharia kimani mbugua ngugi githinji maina gichuru muriuki kibet kipkemboi kipchoge cheruiyot chebet jepkosgei
 chepngeno jelagat kiprono korir onyango ouma odhiambo owino okoth akinyi atieno adhiambo anyango awuor auma nekesa nafula wafula
 mwajuma mwanaidi mwanahamisi zuhura zawadi salum rashidi hamisi ramadhani shabani bakari mwinyi neema rehema upendo furaha imani
 amani baraka daudi yohana petro saada tumaini juma sauda asha halima hadija khadidja mwanajuma subira faraji hadiza hauwa aisha
 rakiya maryama binta fatsuma zulai ladidi jummai asabe talatu lami rabi balarabe sani garba shehu danjuma murtala yakubu ishaku
 haruna bello umaru aminu lawal kabiru sadiq nafisa hafsat rukayya sadiya zaharau bilkisu safiya ummi adaeze adaora adanna chiamaka
 chidimma chinwe chinonso chinyere chisom ebere ebele ekene ezinne ifeanyi ifeyinwa ijeoma ikenna kelechi kosisochukwu nnamdi nneka
 nkiruka nwando obiageli obioma ogechi okechukwu onyinye somtochukwu tobechukwu tobenna uche uchechi ugochi uzoma chukwuemeka
 chukwudi chukwuma ikechukwu obinna onyeka ugonna zikora amarachi chizoba olanna abiola abimbola adebola adedayo adekunle adenike
 aderonke adesola adetokunbo adewale afolabi ajoke akinola akintunde anuoluwapo ayobami ayomide babatunde bamidele bolanle bolaji
 bosede busola damilola dayo ebunoluwa eniola fisayo folasade folashade gbenga ibukun idowu iyabo jumoke kayode kehinde kikelomo
 lanre modupe mojisola morenike niyi olabisi oladele olamide olanrewaju olawale olayinka olufemi olufunke olusegun oluwatobi
 oluwadamilola omolara omotola oyinkansola remilekun ronke rotimi sade seyi shade simisola sola subomi tayo temi tiwa titilayo
 titilola toyin tokunbo wale yejide yemi yewande yinka bola bukky funke folu tolu tosin wura abla adjoa adwoa afua afiba akosua
 akwasi akwesi ameyo baaba ekow esinam fiifi kobina kwabena kwadwo kwaku kweku kwesi maame mawuli nana ohene papa sefakor yawa
 kouame kouassi konan adjoua amenan affoue koffi ahou akissi rutendo tendai tinashe tatenda tafadzwa chipo chiedza farai fungai
 kudzai kudzanai munashe nyasha rudo ruvimbo shamiso shingai simba tapiwa tariro tawanda tonderai vimbai yeukai rumbidzai tsitsi
 anesu makanaka mufaro nokutenda panashe ropafadzo nomsa nomusa nomthandazo nolwazi nonhlanhla ntombi ntombizodwa nozipho noxolo
 nokuthula nobuhle mbali zodwa zandile zinhle thandeka thandiwe thembi thulani sibusiso sizwe sifiso siphiwe siyabonga sandile
 mandla lungile lwazi lindani khanyi khethiwe bhekizizwe buhle busisiwe dumisani jabulani mthunzi musa nkosana phumzile philani
 sanele vusi xolani zola zanele mpho palesa refilwe tshepiso tumelo katlego karabo keabetswe kgomotso lebogang lesedi mosa naledi
 puleng reitumetse thabang tebogo tiisetso abeba abeje adanech alem alemayehu amsale aster ayana bereket berhane betelhem biruk
 birtukan dagmawit dawit demeke eleni elsabet emebet ephrem etenesh eyerusalem fikru freweini getachew genet girma haimanot hanna
 hirut kidane kidist lemlem liya mahlet marta mebrat mekdes melaku mihret mulugeta netsanet rahel roza saba samrawit senait seble
 semhar sintayehu solome tadesse tekle tesfa tewodros tirunesh tsehay tsion wubit yared yeshi yodit zenebech zewditu abdi
 abdirahman abdikadir abdullahi abshir amina asad asho ayaan bile cawo dahir deqa fadumo faduma fardowsa filsan guled habiba halimo
 hani hibo hinda hodan hodo idil ifrah ilhan ismahan jama khadra ladan liban magan maryan mohamud muna nasra nimco nimo qamar ramla
 roda roble sagal sahra sahro saido samatar shukri sucdi ubah warsame xawo yasmiin yusra zamzam bashir bashira basma batoul bayan
 bushra buthaina duaa dunya anoud arwa asmaa ayat bassam bilqis fadwa faiza fares farida fatin fayza ghada ghassan haifa hakim
 hamid hanaa hanan hayat hazem hiba hind hisham ibtisam ikram iman inaam intisar ismail israa jamila jawad jihad kamila kareem
 khaled khalil khulood laith lamya lubna maha mahdi majid malak manal mansour marwa maysoon mazen mona mouna muhannad munir mutaz
 nabil nada naima najwa nawal nazih nihad noha nouf nuha osama qasim rabab raed rafif raghad rahaf raja ramez rana rasha rawan raya
 riyad rola ruba saad sabah sadia sahar said salah saleh salim salwa sami samah samer sanaa sarab shadia shahd shaima sharif shatha
 siham souad suad suhail suhair sumaya taghreed tahani talal tarek thana wafa wael wahid walid ward wisam yahya yara yasir zaid
 zainab zaki zeina ziad anahit aram ararat armine arpine artur ashot astghik davit gayane gevorg gohar hakob hamlet hasmik hayk
 hovhannes hripsime karine karo lilit lusine mane mher nairi narek narine nune ruzanna satenik seda shushan siranush tatev tigran
 vahagn vahan vardan varduhi vartan yervand zaruhi zaven avto beka eteri giorgi guram ketevan khatia lado lasha levan lika mamuka
 maka manana mariam nato nino nutsa otar rusudan salome shota tamar tamta tamuna tinatin tornike vakhtang zurab gulnara gulnaz
 gulshan aigerim aibek ainur aizada akmal alisher anvar askar asel ayjan azamat aziza bakyt baurzhan botir daniyar dilbar dilnoza
 dilshod dinara diyor erlan farrukh feruza fotima gulbahor gulchehra guldana gulmira gulsara gulzar guzal ilyas islom jahongir
 jamshid kamola kanat komil lola madina malika marat maftuna mukhtar munira nargiz nargiza nilufar nodira nozima nurlan nurgul
 nursultan odil oybek ozoda rano rustam ruslan sabina saida saodat sardor shahnoza sherzod shoira timur tursunoy ulugbek umida
 yulduz zamira zarina zebo zhanna zhazira zukhra ahmet aylin ayse aysel ayten baris basak bahar batuhan berk beyza bulent burak
 burcu cansu cemal cemile ceren deniz derya dilek ebru elif emine emre engin ercan erdem esra fatih fatma ferhat feride filiz fusun
 gizem gokhan gulay gulsum hacer hakan halil hande hatice havva hulya huseyin ilayda irem kadir kemal kerem kubra lale levent leyla
 melek melike meltem merve mert mehmet mesut meryem murat nazan nazli nermin nesrin nilgun nihal nuray nurcan okan oktay omer onur
 ozge ozgur ozlem pelin pinar rabia recep refik reyhan sadik safak selcuk selim selin selma semih semra serap serdar serkan sevgi
 sevim sevil sibel sinem songul suleyman sule tolga tuba tugba tulay ufuk ugur umit umut utku volkan yavuz yeliz yigit yildiz yonca
 zehra zeki zeynep abbas afsaneh alireza amir amirali anahita arash arezoo arman armin arshia aryan atefeh azadeh azar babak
 bahareh bahram banafsheh bardia behnam behrouz behzad bijan bita darius dariush davood ehsan elaheh elham fariba farideh farshad
 farzad farzaneh fatemeh fereshteh firouzeh forough ghazal golnaz golnar hadi hamed hamideh hengameh hooman hossein iraj jaleh
 kamran katayoun kaveh keyvan khosrow kiana kianoush laleh leili mahin mahmood mahnaz mahsa mahshid mandana maryam masoud masoumeh
 mehdi mehran mehrdad mehrnaz mina minoo mitra mohsen mojgan morteza nahid narges nasim nasrin nazanin neda niloofar nima nooshin
 omid parisa parviz parvin payam pejman pooya pouya ramin reza roya roxana saeed sahel saman samaneh sanaz sara sepideh setareh
 shadi shahin shahla shahram shahrzad sharareh sheida sheyda shideh shima shirin shohreh shokoufeh siamak simin sina sohrab soheil
 soraya susan taraneh vahid yalda yasaman zahra zhaleh zohreh ziba abhay abhijit abhinav abhishek achyut adarsh aishwarya ajit
 akash akhil akshay alka alok amala aman amar ambika amrit amrita amruta anand anandi anantha anirudh anish anitha anjali anjana
 anju ankit ankita ankur anshul anuja anupam anuradha anurag aparna apoorva archana aruna arvind ashish ashok ashwin ashwini asmita
 atul avani avinash ayesha ayush balaji bansari bhanu bharat bharati bhargav bhaskar bhavana bhavesh bhavika bhavin bhavna bhumika
 brijesh chaitanya chandan chandra chandrika charu chetan chirag chitra damini darshan darshana deepa deepali deepti devang
 devendra devika dhananjay dharmesh dhaval dhruv dhruvi dhwani dilip dimple dinesh dipak dipali dipti divyesh durga eesha falguni
 ganga gaurav gauri gautam gayathri gayatri girish gita gopal govind gulab gunjan hansa hardik hari harini harish harsh harsha
 harshad harshal hema hemal hemant hemlata heena hetal himani himanshu hiral hitesh indira indu isha ishita ishwar jagdish jagruti
 jahnavi jaimin janaki janhvi jatin jaya jayanthi jayanti jayesh jayshree jesal jigar jignesh jinal jitendra jyothi jyotsna kailash
 kajal kala kalpana kalpesh kalyani kamal kamala kamini kamlesh kanchan kapil karan karthik karuna kashish kaushal kaushik ketan
 keyur khushbu kiran kirit kirti kishan kishor komal krishna kritika krupa kumud kunal kusum lalita lalitha lata latha laxman laxmi
 leela lokesh madan madhav madhavi madhu madhur madhuri mahendra mahima mahesh malathi malini mamata mamta manali manan manasi
 mandar mangala manik manish manisha manjiri manju manjula mansi maulik mayank mayur mayuri meenakshi meera megha meghana mehul
 milan milind minal mira mitali mitesh mohan mohini mohit monal monika mridula mrinal mrunal mukesh mukta mukund murali nachiket
 nagesh naina naman namrata nanda nandini narayan naren narendra naresh natasha naveen navin neelam neelima neeraj neeta nehal
 nidhi nikhil nikita nilam nilesh nimisha niraj niranjan nirav nirmal nirmala nirupama nisarg nishant nishi nishita nitya nitesh
 niti nitika niyati nupur omkar padma padmaja pallavi parag paras paresh parth parul parvati pavan pavithra payal phalguni piyush
 poonam poornima prabha prabhakar prachi pradeep pradnya prafulla pragna prajakta pramila pramod pranav pranay pranita prasad
 prashant pratap prateek pratibha pratik pratima praveen pravin preeti prem prerana preethi priti priyal priyanka prutha pulkit
 purnima purvi pushpa rachana rachna radha radhika raghav raghu rahi rajani rajashree rajat rajeev rajendra rajeshwari rajiv rajni
 rajshree raju rakesh rakhi raksha rama raman ramila ramya ranjan ranjana ranjit ranjith rashmi rasik ratan rati ravi ravindra
 reema reena rekha renu renuka reshma revathi richa riddhi ridhima rina rishabh ritesh ritika ritu rohini rohit roopa roshan roshni
 ruchi ruchika ruchita rupa rupal rupali rushabh rutvi rutuja sachi sadhana sagar sahil sakshi salil samarth sameer sampada sandeep
 sandhya sangeeta sangita sanjana sanjiv sanjukta sankalp santosh sapna saraswati sarika sarita sarojini sarthak sasha satish satya
 saurabh savita savitri seema shailaja shailesh shaila shalini shanta shanthi sharad sharda sharmila shashank shashi sheela shefali
 shilpa shirish shital shivam shivani shobha shraddha shreyas shrikant shruti shubham shubhangi shweta siddharth siddhi smita
 smriti smruti sonal sonali sonam soumya sourav sreenivas srinivas sridevi sridhar srikanth subhash subodh sucheta sudha sudhir
 sugandha suhas suhasini sujata sujatha sujay sukanya suman sumana sumati sumeet sumitra sundari sunaina sundar supriya surabhi
 suraj surekha surendra surya sushil sushila sushma suvarna svati swapna swapnil swara tanmay tanuja tanvi tara tarun taruna tejal
 tejas tejaswini trupti tulsi tushar uday udita ujjwala umang umesh unnati upasana urmi urmila urvashi urvi usha utkarsh utsav
 vaibhav vaidehi vaishali vaishnavi vandana vani varsha varun vasant vasanthi vasudha vasundhara vatsal veena venkat venkata
 venkatesh vibha vidhi vidya vijaya vimal vimala vinay vinaya vineet vinita vinod vipin vipul viraj virendra vishakha vishal vishnu
 vishwa vivek vrinda vrushali yamini yash yashoda yashwant yatin yogesh yogini yogita zarna zeel amarjeet amrik baldev balbir
 baljeet balraj bhupinder charanjit daljit davinder gagandeep gurbir gurcharan gurdeep gurinder gurjeet gurjit gurleen gurmeet
 gurnam gurpal gursharan gurvinder harbhajan harbir harjeet harjinder harjit harjot harkirat harman harmeet harminder harvinder
 hardeep inderjit inderpal ishpreet jagdeep jagjit jasbir jasdeep jaskaran jasleen jasmeet jasvir jaswant jaswinder jatinder
 kamaljit karamjit karanjit karanveer kirandeep kulbir kuldeep kulwant kulwinder lakhbir lakhwinder mandeep maninder manjeet
 manjinder manjit manmeet manmohan manvir mohinder narinder navdeep navjot navneet nirmaljit paramjit parminder parmjit parvinder
 prabhjot prabhleen pritpal rajdeep rajinder rajvir rajwinder ramandeep ramneek ranbir ranjodh ravinder rupinder sarabjit sarbjit
 satinder satnam satwinder simran simranjit sukhbir sukhjit sukhmani sukhpreet sukhvinder sukhwinder supreet surinder surjit
 talwinder tarlochan taranjit tejinder varinder virender yadwinder abida adeela adnan afshan aftab ahsan aijaz aliya almas ambreen
 amjad anees anwar arif arshad asghar asif aslam asma ateeq atif atiya ayaz azhar azra babar daud faheem faisal faizan farhan
 farhat farrah fauzia fayyaz fazal fozia ghazala ghulam hafeez haider hameed haroon hashim hassnain humaira huma iftikhar ijaz
 imtiaz inam iqbal irfan irum ishaq ishrat jahangir jamshed javed javeria jawed kaleem kashif kausar khalida khurram khurshid
 kulsoom liaqat madiha maheen mahnoor maria mehreen mehvish misbah mohsin mubashir muneeb munawar munazza musarrat mushtaq muzammil
 nabeel nadeem nadir naeem naheed najma nargis nasir nasreen naveed nayab nazia nazir nida nighat noman nosheen parveen pervaiz
 qaiser qudsia rabiya rafiq raheel rahila rashida rauf razia rehan rehana rehman rida rizwan rizwana robina rubina rukhsana saadia
 sabeen sabiha sadaf safdar saima saira sajid sajida salma salman samia samina sana saqib sarfraz sarwar seemab shabana shabbir
 shafiq shaheen shahida shahid shahnaz shahzad shahzadi shaista shakeel shama shamim shamsa shaukat shazia sheeba shehnaz shehzad
 shoaib sidra sobia sumaira summera tabassum tahir tahira tahmina talat talha tanveer tanvir tanzila tariq taslima tasneem tauseef
 tayyab tehmina ubaid umair umar umer uzma wajid waqar waqas waseem yasmeen yousaf zafar zaheer zahid zahida zahoor zeba zeeshan
 zeenat zubair zubaida zulfiqar abdur abul afroza anisur arifur ashraful ataur aysha dilruba fahmida farhana fatema ferdousi
 habibur hasina jahanara kamrul khaleda lutfun mahbub mahbuba mahfuz mamun masuda mehedi mizanur moinul monowara morshed mosharraf
 mushfiqur nazmul nazrul nilufa nurul rafiqul rahima rashedul razzak rezaul rokeya ruksana saiful salahuddin selina shafiqul
 shahana shahidul shamsun sharmin shirina sultana tanjina zakia zahirul apinya anong anchali aroon arthit busaba chai chaiya
 chalerm chanida chanthira chatchai duangjai ekachai jintana kamon kanchana kanokwan kanya karnchana kittisak kulap lawan mali
 malee manee mongkut narong natthaya nattapong nittaya nongnuch orathai panida parichat patcharee pensri phailin phawta pichit
 pimchan piyaporn ploy porntip prasert prapaporn preecha ratana ratchanee rungnapa saowanee sarawut sasithorn siriporn siriwan
 somchai somjit somkiat somluck somporn somsak somsri sopha suchada suda sumalee sunee supaporn suphan supranee surasak suree
 suwannee tasanee thanaporn thaksin thanom thawat thida thongchai uthai varaporn vipa waan wanida wanpen wassana wilai wipawee
 worawit yupin bounmy bouavanh bounthavy chanh chansouk houmphanh khamla khamphet khamphone khampheng khamsing khamtay khanthaly
 manivanh phayvanh phetsamone phoukham phonesavanh sengdao sisavath somphone soulivanh souksavanh souphaphone thongkham vanida
 vannasone viengkham bopha chamroeun chanthy channary chea dara kosal kunthea makara mealea mony nary nimol phalla phally phirun
 pich pisey ponlok pros ratha rattana rith rithy samnang saroeun savuth serey sokha sokhom sokly sokun sopheap sophea sophal sophat
 sophy sopheak sothea sovann sovanna sreymom sreyneang thavy thearith vannak vanna veasna vibol vichea vuthy yorn aung htet htun
 hlaing khaing khin kyaw lwin maung myint naing nilar nyein phyo phyu pyae sandar sanda shwe thandar thant thaw thein thet thiha
 thinzar thura yamin zarni zayar buntha chao cheng chong foua kaying kazoua khou kong maikou maly neng pahoua pachia pakou panyia
 payeng phia sheng shoua soua teng touger toua youa zoua agustin aileen alon amihan analyn analiza arlene armando arnold aurelio
 babylyn benigno bernadette bong cherrylyn corazon crisanto cristeta dalisay danilo dindo divina dolor efren eleuterio elpidio
 emelita erlinda erwin estrellita evangeline felicidad felicitas fidel filomena florante florencia florencio flordeliza gilda gina
 gregorio herminia honorata imelda isagani jayson jejomar jericho jerwin jhoanna jomar jonalyn josefina josephina joselito jovita
 junjun katrina leonila leonora liezl ligaya lito lourdes lualhati luzviminda mabini maribeth maricar marilou marites marivic
 marlon marlyn mayumi melchor mercedita merlinda milagros myrna narciso nenita nestor noli norberto norma ofelia orlando pacita
 perlita pilar primitiva prospero quirino rafaela ramil renato reynaldo rizalina roberta rodelio rogelio romeo romulo rosalinda
 rosario roselyn rosita rowena rufino salvacion santiago sheryl sonny teodora teofilo teresita teroy ursula venancio vicenta vilma
 virgilio wilfredo wilma yolly zenaida zosima ahorangi anahera ariki aroha hana hemi hine hinemoa hohepa hone huia kahurangi kiri
 mahina manaia marama mere mikaere moana ngaio ngaire ngahuia nikau pania paora pita rangi rawiri rewi rongo tama tamati tane
 tangaroa tangi tawhiri tiare waimarie wiremu aleki alofa amelia atonio faleolo fetu folau fono ioane iosefa lagi leilua leota losa
 malakai malia mele mose nofo palepa penitoa sefina sefo semisi sione siaosi siosaia tala talia taufa tavita tevita tupou viliami
 viliame akanesi akosita alipate apisai asenaca ateca epeli eroni filipe ilaitia isikeli jone joeli josaia kelera litia losena
 luisa manasa mereani mosese naomi ratu sainimere salote sala semi seru sitiveni taniela timoci tomasi unaisi vasiti viniana
 waisale haunani hoku ihilani iokepa iolana kaiko kailani kainalu kaipo kaleo kamaka kamakani kamalei kamuela kanani kanoa kapono
 kawika kekoa keoni kiele kimo konane kuulei lani lehua leimomi likeke lilinoe lokelani makaio makana makani mahealani maile
 mokihana nahele nalani nohea palila pikake piilani pohaku puanani uilani ululani wailani ailbhe aine aodhan aoibheann ardal bairre
 brid brighid cathal ciaran clodagh colm conall cormac daithi deirdre diarmuid donncha eabha eadaoin eamon eilis eimear eithne enda
 ethna fergal fiadh fiona fionn fionnuala gearoid grainne iarlaith laoise lochlann maire mairead maolcolm meadhbh muireann muiris
 nuala oonagh padraic padraig peig proinsias roisin ronan rory sadhbh seamus seana sile sinead sorcha turlough ualtar angharad
 aneirin bethan blodwen bronwen bronwyn carys ceinwen ceri cerys delyth dilys eirlys eluned emrys ffion geraint gethin glenys
 gruffydd gwen gwenllian gwyneth heledd hywel iestyn ieuan ifan iolo llewelyn lowri mair mari megan meinir meirion menna mererid
 myfanwy nerys olwen owain rhian rhiannon rhodri rhydian sian sioned tegan tegwen tesni tudur ailsa alasdair angus calum catriona
 coll eilidh ewan fearghas fergus finlay fraser gregor hamish iain iona isla kirsty lachlan mairi malcolm morag morven murdo niall
 ruaridh seonaid sorley torquil albena aleksandar asen bilyana bogdan borislav boyan boyana daria desislava dessislava dimitar
 donka dragan dragana elitsa gergana hristina hristo iskra ivaylo ivelina kalina kalin kamen katya krasimir lyubomir lyudmila mila
 milena milka mitko momchil nedyalko nevena nikola ognyan penka petar petya plamen polina radka radostina rositsa rumen rumyana
 silviya simeon snezhana stanislav stefka stoyan svetlin svetoslav todor tsvetan tsvetelina valentin vanya vasil velichka veselin
 vesela yana yavor yordan yordanka zdravko zlatka zhivko adela adriana alin alina ancuta andreea anca aurel beatrice bogdana
 camelia catalin catalina ciprian claudiu codrin corina cornel cosmin costel crina cristian cristina dacian daciana dana danut
 delia diana doina dorin dragos dumitru ecaterina elena emanuela eugen eugenia felicia florentina florin florina gabriela georgeta
 gheorghe ileana ilie ilinca ioan ioana ionel ionela ionut iulia iulian iuliana larisa laurentiu lavinia liliana liviu loredana
 lucian luminita madalin madalina magda manuela marcel marian mariana marius matei mihaela mihai mihail mircea mirela miruna monica
 narcisa natalia nicoleta nicusor octavian oana olimpia otilia ovidiu paraschiva petru petronela radu raluca razvan remus rodica
 sabin silviu silvia simona sorin sorina stefania stelian steluta teodor tiberiu traian tudor valeriu vasile veronica victoria
 violeta viorel viorica virgil vlad admir adrijana ajla aleksandra almir alma amela amra bojan bojana borivoje branislav branka
 branko damir danica danijela darko dejan dijana dino dragica drazen duska dusan dzenan dzenana edin edina elvira emina emir enes
 ermin fadil fikret goran gordana haris hasan igor ines irma ivana ivica jadranka jasmina jasna jelena jovan jovana ksenija
 ljiljana ljubica ljubomir lejla maja marija marijana marko mato mersiha milana milica miljana milos milorad miodrag mirjana mirko
 miroslav mirsad mirza mladen momir muamer natasa nebojsa nedim nemanja nenad nermina nijaz nikolina ognjen petra predrag radmila
 radovan ranka ratko renata safet samira sanel sanela sanja sasa savo sead semir senad senka sinisa slavica slavko slobodan snezana
 srdjan stana stevan suada suzana svetlana tamara tanja tatjana tihomir uros vanja velimir vera vesna vjekoslav vladan vladimir
 vojislav zdenka zeljka zeljko zivko zlatan zoran zorica zvonimir agron albana albert alban arben arbnora ardian arta artan astrit
 bardhyl bekim besa besim besnik blerim blerina bujar burim dafina dardan donika drita driton edona elira elona endrit enkela ermal
 fatmir fatime fatos flamur flutura genc gezim gjergj hajdar ilir ilirjana jeton kaltrina klodian kreshnik kujtim lindita liridona
 liridon luan lulzim majlinda mimoza mirjeta naim nexhat petrit qendrim rezarta sadije shkelqim shpend shpresa skender teuta
 valbona valdete valon vjollca xhevahir yllka agata alicja andrzej aneta aniela bartek bartosz beata bernadeta boguslaw bogumila
 bozena cezary czeslaw dagmara danuta dariusz dobromir dorota edyta elzbieta ewelina franciszek gosia grazyna halina henryk ilona
 irena iwona izabela jacek jadwiga jakub janina janusz jaroslaw jarek jerzy joanna jolanta kacper kamil karolina kasia kazimierz
 kinga konrad krystian krystyna leszek lidia lucyna lukasz maciej magdalena malwina marcin marek mariola mariusz marzena mateusz
 mieczyslaw mikolaj milosz miroslawa olgierd oliwia patryk paulina pawel piotr przemyslaw radoslaw rafal roksana ryszard sebastian
 slawomir stanislaw stanislawa sylwester sylwia szymon tadeusz teresa tomasz urszula wanda wieslaw wieslawa wiktor wiktoria
 wioletta witold wladyslaw wlodzimierz zdzislaw zenon zofia zosia zuzanna zygmunt alena alzbeta barbora blanka bohumil dagmar
 dalibor dusana eliska frantisek hedvika hynek ilja jana jarmila jarmil jaromir jaroslav jindra jindrich jirina jiri jitka josef
 jozef katerina klara kristyna kveta kvetoslava ladislav lenka libor libuse lubos lucie ludek ludmila lukas marcela marketa matej
 miloslav milada miroslava oldrich ondrej otakar pavel pavla petr premysl radek radim richard roman ruzena slavomir stanislava
 stepan svatava tadeas tereza vaclav vendula veronika viera vlasta vojtech zbynek zdena zdenek zuzana agoston aniko aranka arpad
 attila balazs balint bela bence boglarka csaba csilla denes edit eniko erika erzsebet eszter ferenc flora gabor gabriella gergely
 gizella gyorgy gyongyi gyula hajnalka ibolya ildiko imre istvan ivett janos jozsef judit julianna kalman karoly katalin krisztian
 krisztina laszlo levente lilla magdolna matyas melinda miklos mihaly nikolett noemi orsolya otto peter piroska reka rita robert
 rozalia sandor sarolta szabolcs szilvia tamas terezia tibor timea tunde valeria vilmos viktor zita zoltan zsofia zsolt zsuzsa
 zsuzsanna ludmilla lyuda anzhela arkady artem artyom danila darya denis dima efim eldar evdokia evgenia evgeny fedor filipp fyodor
 gennady georgy gleb grigory inna innokenty ilya kirill klavdia konstantin kostya ksenia lidiya lilia liliya luda maksim margarita
 marfa marianna marina maxim nadya nastya nelli nina oleg olesya praskovia raisa renat rodion rostislav semyon semen sergey slava
 sofya svyatoslav taisia taras timofey tolya uliana ulyana vadim valentina valeriy valery varvara vasily vasilisa viktoriya vitaly
 vladislav vyacheslav yakov yaroslav yaroslava yefim yegor yelena yuliya yulia yuri yury zakhar zhenya zinaida zoya andriy bohdan
 bohdana dmytro halyna hryhoriy ihor iryna khrystyna lesya liubov liudmyla lyubov mariya maryna mykhailo mykola mykyta myroslava
 nataliia nataliya natalka odarka oleh oleksandr oleksandra oleksiy olena orysia orest ostap pavlo roksolana ruslana serhiy
 solomiya stepaniya svitlana tetiana tetyana valeriya vasyl viktoriia volodymyr yevhen yevheniia yuliia yuriy zoryana agnese aija
 aivars aldis andris anete antra arturs baiba dace daiga daina dainis dzintra edgars eriks evija gatis gints guntis ieva ilze inese
 inga ingus ivars janis jekaterina juris karlis kristaps laila laima liene ligita linda liga mara maris martins modris normunds
 oskars raimonds raivis ralfs rihards rolands sandra santa signe silvija skaidrite solvita toms uldis valdis vija viesturs vita
 zaiga zane zigurds algirdas algis antanas arunas asta ausra birute dalia danguole donatas edita egle gediminas gintaras giedre
 greta jonas juozas jurate jurgita kestutis kristina laimonas linas loreta mantas mindaugas nijole neringa rasa rimantas ruta
 saulius simonas stasys sigita tadas tomas vaida vaidas valdas vida virginija vytautas zivile zydrunas aino aleksi anneli anssi
 antero antti arja arto eero eeva eija eila elina hannele hannu harri heikki heidi heli henna hilkka ilkka inkeri irja irmeli
 jaakko jani jari jarmo johanna jorma jouko jouni juha juhani jukka jussi kaarina kaisa kalevi kalle kari katja katri keijo kimmo
 kirsi laura lauri leena liisa maarit maija marja marjatta markku martti matti merja mika mikko minna mirja niina oskari outi paavo
 paivi pasi pauli pekka pentti petri pirjo pirkko pertti raija raimo reijo riikka riitta risto ritva saara sakari sanna satu seppo
 sini sinikka sirkka sirpa sisko soile taina taisto tapani tapio tarja teemu teija teppo terhi terttu tiina timo toivo tuija tuomas
 tuula tuulikki ulla unto urho vappu veikko vesa vieno ville virpi voitto yrjo aagot aase anniken arild arne asbjorn aslaug astri
 audun bente berit bjarne bodil borghild brit brynjulf dagfinn dagny einar eirik eivind eldbjorg erlend espen eyvind finn frode
 geir gerd grete gudrun gunhild gunnar gunvor haakon hakon halvard halvor hanne harald hedda hege helge hilde hjordis inge ingeborg
 ingebjorg ingunn ingvild jarle jorunn jostein kare kjell kjersti kjetil knut lisbeth magne magnhild maiken marit mette nils norunn
 oddbjorg oddvar olaug oyvind ragna ragnar ragnhild randi reidar reidun rolf ruben sigbjorn sigrid sigrun sigurd sissel sivert
 solfrid solveig stale stein steinar sturla sunniva svein sverre synnove terje thora thorleif thorvald toril torbjorn tore torgeir
 torill tormod torstein torunn tove trine trond trygve turid unni vegard vemund vibeke vigdis yngve annelies anouk arjen bart bram
 carlijn corrie daan dieuwke dirk eefje elke evelien femke floor fokke geert geertje gerrit gijs guusje hanneke harm heleen hendrik
 hendrika hidde ilse ineke jaap jacoba jacobus janneke jantje jelle jeroen joep joke joost joris jurriaan katrien koen koos
 leendert lieke lieve lotte maaike maarten marieke marijke marjolein marloes martijn mieke nelleke niels noortje pieter pieternella
 reinier rens rinske roos rutger ruud saskia sanne sietske siebe sjaak sjoerd stijn teun thijs tijmen tineke truus wiebe willeke
 willemijn wouter yvonne antje anneliese annegret bärbel bernd birgit birgitta burkhard carsten detlef dieter dietrich dorothea
 eckhard elfriede elsbeth erdmute erhard ernst falko friedhelm friedrich fritz gabriele georg gerda gerhard gerlinde gertraud
 gisela gottfried gunda gunther hannelore hansjorg hartmut hedwig heike heiko heiner heinrich heinz helga helmut herta hildegard
 holger horst ilka ingrid irmgard irmtraud joachim jochen jorg jurgen jutta karin karl karlheinz kerstin klaus kunigunde kurt
 lieselotte lothar ludwig luise lutz manfred marlies matthias mechthild norbert ortrud otmar ottilie rainer reiner reinhard
 reinhold renate roland roswitha rudiger rudolf sabine siegfried sieglinde sigmund silke steffen swantje thilo torsten traudl
 ulrich ulrike volker waltraud werner wilfried wilhelm wilhelmine winfried wolfgang wolfram margarethe margareta amandine anais
 armelle aurelie aurore baptiste bastien benoit berengere blandine brigitte capucine cedric celine chantal clemence clement colette
 coralie cyril cyrille delphine denise didier dominique edouard elodie emeric emile emilie emmanuelle ernestine estelle etienne
 eugenie fabien fabienne fabrice fanny felicien fernand firmin flavie florent florian florence francine frederic frederique gaelle
 gaston genevieve geraldine germaine ghislaine gilles gisele gregoire guillaume gustave gwenaelle henriette herve honorine hortense
 hubert hugues huguette irene jacqueline jeannine jerome joelle josette josiane julien juliette laetitia laure laurent leocadie
 leonie leopold lionel loic louison lucette lucienne ludivine ludovic madeleine maelle manon marcelle marceline margaux margot
 marguerite marielle marjolaine maryse maryvonne mathieu mathilde maud maxence melanie mireille morgane muriel mylene nadege nadine
 nathalie nicolas ninon noemie noella odette odile olivier ophelie oriane pascal pascale patrice paulette perrine philippe
 philomene pierrette quentin raoul raymonde regine regis rejeanne remy renaud rene rodolphe romain romane rosalie roseline roxane
 sandrine severine simone sixtine solange solene stephane suzanne sybille sylvain sylvette sylvie tanguy thibault thierry tiphaine
 valerie veronique violaine virginie viviane wilfrid xavier yann yannick yolande yves yvette fritznel wilner guerline guerlande
 islande marjorie mirlande rosemene esther stanley wideline widlene yolene yvrose dieudonne dieula evens fedner frantz gesner
 jocelyne jovenel kettly lunise magalie makenson manoucheka ange myrlande nesly odilia philocles rodny roodly ronel saintilia wesly
 wisly woodly altagracia anyelina arelis argentina belkis bienvenida bienvenido confesora damaris danilda deyanira dulce eladia
 eladio esmeralda eufemia fausto fiordaliza francisca franklyn genaro gladys griselda heriberto hipolito hortencia idalia ivelisse
 jeidy juana juanita kenia leandro leocadia ligia lissette magaly magdaleno maritza marleny mayra mercedes minerva mirna modesta
 nidia nieves noelia nuris odalis osvaldo oneida pelagia perfecto persio porfirio primitivo ramona raysa rigoberto rosanna rosaura
 ruperto scarlin secundino sobeida teodoro teofila tomasina ulises vinicio wander yajaira yamilet yanira yeimy yenny yessenia
 yokasta yolanda yudelka yuleisy zoraida zunilda zulema abelardo adalberto agapito alirio amado amparo anastacio anibal aniceto
 antonieta apolonia arcadio arnulfo asdrubal atanasio aureliano aurora azucena baldomero balbina barbarita beatriz belen benancio
 benito bernarda bernardino bertila blanca bonifacio brigida brigido caridad casimiro casilda catarino cayetano cecilio celestina
 celestino chavela cipriano cirilo claudina cleotilde conrado cresencio crispin crisanta cruzita cuca damaso delfina delfino
 demetrio deogracias desiderio domitila dorotea efrain elvia elodia emigdio eneida epifanio erendira ermelinda ernestina erasmo
 espiridion eulalia eulalio eusebia eusebio eustolia evangelina evaristo fabiola facundo federico feliciano felipa fermin filiberto
 filomeno fortunato froylan fulgencio gaudencio gerarda gervasio gilberto graciano gumersindo hermelinda herminio hermosinda
 hilario hilda honorio horacio humberto idolina ignacia inocencia inocencio irineo isabelino isidora isidro jacinta jacinto
 jerónimo jeronimo jesusita juventino ladislao laureano lazaro leobardo leocadio leonardo leoncio leonel leonides leonor leopoldo
 leticia librado lisandro lorenza lucero lucila lucrecia ludivina macario marcelina marcelino marciano margarito maricela maricruz
 mariano maximiliano maximino melquiades micaela misael modesto nazario nemesio nepomuceno nicanor nicolasa nohemi norberta obdulia
 octavio ofelio olegario onesimo otilio paciano pancracio paola pascual patrocinia paulino petrona piedad placido policarpo
 ponciano porfiria primo prudencia prudencio raymunda refugia regina remedios reyna reynalda ricarda rocendo rodolfo rogaciano
 romana romualdo rosalba rosalio rosalva rosendo rufina sabas sabino samuela santos saturnina saturnino severiano severina silveria
 silverio silvestre simeona socorro soledad tadeo teodosio teodulo tiburcio timotea toribio trinidad ubaldo urbano valente
 venustiano vicente victoriano viridiana wenceslao xiomara ynez yuridia zacarias zeferino zenobia zoila zulma jihye jiyoung jieun
 jihyun jiwon jisoo jisun jinhee jinsook jungho junghee jungmin jungsoo junseo junho juwon kyungho kyunghee kyungsook kwangsoo
 mijin mikyung minho minhee minjeong minkyu minyoung misook myunghee namjoon sangho sanghoon sangwoo seokjin seonghun seoyeon
 seungho seunghyun seungmin siwoo sohee soomin soonja soyeon sooyeon subin sujin sungho sunghee sungmin sungja sunmi taeyang wonho
 woojin yejin yeji yeonwoo yeongho yongho yongsook youngja youngjae youngmi youngsook yoonhee yujin yunji yunseo eunhee eunjung
 eunkyung eunmi donghyun dongwook daeho chanwoo bokja boram bomi gahyun geunho haneul hansol hayoon heejin heesook hojin hyeonu
 hyesook hyunjin hyunju hyunsook inhye insook aiko akari akemi akihiko akiko akio arata asami asuka ayaka ayako ayame ayumi chie
 chieko chihiro chika chikako chinatsu chisato chiyo daichi daisuke eiji eiko eriko etsuko fumiko fumio fuyuko genji goro hajime
 haru haruka haruki haruko harumi hideaki hideki hideko hideo hidetoshi hikari hikaru hiroaki hiroko hiromi hiroto hisako hisashi
 hitomi hitoshi honoka ichiro isamu isao izumi jiro junichi junko kaede kana kanako kaori kaoru kasumi katsuhiko katsumi kazuhiko
 kazuhiro kazuko kazuki kazumi kazuya keisuke keita kenichi kenta kimiko kinuko kiyoko kiyoshi kohei koichi koji kosuke kota kotaro
 kumiko kyoko machiko madoka maiko maki makiko makoto mami mamoru manabu manami masaaki masahiko masahiro masaki masako masami
 masanori masaru masashi masato masayuki mayu mayuko megumi michiko michio mieko miho mikako miki minako minoru misaki misako
 mitsuko mitsuo mitsuru miwa miwako miyako miyoko miyuki mizuho mizuki momoka momoko motoko nagisa nanako nanami naoki naoto narumi
 natsuki natsuko natsumi nobuaki nobuhiro nobuko nobuo nobuyuki noriko norio osamu reiko rieko riko rikuto risa ritsuko rumi rumiko
 ryoichi ryoji ryoko ryosuke ryuichi sachie sachiko sadako saki sakiko sanae saori satoko satomi satoru satsuki sayaka sayo sayoko
 sayuri seiichi seiji seiko setsuko shigeko shigeo shigeru shiho shinichi shinji shinobu shiori shizuka shizuko shogo shoichi shoji
 shuichi shuji shun shunsuke sumiko susumu suzuko tadao tadashi taichi taiki takahiro takako takao takashi takayuki takeo takeru
 takeshi taku takuma takumi takuya tamaki tamiko taro tatsuo tatsuya teiko teruko tetsuo tetsuya tokiko tomiko tomoko tomohiro
 tomomi tomoya toru toshiaki toshie toshiko toshio toshiyuki tsubasa tsuneo tsuyoshi umeko wakana wataru yasuhiro yasuko yasuo
 yasushi yayoi yoichi yohei yoji yoshie yoshihiro yoshiko yoshimi yoshinori yoshio yoshito yosuke yuichi yuji yuka yukari yukie
 yukiko yukio yumi yumiko yuria yuriko yusuke yutaka yuya yuzuki aiguo aihua baozhu biyu changming chaoxiang chunhua chunmei cuifen
 dandan dawei deming enlai fangfang fengying guangming guifang guihua guiying guoqiang guozhi haiyan hongmei huifang huiling huimin
 huiying jiahui jiaqi jialing jianguo jianhua jianjun jianming jiawei jiaxin jiayi jingjing jingyi jinhua junjie junhao kaiwen
 kunming lanying lihua lijuan lili liling limei liming linlin liping liwei lixia meihua meilin meixiang meiying mengyao mingyu
 mingzhu ningning peifen peiling peishan qiaoling qingling qiuyue renjie rongrong ruifang ruolan shaohua shaowei shihong shufen
 shuhui shulan shumei shuqin shuying shuzhen sufen suzhen tingting weidong weihong weiming weiping weiting wenbin wenhao wenjie
 wenjing wenling wenwen wenxin xiangyu xiaodong xiaofeng xiaohong xiaohui xiaojun xiaoli xiaoling xiaolan xiaomei xiaomin xiaoping
 xiaowei xiaoyan xiaoyu xinyi xinyu xiuying xiumei xiulan xiuzhen xuefeng xueli xuemei yajuan yanfang yanhong yanling yanmei
 yaoting yaping yating yifei yijun yingying yiting yiwen yixin yongming yuanyuan yufang yufen yuhan yujie yulan yuling yumei yuming
 yunfeng yuqing yuting yuwei yuxin yuying yuzhen zhaohui zhenhua zhenyu zhengming zhigang zhihao zhihong zhiming zhiqiang zhiwei
 zhiyuan zhongwei zijun zixuan ziyang ziyi bach bang bich binh canh chau cuong diem diep doan dong duyen giang hanh hien hiep hoai
 hoan hoang hong huong huyen khai khang khiem khoa khuong kieu linh loan luong luyen ngan nghia nghi ngoan ngon nguyen nguyet nhan
 nhat nhien nhung ninh nuong oanh phat phong phuc phung phuoc quan quang quoc quyen quynh sang suong tham thang thanh thao thien
 thiet thinh thoa thoai thom thong thuan thuc thuong thuyen tien toan trang tram trieu trinh trong truc trung truong tuan tung
 tuyen tuyet uyen viet vinh vuong xuan xuyen abayomi achieng adama adjo aicha aissata alassane alpha amadou amara anta arame assane
 assetou astou babacar bakary binetou bintou birahim boubacar cheikh coumba daba daouda demba diarra diatou dieynaba dior djeneba
 djibril fanta fatim fatou fily fode gora habib idrissa issa issouf kadidia kadiatou kaba kader khady khadim korotoumou lamine
 lassana maimouna makan malick mame mansata mariame marieme massaer mbaye modibo mohamadou moussa nafissatou ndeye ngone oumou
 ousseynou papis pape ramata rokhaya rokia safiatou salif salimata samba sekou seynabou sidy sira souleymane tidiane tiemoko yacine
 yaya youssouf zeynabou eyob abel abenet amleset aregash asfaw ayele bekele belay dejene desta fasil feven gebre hagos hailu kebede
 mesfin natnael negash robel selamawit semere senayit tedros teklu yohannes zerihun
`;
