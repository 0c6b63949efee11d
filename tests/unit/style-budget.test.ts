import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { transformWithEsbuild } from 'vite'
import { expect, test } from 'vitest'
import { appSources, filesUnder, readText } from './sources'

const imports = [...readText('app/ui/app.css').matchAll(/@import '(.+)';/g)].map(([, file]) =>
  path.posix.join('app/ui', file!),
)
const css = imports.map(readText).join('\n')

test('the style sheet is whole and weighs at most 8 KB as it is served', async () => {
  expect([...imports].sort()).toEqual(filesUnder('app/ui/css', /\.css$/))
  const { code } = await transformWithEsbuild(css, 'app.css', { minify: true })
  expect(brotliCompressSync(code).length).toBeLessThanOrEqual(8 * 1024)
})

test('the style sheet has no shadow, gradient, web font or text under 12 px', () => {
  expect(css).not.toMatch(
    /box-shadow:(?!\s*(?:none|0 0 0 ))|text-shadow|(?<!repeating-)linear-gradient|radial-gradient|@font-face|url\(http/,
  )
  const small = [...css.matchAll(/font-size:\s*([\d.]+)(px|rem)\b/g)].filter(
    ([, size, unit]) => Number(size) * (unit === 'rem' ? 16 : 1) < 12,
  )
  expect(small.map(([text]) => text)).toEqual([])
})

test('every class of the style sheet stands in some component', () => {
  const classes = new Set(
    [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-z][a-z0-9-]*)(?=[\s,.:{>+~[)])/g)].map(
      ([, name]) => name!,
    ),
  )
  const sources = appSources().map(readText).join('\n')
  const stems = [...sources.matchAll(/[`'" ]([a-z][a-z0-9-]*-)\$\{/g)].map(([, stem]) => stem!)
  const unused = [...classes].filter(
    (name) =>
      !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(sources) &&
      !stems.some((stem) => name.startsWith(stem)),
  )
  expect(unused).toEqual([])
})
