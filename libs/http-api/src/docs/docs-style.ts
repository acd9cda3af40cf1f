/** The style of the docs page; light and dark. */
export const DOCS_STYLE = `:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 20%, transparent) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0 }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
h3 { margin: 1.5rem 0 0 }
article { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: start; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
code { font: .9em ui-monospace, monospace }
:target { outline: 2px solid; outline-offset: 4px }
`
