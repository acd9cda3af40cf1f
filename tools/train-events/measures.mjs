// BCubed and pair figures of a grouping against the truth (Bagga and Baldwin 1998).
export function measure(rows, groupOf) {
  const group = new Map(),
    gold = new Map(),
    cell = new Map()
  const up = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const row of rows) {
    const g = groupOf.get(row.id)
    up(group, g)
    up(gold, row.gold)
    up(cell, `${g}\n${row.gold}`)
  }
  let precision = 0,
    recall = 0,
    joined = 0
  const pairs = (n) => (n * (n - 1)) / 2
  for (const [key, n] of cell) {
    const [g, t] = key.split('\n')
    precision += (n * n) / group.get(g)
    recall += (n * n) / gold.get(t)
    joined += pairs(n)
  }
  const sum = (map) => [...map.values()].reduce((s, n) => s + pairs(n), 0)
  const f = (p, r) => (p + r ? (2 * p * r) / (p + r) : 0)
  const p = precision / rows.length,
    r = recall / rows.length
  let same = 0,
    across = 0
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < i; j++)
      if (rows[i].gold === rows[j].gold && rows[i].lang !== rows[j].lang) {
        across++
        if (groupOf.get(rows[i].id) === groupOf.get(rows[j].id)) same++
      }
  return {
    b3: f(p, r),
    b3P: p,
    b3R: r,
    pair: f(joined / (sum(group) || 1), joined / (sum(gold) || 1)),
    across: across ? same / across : 0,
  }
}
