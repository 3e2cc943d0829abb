/** Places that are first names or surnames too: alone they are places. */
export const PLACE_NAMES = `
 alexandria arlington ashland aurora austin baltimore berlin bismarck boston branson brooklyn buffalo burlington camden
 carolina carson charleston charlotte chelsea chester cheyenne chicago clayton cleveland columbia columbus concord
 cordova dakota dallas dayton decatur denver detroit dover durham edison elgin elizabeth eugene florence fontana
 frisco fulton gary geneva georgia georgetown hampton harrison hayward helena henderson houston hudson irving israel
 jackson jacksonville jefferson jersey jordan joliet juneau kansas kent kenya kingston lafayette lancaster laredo
 lawrence lincoln logan london lowell macon madison marietta marion melbourne memphis miami milan milton mobile
 modesto montana montgomery nashville nevada newark newport norfolk norman odessa olympia orlando oxford paris
 pasadena phoenix plano portland preston princeton providence quincy raleigh reno richmond rochester rome salem
 salisbury savannah scranton seattle sedona shelby sheridan sherman stamford sydney syracuse tacoma temple trenton troy
 tulsa tyler valencia vernon verona victoria vienna virginia warren washington waterloo wayne wilmington windsor york
 china africa asia america india europe holland england france germany italy spain ireland scotland wales
`;
