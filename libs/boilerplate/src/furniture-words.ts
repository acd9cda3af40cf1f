import { fold } from '@newsbraid/text'

/** Word beginnings that interfaces use far more often than articles do, folded; several languages side by side. */
const STEMS = fold(
  'subscri newsletter sign-up signup sign log-in login logged register registration account password email e-mail inbox cookie consent privacy policy terms advert sponsor comment repl share shared sharing follow download app click tap here website site page podcast unlock unlimited access premium member offer trial cancel payment loading copyright rights reserved javascript browser enable abonn anmeld registr newslett datenschutz einwillig nutzung werbung anzeige kommentar teilen folgen konto kostenlos jetzt lesen weiterlesen cliqu inscri connect partag commentair compte publicit envoy recev abonne suscrib suscrip registr inicia sesion publicidad comparti comentari cuenta correo iscriv abbon condivid commenti accedi assin cadastr compartilh inloggen aanmeld abonnee nieuwsbrief delen logga prenumer konto dela nyhetsbrev logg abonner nyhetsbrev klikk zaloguj subskry prenumer regulamin udostepn komentarz zapisz подпис реклам коммент войти регистрац рассылк поделит اشترك اشتراك النشره بريد البريد تسجيل الدخول تعليق تعليقات التعليق شارك مشاركه تابعنا تابعونا تطبيق سياسه الخصوصيه الارتباط اضغط انقر حقوق محفوظه ایمیل عضویت خبرنامه نظر دیدگاه ارسال ورود ثبت abone kaydol yorum paylas giris uye reklam',
)
  .split(' ')
  .filter((s) => s.length >= 3)
/** By the first three letters, the low seven bits of each */
const BY_START = new Map<number, string[]>()
/** By the first two of them: whether a stem begins so */
const BEGINS = new Uint8Array(0x4000)
const startOf = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0x7f) * 0x80 + (text.charCodeAt(at + 1) & 0x7f)
const keyAt = (text: string, at: number): number =>
  startOf(text, at) * 0x80 + (text.charCodeAt(at + 2) & 0x7f)
for (const stem of new Set(STEMS)) {
  const key = keyAt(stem, 0)
  const list = BY_START.get(key)
  if (list) list.push(stem)
  else BY_START.set(key, [stem])
  BEGINS[startOf(stem, 0)] = 1
}
const MOST_WORDS = 60

/** Share of a folded text's words that begin like interface words; 0 to 1. */
export function furnitureShare(bareText: string): number {
  if (bareText === '') return 0
  let hits = 0
  let words = 0
  for (let at = 0; at <= bareText.length && words < MOST_WORDS; words++) {
    const space = bareText.indexOf(' ', at)
    const end = space < 0 ? bareText.length : space
    const stems =
      end - at < 3 || BEGINS[startOf(bareText, at)] === 0 ? undefined : BY_START.get(keyAt(bareText, at))
    if (stems)
      for (const stem of stems)
        if (stem.length <= end - at && bareText.startsWith(stem, at)) {
          hits++
          break
        }
    at = end + 1
  }
  return hits / words
}
