const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g
const LTR = /[A-Za-z\u00c0-\u024f\u0370-\u052f\u0900-\u1fff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g

/** `rtl` when letters of right-to-left scripts outnumber the others in the first 2,000 units, else `ltr`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const head = text.slice(0, 2000)
  return (head.match(RTL)?.length ?? 0) > (head.match(LTR)?.length ?? 0) ? 'rtl' : 'ltr'
}
