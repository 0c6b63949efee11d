import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'
import { noise, photo } from '../../../tests/fixtures/packs/folder'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { servedFigure } = await import('~/learning/figure.server')
const { readPicture, storePicture } = await import('./store-picture.server')

const bytesOf = (source: Buffer | string) => new Uint8Array(Buffer.from(source as Buffer))
const faultOf = async (source: Buffer | string) => (await readPicture(bytesOf(source))).fault ?? null

/** A PNG that says it is so wide and high; nothing else of it is there. */
function boast(width: number, height: number): Buffer {
  const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR........\x08\x02\0\0\0', 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

describe('a picture that somebody sent', () => {
  it('is shrunk, encoded anew without its metadata, and served by its hash; the same one is kept once', async () => {
    const picture = await readPicture(bytesOf(await photo(1600, 800)))
    if (picture.fault !== undefined) throw new Error(picture.fault)
    const store = () => inTransaction((tx) => Promise.resolve(storePicture(tx, picture)))
    const stored = await store()
    expect(stored).toEqual({ ...(await store()), width: 1200, height: 600 })
    const served = servedFigure(stored.hash)!
    expect(served.type).toBe('image/webp')
    expect(served.bytes.length).toBe(stored.bytes)
    expect(Buffer.from(served.bytes).includes('remark-in-metadata')).toBe(false)
    expect(reader.sql.all('SELECT 1 FROM Figure WHERE hash = ?', stored.hash)).toHaveLength(1)
  })

  it.each(['jpeg', 'webp', 'gif'] as const)('may be %s', async (format) => {
    const made = await sharp(await photo(40, 30))
      .toFormat(format)
      .toBuffer()
    expect(await readPicture(bytesOf(made))).toMatchObject({ width: 40, height: 30 })
  })

  it('is light however heavy it was sent', async () => {
    const picture = await readPicture(bytesOf(await noise(2400, 1600)))
    expect(picture.fault === undefined && picture.bytes.length <= 120 * 1024).toBe(true)
  })

  it('is told apart by what is in it: what is no whole picture is not taken, and why', async () => {
    const whole = await photo(1600, 900)
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    expect(await faultOf('')).toBe('empty')
    expect(await faultOf('Không phải hình.')).toBe('noPicture')
    expect(await faultOf('%PDF-1.7')).toBe('noPicture')
    expect(await faultOf(svg)).toBe('drawing')
    expect(await faultOf(whole.subarray(0, whole.length >> 1))).toBe('damaged')
    expect(await faultOf(Buffer.concat([whole.subarray(0, 40), Buffer.alloc(4000, 7)]))).toBe('damaged')
    expect(await faultOf(boast(30_000, 30_000))).toBe('tooManyPixels')
    expect(await faultOf(Buffer.alloc(5 * 1024 * 1024 + 1, whole))).toBe('tooBig')
  })
})
