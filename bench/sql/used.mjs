/** What processes of this machine have used, as Linux tells it. */
import { readFileSync } from 'node:fs'

/** Seconds of CPU so far, and MB of memory at the most: of a process, by two of its files. */
export const usedIn = (stat, status) => {
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
  return {
    seconds: (user + system) / 100,
    memory: [Math.round(Number(/^VmHWM:\s*(\d+)/m.exec(status)[1]) / 1024)]
  }
}

/** The same of some processes: their seconds together, and the memory of each. */
export const usedBy = (ids) => {
  const all = ids.map((id) =>
    usedIn(readFileSync(`/proc/${id}/stat`, 'utf8'), readFileSync(`/proc/${id}/status`, 'utf8'))
  )
  return {
    seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
    memory: all.flatMap(({ memory }) => memory)
  }
}
