// Draws 320 pictures of 15 × 15 pixels, each a ring or a cross, of some size somewhere, with noise; pixels are digits
// from 0 (white) to 9. A row is a picture: a constant, its 225 pixels, and whether it is a ring. Made for limen:
//   node examples/rings-crosses.mjs > examples/rings-crosses.csv
import console from 'node:console'

const [side, pictures] = [15, 320]

// A generator of uniform numbers with a fixed seed (mulberry32), so that the file is the same each time.
let state = 11
const uniform = () => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

const picture = (isRing) => {
  const middle = (side - 1) / 2
  const [x0, y0, size] = [middle + 1.2 * normal(), middle + 1.2 * normal(), 3.5 + 2 * uniform()]
  return Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [(at % side) - x0, Math.floor(at / side) - y0]
    const radius = Math.hypot(x, y)
    const apart = isRing
      ? Math.abs(radius - size)
      : radius > 1.3 * size
        ? 9
        : Math.abs(Math.abs(x) - Math.abs(y)) / Math.SQRT2
    const ink = 9 * Math.exp(-((apart / 0.9) ** 2)) + 1.2 * normal()
    return Math.round(Math.min(9, Math.max(0, ink)))
  })
}

const names = Array.from({ length: side * side }, (_, at) => `r${Math.floor(at / side)}c${at % side}`)
console.log(['constant', ...names, 'ring'].join())
for (let at = 0; at < pictures; at++) {
  const isRing = uniform() < 0.5
  console.log(['1', ...picture(isRing), isRing ? '1' : '0'].join())
}
