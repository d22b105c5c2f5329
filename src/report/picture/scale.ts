/** The scale of an axis, in a module of its own: the build keeps what it is made of apart from all else. */
export { scaleLinear } from 'd3-scale'
