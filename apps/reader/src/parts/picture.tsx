import { useState } from 'preact/hooks'
import { safeHref } from '../format/address.ts'
import { settings } from '../settings/settings.ts'

/** A publisher's picture, when pictures are wanted; it goes away whole when it can't be had. */
export function Picture({
  url,
  alt = '',
  kind,
}: {
  url: string | undefined
  alt?: string
  kind: 'thumb' | 'wide'
}) {
  const [broken, setBroken] = useState<string>()
  const src = safeHref(url)
  if (!src || broken === src || !settings.value.pictures) return null
  return (
    <img
      class={`picture picture-${kind}`}
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setBroken(src)}
    />
  )
}
