import type { ApiStore } from '@newsbraid/model'

/** The id of an article given by its id or by its address; nothing when no page has that address. */
export const articleIdOf = async (
  store: Pick<ApiStore, 'trace'>,
  given: string,
): Promise<string | undefined> =>
  /^https?:\/\//i.test(given) ? (await store.trace(given))?.articleId : given
