import type { Hosts } from '@newsbraid/stages'
import type pg from 'pg'

/** Slots and robots rules of hosts, shared by all processes through one row a host; times are the database's. */
export const hostsOn = (pool: pg.Pool, delaySeconds: number): Hosts => ({
  async takeSlot(host) {
    // One statement: whoever makes the row or moves it on may start now
    const taken = await pool.query(
      `INSERT INTO hosts AS h (host, next_at) VALUES ($1, now() + $2::float8 * interval '1 second')
       ON CONFLICT (host) DO UPDATE SET next_at = now() + greatest($2::float8, coalesce(h.crawl_delay, 0)) * interval '1 second'
       WHERE h.next_at <= now()`,
      [host, delaySeconds],
    )
    if (taken.rowCount === 1) return 0
    const { rows } = await pool.query<{ wait_ms: number }>(
      'SELECT extract(epoch FROM (next_at - now()))::float8 * 1000 AS wait_ms FROM hosts WHERE host = $1',
      [host],
    )
    return Math.max(1, Math.ceil(rows[0]?.wait_ms ?? 1))
  },

  async holdOff(host, untilMs) {
    await pool.query(
      `INSERT INTO hosts (host, next_at) VALUES ($1, to_timestamp($2)) ON CONFLICT (host) DO UPDATE SET next_at = greatest(hosts.next_at, excluded.next_at)`,
      [host, untilMs / 1000],
    )
  },

  async robots(host) {
    const { rows } = await pool.query<{ robots: string; robots_status: number; robots_at: Date }>(
      'SELECT robots, robots_status, robots_at FROM hosts WHERE host = $1 AND robots_at IS NOT NULL',
      [host],
    )
    const row = rows[0]
    return row && { text: row.robots, status: row.robots_status, atMs: row.robots_at.getTime() }
  },

  async saveRobots(host, { text, status, crawlDelaySeconds }) {
    await pool.query(
      `INSERT INTO hosts (host, robots, robots_status, robots_at, crawl_delay) VALUES ($1, $2, $3, now(), $4)
       ON CONFLICT (host) DO UPDATE SET robots = excluded.robots, robots_status = excluded.robots_status, robots_at = now(), crawl_delay = excluded.crawl_delay`,
      [host, text, status, crawlDelaySeconds === undefined ? null : Math.min(crawlDelaySeconds, 300)],
    )
  },
})
