/** What leaves the page: files, and pictures as pixels. */
import { element } from './element'

const aMinute = 60_000

/** Has the browser save a file. */
export const save = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content)
  element('a', { href: address, download: name }).click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, aMinute)
}

export const saveText = (name: string, type: string, text: string): void => {
  save(name, new Blob([text], { type }))
}

/** So many pixels to one of the picture: for print, and for screens that have many. */
const density = 2

/** A picture as PNG. */
export const savePng = async (name: string, svg: string): Promise<void> => {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = element('canvas')
  canvas.width = image.naturalWidth * density
  canvas.height = image.naturalHeight * density
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png')
  })
  if (blob !== null) save(name, blob)
}
