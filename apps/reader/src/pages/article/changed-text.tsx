import type { DiffPart } from '@newsbraid/model'

type Part = DiffPart

/** Two versions as one text: what went struck out, what came underlined, told to readers of the screen too. */
export function ChangedText({ parts }: { parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ op, text }, i) =>
        op === 'removed' ? (
          <del key={i}>{text}</del>
        ) : op === 'added' ? (
          <ins key={i}>{text}</ins>
        ) : (
          <span key={i}>{text}</span>
        ),
      )}
    </>
  )
}

/** The parts of each paragraph; a part that spans paragraphs is cut at their ends. */
export function paragraphsOf(parts: readonly Part[]): Part[][] {
  const paragraphs: Part[][] = [[]]
  for (const { op, text } of parts)
    for (const [i, piece] of text.split(/\n+/).entries()) {
      if (i > 0) paragraphs.push([])
      if (piece !== '') paragraphs.at(-1)?.push({ op, text: piece })
    }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
