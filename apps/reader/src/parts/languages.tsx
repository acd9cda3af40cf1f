import { languageName } from '../format/language-name.ts'
import { locale } from '../i18n/translate.ts'

/** Languages as small upright tags with their full names. */
export function Languages({ tags }: { tags: readonly string[] }) {
  const known = tags.filter((tag) => languageName(tag, locale()))
  if (known.length === 0) return null
  return (
    <span class="languages">
      {known.map((tag) => (
        <abbr key={tag} class="language" title={languageName(tag, locale())}>
          {tag.slice(0, 3)}
        </abbr>
      ))}
    </span>
  )
}
