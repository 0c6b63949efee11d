import { expect, test } from 'vitest'
import { qrDrawing } from './qr'

/** The dark squares that a path fills, as rows of booleans, quiet zone included. */
function squaresOf({ size, path }: { size: number; path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]!.fill(true, Number(x), Number(x) + Number(run))
  return rows
}

const masks: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** Data bytes of each block at level M, by version (ISO/IEC 18004, table 9). */
const blocks: Record<number, number[]> = { 3: [44], 4: [32, 32], 5: [43, 43], 6: [27, 27, 27, 27] }

/** Reads a code of versions 3 to 6 at level M that nothing has damaged, without the error correction. */
function read(drawing: { size: number; path: string }): { text: string; level: number } {
  const grid = squaresOf(drawing)
    .slice(4, -4)
    .map((row) => row.slice(4, -4))
  const n = grid.length
  const version = (n - 17) / 4
  const dark = (r: number, c: number) => grid[r]![c]!
  // Format: the five leading bits beside the upper left finder, masked with 10101.
  const format = [0, 1, 2, 3, 4].reduce((bits, c) => bits * 2 + Number(dark(8, c)), 0) ^ 0b10101
  const mask = masks[format & 7]!
  const fixed = (r: number, c: number) =>
    (r < 9 && c < 9) ||
    (r < 9 && c >= n - 8) ||
    (r >= n - 8 && c < 9) ||
    r === 6 ||
    c === 6 ||
    (Math.abs(r - (n - 7)) <= 2 && Math.abs(c - (n - 7)) <= 2)
  let bits = ''
  let up = true
  for (let right = n - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right -= 1
    for (let i = 0; i < n; i += 1) {
      const r = up ? n - 1 - i : i
      for (const c of [right, right - 1]) if (!fixed(r, c)) bits += dark(r, c) === mask(r, c) ? '0' : '1'
    }
  }
  const words = bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2))
  const shape = blocks[version]!
  const data = shape.flatMap((length, block) =>
    Array.from({ length }, (_, i) => words[i * shape.length + block]!),
  )
  const stream = data.map((word) => word.toString(2).padStart(8, '0')).join('')
  expect(stream.slice(0, 4)).toBe('0100') // bytes
  const length = parseInt(stream.slice(4, 12), 2)
  const bytes = Array.from({ length }, (_, i) => parseInt(stream.slice(12 + 8 * i, 20 + 8 * i), 2))
  return { text: new TextDecoder().decode(new Uint8Array(bytes)), level: format >> 3 }
}

test.each([
  'http://localhost:3000/verify/ITS-7K3M-9QXD',
  'http://localhost:3000/verify/ITS-7K3M-9QXD-2RW7',
  'https://itoso.caobang.gov.vn/verify/ITS-7K3M-9QXD-2RW7',
  'https://hoc-tap-nang-luc-so.sonoivu.caobang.gov.vn/verify/ITS-7K3M-9QXD-2RW7',
  'https://hoc-tap-nang-luc-so.sonoivu.caobang.gov.vn/i-to-so/verify/ITS-7K3M-9QXD-2RW7?xin-chao',
])('%s is read back from its drawing, at level M', (text) => {
  expect(read(qrDrawing(text))).toEqual({ text, level: 0 })
})

test('four light squares surround the code, and a finder stands in three corners', () => {
  const drawing = qrDrawing('https://itoso.example/verify/ITS-7K3M-9QXD-2RW7')
  const rows = squaresOf(drawing)
  const last = drawing.size - 1
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (Math.min(x, y, last - x, last - y) < 4) expect(dark).toBe(false)
    }),
  )
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']
  const corner = (top: number, left: number) =>
    finder.map((_, y) => finder.map((__, x) => Number(rows[top + y]![left + x])).join(''))
  expect(corner(4, 4)).toEqual(finder)
  expect(corner(4, last - 10)).toEqual(finder)
  expect(corner(last - 10, 4)).toEqual(finder)
  expect(drawing.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
})
