import { fold } from '@newsbraid/text'
import type { PageFacts } from './page-facts.ts'

/** Said to readers who haven't paid, compared after folding; what a newsletter box says isn't among it. */
const PAYWALL =
  /subscribe (?:now )?to (?:continue|keep) reading|subscribe to (?:read|unlock)|to continue reading|to read the full (?:story|article)|already a subscriber|(?:article|content|story) is (?:exclusive(?:ly)?|only|reserved|available)?\s?(?:for|to) (?:paid |our |premium )?subscribers|subscriber[- ]only|unlock this article|you have reached your (?:limit|maximum) of|reserve(?:e|s)? (?:a nos |aux |a l'?)?abonne|la suite (?:de cet article )?est reservee|il vous reste [\d.,]+ ?% de (?:cet|ce)|deja abonne|(?:artikel|inhalt|beitrag) ist (?:nur |exklusiv )?fur (?:unsere )?abonnent|weiterlesen mit|jetzt (?:abonnieren und )?weiterlesen|sie haben bereits ein abo|mit .{2,20}plus weiterlesen|(?:contenido|articulo) (?:es )?(?:exclusivo|solo) para suscriptores|suscribete para (?:seguir leyendo|continuar)|ya eres suscriptor|contenuto riservato agli abbonati|هذا (?:المحتوي|المقال|الخبر) (?:متاح |مخصص |حصري )?(?:فقط )?لل?مشتركين|(?:اشترك|سجل) (?:الان )?(?:لمتابعه|لاكمال|لمواصله) القراه|لمتابعه القراه|لقراءه المقال كاملا|للمشتركين فقط|(?:ويزه|مخصوص) مشتركين|براي (?:ادامه|خواندن) .{0,20}(?:اشتراك|مشترك)/
const CONSENT =
  /(?:we|our site|this (?:web)?site) uses? cookies|accept (?:all )?cookies|we and our (?:\d+ )?partners|before you continue|manage (?:your )?(?:cookie|privacy) (?:settings|preferences|choices)|nous et nos (?:\d+ )?partenaires|accepter (?:tous )?les cookies|continuer sans accepter|wir und unsere (?:bis zu )?(?:\d+ )?partner|mit werbung (?:weiterlesen|lesen)|alle (?:cookies )?akzeptieren|zustimmen (?:und|&) weiter|nosotros y nuestros (?:\d+ )?socios|aceptar (?:todas las )?cookies|(?:نستخدم|يستخدم (?:هذا )?(?:الموقع|موقعنا)) ملفات تعريف الارتباط|قبول (?:جميع )?ملفات تعريف الارتباط|نحن وشركا[وي]?نا/
const MAX_LINE = 500

/** Characters in lines that ask for a subscription or for consent, and the first line of each kind. */
export function wallLines(facts: PageFacts): { paywall?: string; consent?: string; consentChars: number } {
  let paywall: string | undefined
  let consent: string | undefined
  let consentChars = 0
  for (let b = 0; b < facts.blocks.length; b++) {
    const text = facts.blocks[b]?.text ?? ''
    if (text.length < 12 || text.length > MAX_LINE || facts.idle[b] === 1) continue
    const folded = fold(text)
    if (paywall === undefined && PAYWALL.test(folded)) paywall = text
    if (CONSENT.test(folded)) {
      consent ??= text
      consentChars += text.length
    }
  }
  return { paywall, consent, consentChars }
}
