const MOST = 12

/** One thick stroke for each independent source, one thin stroke for each further article: the shape of an event at a glance. */
export function Strands({ sources, articles }: { sources: number; articles: number }) {
  const thick = Math.min(sources, MOST)
  const thin = Math.min(Math.max(articles - sources, 0), MOST)
  return (
    <svg class="strands" width={thick * 5 + thin * 3 + 2} height="12" aria-hidden="true" focusable="false">
      {Array.from({ length: thick }, (_, i) => (
        <rect key={`s${i}`} class={`strand strand-${i % 3}`} x={i * 5} y="0" width="3" height="12" rx="1.5" />
      ))}
      {Array.from({ length: thin }, (_, i) => (
        <rect
          key={`c${i}`}
          class="strand-copy"
          x={thick * 5 + 1 + i * 3}
          y="3"
          width="1.5"
          height="6"
          rx="0.7"
        />
      ))}
    </svg>
  )
}
