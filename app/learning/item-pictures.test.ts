import path from 'node:path'
import { expect, test } from 'vitest'
import { contentFolder, photo, write } from '../../tests/fixtures/packs/folder'
import { goodTexts } from '../../tests/fixtures/packs/good-pack'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { itemVersion } = await import('~/assessment/content.server')
const { loadModules } = await import('./load-modules.server')
const { servedFigure } = await import('./figure.server')

const folder = await contentFolder()
const load = async () => (await loadModules(path.join(folder, 'modules'))).map(({ key }) => key)
const manifest = goodTexts()['alpha/module.yaml']!

test('the picture of an item is stored with it; another file under the same name asks for a new version', async () => {
  write(
    folder,
    'alpha/items.yaml',
    goodTexts()['alpha/items.yaml']!.replace(
      'stem: { vi: "Hỏi hai?"',
      'picture: { src: figures/shot.png, alt: { vi: "Thư", en: "Mail" } }\n    stem: { vi: "Hỏi hai?"',
    ),
  )
  write(folder, 'alpha/figures/shot.png', await photo(1600, 800))
  expect(await load()).toEqual([])
  const { picture } = itemVersion('alpha-q1@1')
  expect(picture).toMatchObject({ src: 'figures/shot.png', figure: { width: 1200, height: 600 } })
  expect(servedFigure(picture!.figure!.hash)?.type).toBe('image/webp')
  expect(await load()).toEqual([])

  write(folder, 'alpha/module.yaml', manifest.replace('version: 1', 'version: 2'))
  expect(await load()).toEqual([])
  write(folder, 'alpha/module.yaml', manifest.replace('version: 1', 'version: 3'))
  write(folder, 'alpha/figures/shot.png', await photo(800, 800))
  expect(await load()).toEqual(['version.changed'])
})
