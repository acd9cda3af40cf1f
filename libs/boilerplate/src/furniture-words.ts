import { fold } from '@newsbraid/text'

/** Word beginnings that interfaces use far more often than articles do, folded; several languages side by side. */
const STEMS = fold(
  'subscri newsletter sign-up signup sign log-in login logged register registration account password email e-mail inbox cookie consent privacy policy terms advert sponsor comment repl share shared sharing follow download app click tap here website site page podcast unlock unlimited access premium member offer trial cancel payment loading copyright rights reserved javascript browser enable abonn anmeld registr newslett datenschutz einwillig nutzung werbung anzeige kommentar teilen folgen konto kostenlos jetzt lesen weiterlesen cliqu inscri connect partag commentair compte publicit envoy recev abonne suscrib suscrip registr inicia sesion publicidad comparti comentari cuenta correo iscriv abbon condivid commenti accedi assin cadastr compartilh inloggen aanmeld abonnee nieuwsbrief delen logga prenumer konto dela nyhetsbrev logg abonner nyhetsbrev klikk zaloguj subskry prenumer regulamin udostepn komentarz zapisz подпис реклам коммент войти регистрац рассылк поделит اشترك اشتراك النشره بريد البريد تسجيل الدخول تعليق تعليقات التعليق شارك مشاركه تابعنا تابعونا تطبيق سياسه الخصوصيه الارتباط اضغط انقر حقوق محفوظه ایمیل عضویت خبرنامه نظر دیدگاه ارسال ورود ثبت abone kaydol yorum paylas giris uye reklam',
)
  .split(' ')
  .filter((s) => s.length >= 3)
const LENGTHS = [...new Set(STEMS.map((s) => s.length))].sort((a, b) => a - b)
const KNOWN = new Set(STEMS)

/** Share of a folded text's words that begin like interface words; 0 to 1. */
export function furnitureShare(bareText: string): number {
  if (bareText === '') return 0
  const words = bareText.split(' ', 60)
  let hits = 0
  for (const word of words) {
    for (const n of LENGTHS) {
      if (n > word.length) break
      if (KNOWN.has(word.slice(0, n))) {
        hits++
        break
      }
    }
  }
  return hits / words.length
}
