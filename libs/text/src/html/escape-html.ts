const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '`': '&#96;',
}

/** Text as it may stand between tags and in a quoted attribute. Old browsers took a backtick for a quote. */
export const escapeHtml = (text: string): string =>
  /[&<>"`]/.test(text) ? text.replace(/[&<>"`]/g, (char) => ESCAPES[char] ?? char) : text
