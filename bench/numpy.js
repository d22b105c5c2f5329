/**
 * limUpdate down three columns of a million against the same formula in NumPy, of the Python that PYTHON names, or
 * python3: without checks, as NumPy has none.
 */
import { spawnSync } from 'node:child_process'
import { bits, evaluateColumns, hertz, kelvin, limUpdate, one } from 'limen'
import { cpuTime, inTurns, printAlone, right, row } from './table.js'

const points = 1e6
/** Nanoseconds of CPU, the median of some rounds, and a value. */
const program = `
import numpy as np, time
i = np.arange(${points}, dtype=np.float64)
T, r1, e = 290 + i / 64e3, 1e5 + i / 10, 0.01 + i * 1e-7
k, f0, b, s, h, rho = 1.380649e-23, 1e9, 8.0, 0.5, 1.0, 0.1
def lim():
    kT = k * T
    barrier = kT * (np.log(f0 / r1) + s * b * np.log(2) - 0.5 * np.log(e * (1 - e)))
    drive = (1 - 2 * e) * kT * np.log((1 - e) / e)
    return h * (drive + (1 - rho) * barrier)
times = []
for _ in range(7):
    begin = time.process_time_ns()
    found = lim()
    times.append(time.process_time_ns() - begin)
print(sorted(times[2:])[2], found[9], np.__version__)
`
const inNumpy = () => {
  const python = process.env.PYTHON ?? 'python3'
  const { error, status, stdout, stderr } = spawnSync(python, ['-c', program], { encoding: 'utf8' })
  if (error !== undefined || /No module named|not found/.test(stderr)) return undefined
  if (status !== 0) throw new Error(stderr)
  const [time, value, version] = stdout.trim().split(' ')
  return { time: Number(time), value: Number(value), version }
}

const filled = (of) => Float64Array.from({ length: points }, (_, i) => of(i))
const columnOf = (unit, values) => ({ dimension: unit.dimension, values })
const given = {
  temperature: columnOf(
    kelvin,
    filled((i) => 290 + i / 64e3)
  ),
  attemptRate: hertz(1e9),
  initialRate: columnOf(
    hertz,
    filled((i) => 1e5 + i / 10)
  ),
  precision: bits(8),
  shape: 0.5,
  errorProbability: columnOf(
    one,
    filled((i) => 0.01 + i * 1e-7)
  ),
  hops: 1,
  recovery: 0.1
}

export const rows = () => {
  const what = 'limUpdate down 3 columns of 1e6'
  const first = inNumpy()
  if (first === undefined) return [row(what, 'NumPy, without checks', 'no NumPy here', '≥ 2×')]
  const read = evaluateColumns(limUpdate)
  const { values } = right(read(given))
  if (!(Math.abs(values[9] / first.value - 1) < 1e-12))
    throw new Error(`NumPy has ${first.value}, limen ${values[9]}`)
  const times = inTurns(
    { numpy: () => inNumpy().time, limen: () => cpuTime(() => right(read(given))) },
    { turns: 11, warmUp: 6 }
  )
  return [row(what, `NumPy ${first.version}, without checks`, times.numpy / times.limen, '≥ 2×')]
}

await printAlone(import.meta.url, 'Against NumPy (CPU medians in turns)', rows)
