import { ulid } from 'ulid'
import type { Queryable } from '../transaction.ts'

type Word = { id: string; kind: 'same' | 'different'; a: string; b: string }

/** A person's word on an article that goes passes to one that the person called the same, so that the others stay held together or apart. */
export async function bequeathConstraints(tx: Queryable, gone: readonly string[]): Promise<void> {
  const { rows } = await tx.query<Word>(
    'SELECT id, kind, a, b FROM constraints WHERE undone_at IS NULL AND (a = ANY($1) OR b = ANY($1)) ORDER BY id',
    [gone],
  )
  await tx.query('DELETE FROM constraints WHERE a = ANY($1) OR b = ANY($1)', [gone])
  let words = rows
  for (const id of gone) {
    const [own, rest] = parted(words, ({ a, b }) => a === id || b === id)
    if (own.length === 0) continue
    const others = own.map(({ kind, a, b }) => ({ kind, other: a === id ? b : a }))
    const heir = others.find(({ kind }) => kind === 'same')?.other
    words = heir
      ? [
          ...rest,
          ...others
            .filter(({ other }) => other !== heir)
            .map(({ kind, other }): Word => ({ id: ulid(), kind, a: heir, b: other })),
        ]
      : rest
  }
  if (words.length > 0)
    await tx.query(
      `INSERT INTO constraints (id, kind, a, b) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
      [words.map((w) => w.id), words.map((w) => w.kind), words.map((w) => w.a), words.map((w) => w.b)],
    )
}

function parted<T>(list: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((one) => !isFirst(one))]
}

/** Where the text that others copied goes, the oldest of its copies stands for it. */
export async function bequeathCopies(
  tx: Queryable,
  gone: readonly string[],
  eventIds: readonly string[],
): Promise<void> {
  await tx.query(
    `WITH orphans AS (
       SELECT article_id, first_value(article_id) OVER (PARTITION BY copy_of ORDER BY published_at, article_id) AS heir
       FROM event_articles WHERE event_id = ANY($2) AND copy_of = ANY($1) AND NOT article_id = ANY($1))
     UPDATE event_articles ea SET
       role = CASE WHEN ea.article_id = heir THEN 'report' ELSE role END,
       copy_of = CASE WHEN ea.article_id = heir THEN NULL ELSE heir END,
       copy_kind = CASE WHEN ea.article_id = heir THEN NULL ELSE copy_kind END
     FROM orphans WHERE ea.article_id = orphans.article_id`,
    [gone, eventIds],
  )
}
