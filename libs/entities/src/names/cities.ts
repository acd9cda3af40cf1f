import { fold } from '@newsbraid/text'

/** Country code, then well-known cities of it whose names belong to no other country's news: Arabic and Latin spellings. */
const TABLE = `
AE أبوظبي,أبو ظبي,دبي,الشارقة,abu dhabi,dubai,sharjah
AF كابول,قندهار,kabul,kaboul,kandahar
BD دكا,dhaka
BE بروكسل,brussels,bruxelles,brüssel
BH المنامة,manama
CN بكين,شنغهاي,beijing,shanghai,pékin,peking
DE برلين,ميونيخ,فرانكفورت,berlin,munich,münchen
DZ وهران,قسنطينة,عنابة,تيزي وزو,بجاية,oran,constantine,annaba,tizi ouzou,alger,algiers
EG القاهرة,الإسكندرية,الجيزة,أسيوط,أسوان,cairo,giza,aswan,le caire,kairo
ES مدريد,برشلونة,madrid,barcelona
ET أديس أبابا,addis ababa,addis-abeba
FR باريس,مرسيليا,ليون,paris,marseille,lyon
GB لندن,london,londres,manchester
GR أثينا,athens,athènes,athen
IL تل أبيب,حيفا,tel aviv,haifa
IN نيودلهي,مومباي,new delhi,mumbai
IQ بغداد,البصرة,الموصل,أربيل,كركوك,النجف,كربلاء,baghdad,bagdad,basra,mosul,erbil,kirkuk
IR طهران,أصفهان,تبريز,مشهد,شيراز,tehran,téhéran,teheran,isfahan
IT روما,ميلانو,rome,roma,rom,milan,milano
JO إربد,الزرقاء,العقبة,amman,irbid,aqaba
JP طوكيو,tokyo
KE نيروبي,nairobi
LB بيروت,صيدا,بعلبك,زحلة,beirut,beyrouth,sidon,baalbek
LY طرابلس,بنغازي,مصراتة,سبها,طبرق,درنة,سرت,الزاوية,غريان,ترهونة,زليتن,benghazi,misrata,tobruk,derna,sabha,sirte,tripoli
MA الرباط,الدار البيضاء,مراكش,طنجة,فاس,أغادير,مكناس,وجدة,rabat,casablanca,marrakech,marrakesh,tanger,tangier,agadir
ML باماكو,تمبكتو,bamako,tombouctou,timbuktu
MR نواكشوط,نواذيبو,nouakchott,nouadhibou
NE نيامي,niamey
NG أبوجا,لاغوس,abuja,lagos
OM مسقط,صلالة,صحار,muscat,mascate,salalah
PK إسلام آباد,كراتشي,لاهور,islamabad,karachi,lahore
PS غزة,رام الله,نابلس,الخليل,خان يونس,رفح,جنين,gaza,ramallah,nablus,hebron,jenin
QA الدوحة,doha
RU موسكو,سان بطرسبرغ,moscow,moscou,moskau,saint petersburg
SA الرياض,جدة,الدمام,مكة,مكة المكرمة,المدينة المنورة,riyadh,riyad,jeddah,djeddah,mecca
SD الخرطوم,أم درمان,بورتسودان,الفاشر,khartoum,omdurman,port sudan,el fasher
SO مقديشو,هرجيسا,mogadishu,mogadiscio
SY دمشق,حلب,حمص,حماة,اللاذقية,درعا,إدلب,الرقة,دير الزور,damascus,damas,damaskus,aleppo,alep,homs,idlib,raqqa
TD نجامينا,n'djamena,ndjamena
TN صفاقس,سوسة,القيروان,بنزرت,قابس,قفصة,sfax,sousse,kairouan,bizerte,gabès,gafsa
TR أنقرة,إسطنبول,اسطنبول,أنطاليا,ankara,istanbul,izmir,antalya
UA كييف,خاركيف,أوديسا,kyiv,kiev,kharkiv,odessa,odesa
US واشنطن,نيويورك,شيكاغو,washington,new york,chicago,los angeles
YE صنعاء,عدن,تعز,الحديدة,مأرب,المكلا,sanaa,sana'a,aden,taiz,hodeidah,marib
`
const codes = new Map<string, string>()
for (const line of TABLE.trim().split('\n'))
  for (const city of line.slice(3).split(',')) codes.set(fold(city), line.slice(0, 2))

/** Country code of a well-known city, under its Arabic, English, French or German name. */
export const countryOfCity = (name: string): string | undefined => codes.get(fold(name).replace(/\s+/g, ' '))

/** Towns named like a better known place elsewhere: country code, then the name in the scripts of the news. */
const NAMESAKES = `
JO عمان
LB طرابلس,tripoli
SD الجزيرة
`
const namesakes = new Map<string, string[]>()
for (const line of NAMESAKES.trim().split('\n'))
  for (const name of line.slice(3).split(','))
    namesakes.set(fold(name), [...(namesakes.get(fold(name)) ?? []), line.slice(0, 2)])

/** Codes of the countries with a town of that name that is less known than the place which it is taken for. */
export const namesakeCountries = (name: string): readonly string[] => namesakes.get(fold(name)) ?? []
export const isSharedName = (name: string): boolean => namesakes.has(fold(name))
