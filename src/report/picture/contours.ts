/** Marching squares, in a module of their own: the build keeps what they are made of apart from all else. */
export { contours } from 'd3-contour'
