// What a process and its children cost, read from /proc (Linux only).
import fs from 'node:fs'

const TICKS_PER_SECOND = 100
const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** `pid` and every process below it. */
export function family(pid) {
  const children = new Map()
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(statOf(name)[1])
    if (parent) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const members = [pid]
  for (const member of members) members.push(...(children.get(member) ?? []))
  return members
}

/** Seconds of processor time of a process; `ended`: with those of its children that are gone. */
export function cpuSeconds(pid, { ended = false } = {}) {
  const stat = statOf(pid)
  const ticks = [11, 12, ...(ended ? [13, 14] : [])].reduce((sum, field) => sum + Number(stat[field] ?? 0), 0)
  return ticks / TICKS_PER_SECOND
}

/** Highest resident memory a process ever had, in MB. */
export const peakMb = (pid) => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

/** Memory that belongs to these processes together, shared pages counted once, in MB. */
export const togetherMb = (pids) =>
  pids.reduce(
    (sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
    0,
  ) / 1024

/** The fields of /proc/PID/stat after the command's name: 0 state, 1 parent, 11 user and 12 system ticks, 13 and 14 of ended children. */
function statOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
