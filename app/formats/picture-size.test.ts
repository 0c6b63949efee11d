import fc from 'fast-check'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { pictureSize } from './picture-size'

const picture = sharp({ create: { width: 321, height: 123, channels: 3, background: '#888' } })

it.each(['png', 'jpeg', 'gif', 'webp'] as const)('tells kind and size of a %s', async (kind) => {
  const bytes = await picture.clone().toFormat(kind).toBuffer()
  expect(pictureSize(bytes)).toEqual({ type: `image/${kind}`, width: 321, height: 123 })
})

it('tells the size of a lossless and of an extended WebP', async () => {
  const lossless = await picture.clone().webp({ lossless: true }).toBuffer()
  const clear = await picture.clone().ensureAlpha(0.5).webp().toBuffer()
  expect([pictureSize(lossless), pictureSize(clear)]).toEqual([
    { type: 'image/webp', width: 321, height: 123 },
    { type: 'image/webp', width: 321, height: 123 },
  ])
})

it('is null for what is no picture', () => {
  expect(pictureSize(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  expect(pictureSize(new Uint8Array())).toBeNull()
})

it('takes any bytes, also behind the signature of a picture', () => {
  const starts = ['\x89PNG\r\n\x1a\n', 'GIF89a', 'RIFF____WEBPVP8X', 'RIFF____WEBPVP8L', '\xff\xd8\xff', '']
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 60 }), (start, rest) => {
      const size = pictureSize(Buffer.concat([Buffer.from(start, 'latin1'), rest]))
      expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
    }),
  )
})
