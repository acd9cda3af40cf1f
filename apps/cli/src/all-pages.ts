import type { PageQuery } from '@newsbraid/model'

type Listed<T> = { items: T[]; nextCursor?: string | undefined }

/** Every item of a list that the store gives page by page. */
export async function allPages<T>(read: (page: PageQuery) => Promise<Listed<T>>): Promise<T[]> {
  const all: T[] = []
  for (let cursor: string | undefined; ;) {
    const page = await read({ limit: 100, ...(cursor ? { cursor } : {}) })
    all.push(...page.items)
    cursor = page.nextCursor
    if (!cursor) return all
  }
}
