import qrcode from 'qrcode-generator'

/** A QR code as a drawing: `path` fills its dark squares in a square of `size` units, quiet zone included. */
export type QrDrawing = { size: number; path: string }

// The standard asks for four light squares on every side.
const quiet = 4

/**
 * Draws `text` as a QR code that can lose 15 % of its area, in one path.
 * `const { size, path } = qrDrawing('https://…')` → `<svg viewBox={`0 0 ${size} ${size}`}><path d={path} /></svg>`
 */
export function qrDrawing(text: string): QrDrawing {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const squares = code.getModuleCount()
  const rows = Array.from({ length: squares }, (_, row) =>
    Array.from({ length: squares }, (__, column) => (code.isDark(row, column) ? '#' : ' ')).join(''),
  )
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/#+/g)].map(
        ({ index, 0: run }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('')
  return { size: squares + 2 * quiet, path }
}
