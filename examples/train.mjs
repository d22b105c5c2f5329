// Trains a small network (2 inputs, 16 hidden units, 65 parameters) on two interleaved half-circles by
// gradient descent in batches of 32, and writes the log that examples/training-log.csv holds:
//   node examples/train.mjs > examples/training-log.csv
import console from 'node:console'

const [hidden, samples, batch, steps, every] = [16, 1024, 32, 2000, 10]

// A generator of uniform numbers with a fixed seed (mulberry32), so that the run is the same each time.
let state = 7
const uniform = () => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

const data = Array.from({ length: samples }, () => {
  const [angle, upper] = [Math.PI * uniform(), uniform() < 0.5]
  const [x, y] = upper ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)]
  return { x: x + 0.15 * normal(), y: y + 0.15 * normal(), label: upper ? 1 : 0 }
})

// Weights: for each hidden unit two inputs, a bias and an output; then the bias of the output.
const weights = Float64Array.from({ length: 4 * hidden + 1 }, () => normal() / 2)

const lossAndGradient = (sample, gradient) => {
  let output = weights[4 * hidden]
  const activity = Array.from({ length: hidden }, (_, unit) => {
    const value = Math.tanh(
      weights[4 * unit] * sample.x + weights[4 * unit + 1] * sample.y + weights[4 * unit + 2]
    )
    output += weights[4 * unit + 3] * value
    return value
  })
  const error = 1 / (1 + Math.exp(-output)) - sample.label
  activity.forEach((value, unit) => {
    const back = error * weights[4 * unit + 3] * (1 - value * value)
    gradient[4 * unit] += back * sample.x
    gradient[4 * unit + 1] += back * sample.y
    gradient[4 * unit + 2] += back
    gradient[4 * unit + 3] += error * value
  })
  gradient[4 * hidden] += error
  return Math.log(1 + Math.exp(sample.label === 1 ? -output : output))
}

// The rate has the name of its optimiser, as Lightning's monitor writes it: rate × gradient is its step.
console.log('step,lr-SGD,loss,grad_norm')
for (let step = 1; step <= steps; step++) {
  const learningRate = 0.25 * (1 + Math.cos((Math.PI * step) / (steps + 20))) // cosine decay from 0.5
  const gradient = new Float64Array(weights.length)
  let loss = 0
  for (let each = 0; each < batch; each++)
    loss += lossAndGradient(data[Math.floor(uniform() * samples)], gradient)
  gradient.forEach((slope, at) => {
    gradient[at] = slope / batch
    weights[at] -= (learningRate * slope) / batch
  })
  if (step % every === 0)
    console.log(
      [
        step,
        learningRate.toExponential(5),
        (loss / batch).toFixed(5),
        Math.hypot(...gradient).toExponential(5)
      ].join(',')
    )
}
