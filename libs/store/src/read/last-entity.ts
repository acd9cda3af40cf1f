/** SQL of the id at the end of the redirects that begin at an entity's id: the id itself where it was not merged. */
export const lastEntity = (id: string): string =>
  `coalesce((WITH RECURSIVE chain AS (
     SELECT id, merged_into, 1 AS n FROM entities WHERE id = ${id}
     UNION ALL SELECT e.id, e.merged_into, n + 1 FROM entities e JOIN chain ON e.id = chain.merged_into WHERE n < 100)
   SELECT id FROM chain ORDER BY n DESC LIMIT 1), ${id})`
