import sharp from 'sharp'
import { expect, it } from 'vitest'
import { svgToPng } from './svg-image.server'

const drawing = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" height="100" font-family="'No Such Font', sans-serif"><text x="20" y="70" font-size="48">${text}</text></svg>`

/** The first and the last row of pixels with ink, of a drawing 100 high. */
async function inked(text: string): Promise<{ top: number; bottom: number; dark: number }> {
  const { data, info } = await sharp(await svgToPng(drawing(text), 400))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const rows = Array.from({ length: info.height }, (_, y) =>
    data
      .subarray(y * info.width * info.channels, (y + 1) * info.width * info.channels)
      .some((value) => value < 128),
  )
  return {
    top: rows.indexOf(true),
    bottom: rows.lastIndexOf(true),
    dark: data.filter((value) => value < 128).length,
  }
}

it('gives a PNG of the width asked for, in proportion and on white', async () => {
  const image = sharp(await svgToPng(drawing('Cao Bằng'), 1600))
  expect(await image.metadata()).toMatchObject({ format: 'png', width: 1600, height: 400 })
  const { channels, isOpaque } = await image.stats()
  expect(isOpaque).toBe(true)
  expect(channels[0]!.max).toBe(255)
  expect(channels[0]!.min).toBeLessThan(60)
})

it('draws both of two stacked marks, whatever fonts the machine has', async () => {
  for (const [one, two] of [
    ['ê', 'ễ'],
    ['ă', 'ẵ'],
    ['Â', 'Ấ'],
  ] as const) {
    const [single, stacked] = [await inked(one), await inked(two)]
    expect(stacked.top, two).toBeLessThan(single.top)
    expect(stacked.dark, two).toBeGreaterThan(single.dark)
  }
  // A mark below the letter, and a letter that is not replaced by an empty box.
  expect((await inked('ậ')).bottom).toBeGreaterThan((await inked('â')).bottom)
  expect((await inked('đ')).dark).not.toBe((await inked('\u{10FFFD}')).dark)
})

it('refuses what is no drawing', async () => {
  await expect(svgToPng('<p>no', 400)).rejects.toThrow()
})
