import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { contentFolder, noise, remove, write } from '../../tests/fixtures/packs/folder'
import { goodTexts } from '../../tests/fixtures/packs/good-pack'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { loadModules } = await import('./load-modules.server')
const { servedFigure } = await import('./figure.server')
const { currentModule, currentModules, moduleVersion } = await import('./modules.server')
const { reader } = await import('~/platform/db/db.server')

const folder = await contentFolder()
const texts = goodTexts()
const load = () => loadModules(path.join(folder, 'modules'))
const edit = (name: string, from: string | RegExp, to: string) => {
  texts[name] = texts[name]!.replace(from, to)
  write(folder, name, texts[name])
}
const keys = async () => (await load()).map(({ key, file, line }) => `${key} ${file}:${line}`)
const retired = (code: string) =>
  reader.sql.get<{ retired: number }>('SELECT retired FROM ItemVersion WHERE id = ?', code)?.retired

beforeEach(async () => {
  expect(await load()).toEqual([])
})

test('whole modules are stored with their items and pictures, and loading again changes nothing', async () => {
  expect(currentModules().map(({ id }) => id)).toEqual(['alpha@1', 'beta@3'])
  const module = currentModule('alpha')!
  expect(module.lessons[0]?.checks).toEqual(['alpha-c1@1'])
  expect(module.quiz).toEqual({ pass: 80, draw: 2, items: ['alpha-q1@1', 'alpha-q2@1'] })
  expect(module.guide?.en).toContain('How to teach')
  const figure = module.figures['figures/photo.png']!.vi
  expect(figure).toMatchObject({ kind: 'picture', width: 1200, height: 675 })
  const served = servedFigure(figure.kind === 'picture' ? figure.hash : '')!
  expect(served.type).toBe('image/webp')
  expect(served.bytes.length).toBeLessThan(120 * 1024)
  expect(Buffer.from(served.bytes).toString('latin1')).not.toContain('remark-in-metadata')
  expect(servedFigure('none')).toBeNull()
})

describe('a module that changes', () => {
  test('without a new version is refused, and what people have seen is served', async () => {
    edit('alpha/second.vi.md', 'biết hai', 'biết hai điều')
    expect(await keys()).toEqual(['manifest.changed modules/alpha/module.yaml:1'])
    expect(currentModule('alpha')?.lessons[1]?.text.vi).not.toContain('hai điều')
    edit('alpha/module.yaml', 'version: 1', 'version: 2')
    expect(await load()).toEqual([])
    expect(currentModule('alpha')?.id).toBe('alpha@2')
    expect(currentModule('alpha')?.lessons[1]?.text.vi).toContain('hai điều')
    expect(moduleVersion('alpha@1').lessons[1]?.text.vi).not.toContain('hai điều')
  })

  test('in an item without a new version of the item is refused with its line', async () => {
    edit('alpha/module.yaml', 'version: 2', 'version: 3')
    edit('alpha/items.yaml', 'Hỏi hai?', 'Hỏi hai nhé?')
    expect(await keys()).toEqual(['version.changed modules/alpha/items.yaml:12'])
    expect(currentModule('alpha')?.id).toBe('alpha@2')
    edit('alpha/items.yaml', 'code: alpha-q1\n    version: 1', 'code: alpha-q1\n    version: 2')
    expect(await load()).toEqual([])
    expect(currentModule('alpha')?.quiz.items).toEqual(['alpha-q1@2', 'alpha-q2@1'])
    expect([retired('alpha-q1@1'), retired('alpha-q1@2'), retired('alpha-q2@1')]).toEqual([1, 0, 0])
  })

  test('into a broken one is refused; its last good version and all others are served', async () => {
    edit('alpha/module.yaml', 'version: 3', 'version: 4')
    edit('alpha/second.en.md', '::: aim', '<script>x</script>\n\n::: aim')
    expect(await keys()).toContain('md.html modules/alpha/second.en.md:1')
    expect(currentModules().map(({ id }) => id)).toEqual(['alpha@3', 'beta@3'])
    expect(retired('alpha-q1@2')).toBe(0)
    edit('alpha/second.en.md', '<script>x</script>\n\n', '')
    expect(await load()).toEqual([])
    expect(currentModule('alpha')?.id).toBe('alpha@4')
  })
})

test('a module that is not in content/ any more is withdrawn with its items, and can come back', async () => {
  edit('alpha/module.yaml', /requires: .*\n/, '')
  edit('alpha/module.yaml', 'version: 4', 'version: 5')
  edit('alpha/module.yaml', /moved: .*\n/, '')
  for (const locale of ['vi', 'en']) edit(`alpha/second.${locale}.md`, 'lesson:beta/only', 'lesson:first')
  remove(folder, 'beta')
  expect(await load()).toEqual([])
  expect(currentModule('beta')).toBeNull()
  expect(moduleVersion('beta@3').title.en).toBe('Module B')
  expect(retired('beta-q1@2')).toBe(1)
  for (const [name, text] of Object.entries(texts)) if (name.startsWith('beta/')) write(folder, name, text)
  expect(await load()).toEqual([])
  expect(currentModule('beta')?.id).toBe('beta@3')
  expect(retired('beta-q1@2')).toBe(0)
})

test('a folder that is gone, empty or without a module withdraws nothing', async () => {
  const before = currentModules().map(({ id }) => id)
  const elsewhere = path.join(folder, 'elsewhere')
  const told = async () => (await loadModules(elsewhere)).map(({ key, file }) => `${key} ${file}`)
  expect(await told()).toEqual(['folder.missing modules'])
  mkdirSync(path.join(elsewhere, '.lost+found'), { recursive: true })
  expect(await told()).toEqual(['folder.missing modules'])
  writeFileSync(path.join(elsewhere, 'README'), 'x')
  expect(await told()).toEqual(['folder.missing modules', 'file.place modules/README'])
  expect(currentModules().map(({ id }) => id)).toEqual(before)
})

test('of files that change while they are read nothing is stored or withdrawn', async () => {
  const { loadContent } = await import('~/assessment/load-content.server')
  const changing = { withdraw: true, settled: () => Promise.resolve(false) }
  const before = currentModules().map(({ id }) => id)
  const items = () =>
    reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ItemVersion WHERE NOT retired')!.n
  const count = items()
  renameSync(path.join(folder, 'modules/beta'), path.join(folder, 'beta'))
  renameSync(path.join(folder, 'items/1.1.yaml'), path.join(folder, '1.1.yaml'))
  expect(await loadModules(path.join(folder, 'modules'), changing)).toEqual([
    { file: '.', line: 1, key: 'folder.changing', values: {} },
  ])
  expect((await loadContent(folder, changing)).map(({ key }) => key)).toEqual(['folder.changing'])
  expect(currentModules().map(({ id }) => id)).toEqual(before)
  expect(items()).toBe(count)
  renameSync(path.join(folder, 'beta'), path.join(folder, 'modules/beta'))
  renameSync(path.join(folder, '1.1.yaml'), path.join(folder, 'items/1.1.yaml'))
})

test('a picture is served to anyone, for ever, as what it is; an unknown one is a plain 404', async () => {
  const { loader } = await import('~/routes/learn/figure')
  const figure = currentModule('alpha')!.figures['figures/photo.png']!.en
  const ask = (hash: string) => loader({ params: { hash } } as never)
  const answer = ask(figure.kind === 'picture' ? figure.hash : '')
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect((await answer.arrayBuffer()).byteLength).toBe(figure.kind === 'picture' ? figure.bytes : 0)
  expect(ask('0'.repeat(32)).status).toBe(404)
})

describe('a hostile folder', () => {
  test('leads nowhere outside: links are not followed', async () => {
    symlinkSync('/etc', path.join(folder, 'modules/gamma'))
    symlinkSync('/etc/hostname', path.join(folder, 'modules/alpha/figures/host.svg'))
    expect(await keys()).toEqual([
      'file.link modules/alpha/figures/host.svg:1',
      'figure.unused modules/alpha/figures/host.svg:1',
      'file.link modules/gamma:1',
    ])
    expect(currentModule('alpha')?.id).toBe('alpha@5')
    remove(folder, 'gamma')
    remove(folder, 'alpha/figures/host.svg')
  })

  test.each([
    [
      'an SVG that says it is a PNG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file.unreadable',
    ],
    ['half a picture', async () => (await noise(200, 200)).subarray(0, 4000), 'file.unreadable'],
    ['a picture of too many pixels', () => hugePng(), 'figure.pixels'],
    ['a file of too many bytes', () => Buffer.alloc(6 * 1024 ** 2), 'file.large'],
  ])('%s is refused', async (_name, bytes, key) => {
    write(folder, 'delta/figures/shot.png', await bytes())
    moduleWithPicture()
    expect(await keys()).toContain(`${key} modules/delta/figures/shot.png:1`)
    expect(currentModule('delta')).toBeNull()
    remove(folder, 'delta')
  })

  test('a picture that no quality makes light enough is refused', async () => {
    write(folder, 'delta/figures/shot.png', await noise(1200, 3000))
    moduleWithPicture()
    expect(await keys()).toEqual(['figure.heavy modules/delta/figures/shot.png:1'])
    remove(folder, 'delta')
  })

  test('text that is no UTF-8 is refused', async () => {
    write(folder, 'beta/only.vi.md', Buffer.from([0x3a, 0xff, 0xfe]))
    expect(await keys()).toContain('file.unreadable modules/beta/only.vi.md:1')
    write(folder, 'beta/only.vi.md', texts['beta/only.vi.md']!)
  })
})

/** A module with one picture, called delta. */
function moduleWithPicture(): void {
  for (const [name, text] of Object.entries(texts)) {
    if (!name.startsWith('beta/')) continue
    const own = text.replaceAll('beta', 'delta').replace('lesson:only', 'lesson:delta/only')
    write(
      folder,
      name.replace('beta/', 'delta/'),
      /only.*md$/.test(name) ? own.replace('::: summary', '![Tả](figures/shot.png)\n\n::: summary') : own,
    )
  }
}

/** A PNG of 30,000 × 30,000 in its head, and nothing behind it. */
function hugePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([uint32(data.length), named, uint32(crc32(named))])
  }
  const size = Buffer.concat([uint32(30_000), uint32(30_000), Buffer.from([8, 2, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.alloc(100))), chunk('IEND', Buffer.alloc(0))],
  ])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
