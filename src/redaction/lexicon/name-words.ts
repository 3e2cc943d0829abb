/** Places that are first names or surnames too: alone they are places. */
export const PLACE_NAMES = `
 brooklyn queens bronx manhattan harlem alexandria arlington ashland aurora austin baltimore berlin bismarck boston branson buffalo burlington camden
 carolina carson charleston cheyenne chicago clayton cleveland columbia columbus concord
 cordova dakota dallas dayton decatur denver detroit dover durham edison elgin eugene florence fontana
 frisco fulton gary geneva georgia georgetown hampton harrison hayward helena henderson houston hudson irving israel
 jackson jacksonville jefferson jersey joliet juneau kansas kent kenya kingston lafayette lancaster laredo
 lawrence lincoln logan london lowell macon marietta marion melbourne memphis miami milan milton mobile
 modesto montana montgomery nashville nevada newark newport norfolk norman odessa olympia orlando oxford paris
 pasadena phoenix plano portland preston princeton providence quincy raleigh reno richmond rochester rome salem
 salisbury savannah scranton seattle sedona shelby sheridan sherman stamford syracuse tacoma temple trenton troy
 tulsa tyler valencia vernon verona victoria vienna virginia warren washington waterloo wayne wilmington windsor york
 abilene albany athens augusta bethlehem brockton casper cranston dalton elmira erie irvine kenosha lansing laramie
lorain mansfield medford oakland ogden racine rockford stockton topeka waco yakima
china africa asia america india europe holland england france germany italy spain ireland scotland wales
`;

/** Given names that the lists lack or have only among surnames, of peoples that American lists leave out. */
export const MORE_GIVEN_NAMES = `
 temperance jubilee thessaly calliope wren primrose saffron clemency felicity amity constance linnet ottilie winter
 dot sage cliff clover mercy blessing gift favour comfort prosper innocent goodness marvelous wisdom god'swill godwin godfrey emmanuella lovely princess
 queen prince lady sir major honey love star sunshine psalm halo reign zen bear fox wolf ace maverick lyric cadence harmony melody
 minjun jiwoo seojun dohyun hajun jihoon minseo jiho joonho yuna sooyoung minji jimin taehyung hyejin eunji sunhee youngho kyung
 hyun seung jaehyun soojin soo jin min ji young hee sung woo eun wei xin ming jun hui mei ling fang ying yan jing qiang lei tao bo
 chen hao yifan zihan yuxuan xiaoming xiu lan hong jian zhen yong guang ying feng rui shu jie meiling xiaoli yuki hiroshi haruto yuto
 sota ren aoi hina sakura akira kenji takashi yoko keiko naoko satoshi kazuo emiko mariko daiki ryota thabo sipho themba nelisa
 nomvula thandi lerato tshepo kagiso zanele bongani ayanda lindiwe kwame kofi ama akua abena yaw kojo efua adwoa chidi chinedu
 ngozi amaka chioma ifeoma emeka obinna uchenna nkechi oluwaseun olumide temitope folake babajide adebayo femi tunde yetunde
 funmilayo ayodele bukola segun kehinde taiwo amara zainab fatoumata mamadou ousmane aminata aissatou ibrahima moussa abdoulaye
 seydou cheikh awa khady amadou oumar kadiatou mariama tesfaye abebe haile dawit selam hiwot bekele tigist almaz mulu eyob
 meron yonas saba bereket amanuel wanjiru kamau mwangi njeri otieno achieng wambui kiptoo baraka neema juma asha zuri priya
 ananya rahul lakshmi vikram aarav vihaan aditya sai arjun reyansh ishaan rohan kavya diya saanvi aadhya anika pari riya
 deepak sunil sanjay anil rajesh suresh ramesh mahesh ganesh dinesh prakash vijay ajay manoj pankaj amit sumit nitin sachin
 pooja neha sneha swati shreya divya kavita sunita anita rekha geeta meena lata usha asha nisha jyoti seema harpreet gurpreet
 manpreet jaspreet amarjit balwinder sukhdeep imran bilal usman hamza ayesha fatima khadija zoya sana mehwish rabia hina noor
 omar yusuf yousef khalid tariq samir karim rashid nasser faisal hassan hussein mustafa mahmoud layla leila maryam amira yasmin
 salma rania huda samira dina farah nadia reem siti nur rizky agus dewi putri budi wayan ketut thuy linh huong trang ngoc phuong
 thanh minh tuan duc hieu khanh quang bao anh kim lien hoa mai nhung loan oanh tien vinh phuc dung hung tam xuan lan ximena itzel
 yaretzi citlali xochitl cuauhtemoc nayeli yareli araceli guadalupe lupita consuelo rocio marisol yesenia yadira yolanda graciela
 esperanza milagros concepcion encarnacion asuncion refugio socorro chuy paco pepe nacho memo beto lalo siobhan niamh aoife
 saoirse caoimhe ciara orla grainne eoin oisin tadhg cian ruairi dmitri sergei vladimir oksana svetlana nadezhda tatiana lyudmila
 galina natasha anastasia mikhail nikolai alexei yevgeny zbigniew wojciech krzysztof grzegorz malgorzata agnieszka katarzyna
 deshawn lashawn keyshawn daquan tyrese lakeisha latoya shaniqua tanisha tamika keisha ebony tyrone jamal darnell marquis
 shanice aaliyah nevaeh jayden kayden brayden zayden aiden kai nyla zaria amiyah keola kalani leilani malia noelani keanu makoa
 tala malaya jhun rodel arnel jovelyn maricel jennylyn rowena pao kaj bao yeng mai xee chue nou xiong pang mee tou ger
`;

/** Given names common among members whose names American lists and films have few of. */
export const WORLD_NAMES = `
 ahmed ahmad mohammed mohamed muhammad mohammad hassan hussein hussain abdullah abdul ibrahim khalid mustafa mahmoud yusuf yousef omar
 fatima aisha ayesha khadija maryam zainab layla yasmin amina amira nadia samira leila farah rania raj rahul vikram sanjay deepak
 anil sunil rajesh suresh ramesh vijay arjun rohan aditya priya ananya lakshmi pooja neha kavita sunita anita deepika shreya divya
 kavya meena sunil harpreet gurpreet manpreet jaspreet imran bilal usman hamza hiroshi yuki kenji takashi haruto akira yoko keiko sakura
 minjun soojin jiwoo jihoon sunhee thabo sipho themba lerato nomvula kwame kofi kojo akua abena chidi chinedu ngozi amaka chioma
 emeka oluwaseun olumide temitope babajide funmilayo tunde mamadou ousmane aminata fatoumata ibrahima abebe tesfaye wanjiru kamau
 dmitri sergei vladimir svetlana oksana natasha anastasia mikhail nikolai igor boris olga irina ximena itzel guadalupe lupita
 marisol yesenia araceli consuelo rocio graciela esperanza milagros siobhan niamh aoife saoirse deshawn lakeisha latoya latasha tamika
 keisha tyrone jamal darnell shaniqua tanisha leilani keola malia kalani thuy nguyet phuong giovanni alessandro francesca gert ingrid
 lars sven bjorn anders astrid pierre jacques francois thierry brigitte wojciech krzysztof zbigniew agnieszka malgorzata katarzyna
 mateo santiago alejandro javier ramon rodrigo enrique hector ignacio joaquin isabella valentina camila lucia fernanda
`;

/** Short forms everybody knows. */
export const NICKNAMES = `
 jen jenn jenny liz lizzie kate katie kathy meg maggie peg peggy deb debbie barb pam tina tasha trish trisha patti patty chris mike matt dave
 dan danny steve rob bob bobby tom tommy tim timmy jim jimmy joe joey johnny tony nick alex sam sammy ben benny ken kenny greg jeff doug ron
 ronnie ricky phil pete andy zach zack josh jake gabe nate teddy vinny manny eddie freddie gus hank lou sal mickey becky
 vicky cindy mandy wendy angie annie bev carrie cassie connie dottie ellie evie gina jackie jodi jodie judy kristi lori lexi mindy
 missy nikki robbie rosie shelly steph stephie suzy tammy terri toni val winnie buddy bubba chuck skip chip cricket sonny junior butch kit
 lil billie bobbie frankie georgie hattie lottie millie nettie ollie dom ed al stan walt wes clint curt kurt russ reg norm herb
`;

export const MORE_SURNAMES = `
 hopkins phillips philips foley whipple hashimoto parkinson langone lurie moffitt vanderbilt kettering geisinger osgood kawasaki
 cushing finkelstein penrose hoyer blakemore legg phalen spurling niemann
 mbeki mandela dlamini ndlovu khumalo mokoena nkosi zulu sithole mahlangu okafor okonkwo eze nwosu adeyemi adebayo balogun
 ogunleye oyelaran nwachukwu onyekachi mensah owusu boateng asante osei appiah diallo traore keita coulibaly cisse toure diop ndiaye
 fall sarr sow barry bah jallow kamara sesay koroma conteh bangura tesfaye gebre mekonnen tadesse hailu kebede abdi warsame
 farah jama hersi mohamud omar otieno odhiambo wanjiku kariuki ochieng mwangi nguyen tran pham huynh phan vu vo dang bui ngo duong
 ly truong dinh dao trinh kim lee park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song yoo hong jeon moon yang
 bae baek nam noh ha kwak sung cha joo wang li zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie
 tang deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lo chan wong leung cheung
 lau ng cheng ho kwok tsang mak lai fung siu yeung tse ito sato suzuki takahashi tanaka watanabe yamamoto nakamura kobayashi kato
 yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu mori abe ikeda hashimoto ishikawa ogawa patel shah mehta desai
 joshi trivedi parikh gandhi reddy rao naidu iyer iyengar nair menon pillai krishnan subramanian venkatesan chatterjee banerjee
 mukherjee ghosh bose das sen dutta chowdhury rahman hossain islam ahmed khan hussain malik qureshi siddiqui sheikh ansari mirza baig
 chaudhry bhatti gill sidhu dhillon grewal sandhu kaur singh brar haddad khoury nasser najjar mansour hamdan saleh awad qasim yilmaz
 kaya demir celik sahin yildiz ozturk aydin papadopoulos georgiou nikolaidis petrov ivanov smirnov kuznetsov popov sokolov petrova
 ivanova kowalski nowak wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski novak horvat kovac szabo nagy toth
 thibodeaux boudreaux hebert landry leblanc arceneaux fontenot guidry broussard begay yazzie benally tsosie nez xiong vang yang lor
 moua thao kalani kealoha kahananui kekoa macapagal magsaysay bautista santos reyes aquino villanueva dimaculangan
`;

/** English words that are surnames too, and that this trade hardly uses. */
export const WORD_SURNAMES = `
 arrow askew bacon badger barley barrow batten beaver bellows birdsong blanch bowling bowman brass broom buckle
 buckles bullock bunting burgess burrow busby cairns campion candle cape carman cask castellan castor champion
 chaplain chapman clapper coffin conger cotter covert creek croft crump crust culver currier cutler cutter darling
 dauber derby dingle dipper diver dolphin doss dowdy downs drummer duff eagles eaves elk fang farley farrier
 farrow fawn feather fen fiddler fife fitch flax fleece folk foreman forge fortune freed friar frisk frith furlong
 furrow gable gables gamble gander garvey gaskin gaunt gibbon gibbons gilder gist glaze gorman grainger granger
 gravel greenwood griddle grier groom groves gull hackman haddock hallmark hamlet hammer hammock hammond hanks
 harden hardin hare harness harp harrier harrow hatch hatcher hatchet hatter hawker hawkins hawthorne haynes hays
 hedges helms herring hickory hobby hogan holliday holman holt hooker hooks hooper hornet hough hound houseman
 hovel hubbard huff hull hummer hurdle hurst hutch hutton ingle jester joiner joyner keel keener keeper kelp
 kennel kettle kidder kiln kinder kinney kipper knell knots laird lamp lantern larch lasher lasso lathe lavender
 lawn leach lear leary leather ledger lemons linen lister loft loom lord lowry lyon madden maiden maitland mallard
 mallet mantilla maple maples mariner marrow mattingly maze melon mercer merchant mews milliner miner mint minter
 moody morley morrow mortar mote mower mullet muse musket mustard needham nettles newman nickel nightingale nix
 nutter ogle orchid osborne outlaw owl oyster paddock pander pantry parrot partridge patten peacock peavey pelham
 pelt peoples pew picket pickles pinkney pitcher pitman platter pledger plume plummer pollard porch prentice
 presser privet proctor provost prude pruitt purvis quail quarry rabbit rafter raider rakes rambo rasp redd
 redding redwood rhyme riddle rigby rinks roads roark robe rocker roe roller rollins romaine rook rooks ropes
 rosewater rudd ruff ruffin rumble runner rusk rutledge saddler salmon salter satchel sayer scales schooner seals
 seaman sewell sexton shackle shank shanks shaver shiner shingle shipman shivers shooter shore shores shuck
 sickles skillet skipper slater slayer sledge smiley snider snipes sorrel southern spade spangle sparrow spearman
 spires spurgeon squire stacker stamper steed steeples stile stiles stiller stinger stoker stoner stonewall stoop
 storms straw stringer stroud sturgeon sumpter surrey swain swindle swinger sword tabor teller thatcher thicket
 thistle thrall thrash thrasher thrower thrush tinker tipton towers towns trotter trout trumpet turnip twine tyner
 underwood vail valor veal veil vest vicar vick vines viper wager wagoner walrus warbler warden warrior wasp
 watchman waterman weathers weld whalen whaler wharf wheelwright whistler whitehead wicker widener wilkes willet
 wing winkle winn woodcock woodland woodruff workman wray wrenn wynn yarrow yeoman yoke yule
`;

/** First names that are words too, but that hardly anybody here uses as words. */
export const FLOWER_NAMES = `
 faith amber angel ashton barbie bonnie brandy brooke candy carol charity charlotte chelsea cherish cherry chester christian
 clementine colby crystal daisy dawn destiny diamond dolly drew ebony ember esther fern flora frankie ginger grace
 hazel heather holly ivy jade jasmine jasper jewel jordan joy juniper lily madison marigold marina melody mercedes
 miracle misty myrtle nova olive opal patience pearl penny piper poppy precious prudence raven robin rocky rosa rose rosemary
 ruby rusty sally sandy sapphire scarlett serenity sierra skye stormy sunny sydney trinity verity viola
 violet willow zion jack frank jay dale dean glen hank lee
`;
