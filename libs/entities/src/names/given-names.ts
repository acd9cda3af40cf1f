/**
 * Given names that differ little in writing but name different people: each line one name with its usual Latin spellings.
 * Two words that both stand here match only on the same line, whatever letters they share.
 */
const TABLE = `
احمد ahmad ahmed ahmet achmed
اسامه osama usama oussama ousama
اسعد asaad assad
امين amin amine ameen
امينه amina aminah
انس anas anass
بشار bashar bachar
بشير bashir bachir bechir basheer
توفيق tawfik tawfiq toufik taoufik tewfik
جابر jaber jabir
جبريل jibril djibril
جمال jamal gamal djamel jamel
جميل jamil gamil djamil jameel
جميله jamila djamila gamila
حسام hossam husam hussam houssem hosam
حسن hassan hasan hacen
حسني hosni husni
حسين hussein husain hussain husayn hossein houcine hocine hussien
حامد hamed hamid
حمد hamad
حمدان hamdan
حمزه hamza hamzah
حميد hamid hameed
خالد khaled khalid
خليل khalil
خليفه khalifa khalifah
راشد rashid rashed rached
رشيد rachid rashid rasheed
زياد ziad ziyad
زيد zaid zayd zeid
زايد zayed zaid zayid
سالم salem salim
سامي sami samy
سامر samer
سعد saad sad
سعيد said saeed saied sayed
سلام salam
سليم salim selim slim saleem
سليمان suleiman sulaiman soliman slimane suleyman solomon
سلمان salman
سلمي salma selma
سلوي salwa saloua selwa
سمير samir sameer
سميره samira
شريف sharif cherif sherif
شريفه sharifa cherifa
صالح saleh salih salah
صلاح salah saladin
صباح sabah
طارق tarek tariq tarik
طاهر taher tahir tahar
عادل adel adil
عباس abbas
عامر amer amir
امير amir ameer emir
عمر omar umar omer
عمرو amr amro
عمار ammar
علاء alaa ala
علي ali aly
عليا alia aliya
فريد farid fareed
فريده farida
فؤاد fuad fouad
فواد fuad fouad
كريم karim kareem
كريمه karima
كمال kamal kemal
كامل kamel kamil
ماجد majed majid maged
مجيد majid
محسن mohsen muhsin
محمد mohammed mohamed muhammad mohammad mohamad muhammed mehmet mohamet mahomet
محمود mahmoud mahmud mehmud mahmood
مراد murad mourad mourad
مصطفي mustafa mostafa moustafa moustapha mustapha mostapha
منصور mansour mansur
منير munir mounir mouneer
منيره munira mounira
ناصر nasser nasir naser nacer
نصر nasr nasser
ناجي naji nagi
نجيب najib naguib nejib
هشام hisham hichem hicham hesham
هاشم hashem hashim
وليد walid waleed
ياسر yasser yasir yaser
ياسين yassin yassine yasin
يوسف yusuf yousef youssef yosef joseph
ماريا maria mariya
ماريو mario
جوليا julia giulia yulia
جوليو julio giulio
انطونيو antonio
انطونيا antonia
كارلو carlo
كارلا carla
فرانسوا francois
فرانسواز francoise
باول powell paul
بول paul
`
const lines = TABLE.trim().split('\n')
const groups = new Map<string, Set<number>>()
for (const [line, text] of lines.entries())
  for (const word of text.split(' ')) {
    const known = groups.get(word)
    if (known) known.add(line)
    else groups.set(word, new Set([line]))
  }

/** True or false when both folded words are tabled names; `undefined` when the table cannot tell. */
export function sameGivenName(a: string, b: string): boolean | undefined {
  const [left, right] = [groups.get(a), groups.get(b)]
  if (!left || !right) return undefined
  for (const line of left) if (right.has(line)) return true
  return false
}
