import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'
import { openedWithLibreOffice } from '../../../tests/builders/libreoffice'
import { officialDocuments } from '../../../tests/builders/official-documents'

// Minutes of another program: in the long runs only, and there a machine without it fails.
describe.runIf(process.env.TEST_ALL === '1')('what LibreOffice makes of the documents', async () => {
  await freshDatabase()
  const { setClock } = await import('~/platform/clock/now.server')
  const { documentFile } = await import('./view-document.server')
  afterAll(() => setClock())
  setClock(new Date('2026-11-23T02:00:00Z'))
  const { planner, make } = await officialDocuments()

  it.each([
    ['report', 'BÁO CÁO'],
    ['plan', 'KẾ HOẠCH'],
    ['participants', 'DANH SÁCH'],
    ['summons', 'V/v triệu tập'],
  ] as const)(
    'the %s opens, with its text, and a number on every page but the first',
    async (kind, title) => {
      const { body } = await documentFile(planner, await make(kind))
      const { pages, pictures } = openedWithLibreOffice(body, 'docx')
      const [first = '', second] = pages
      expect(first.replace(/\s+/g, ' ')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      expect(first).toContain(title)
      expect(pages.join('\n')).toContain('./.')
      expect(numberOf(first)).toBeNull()
      // An annex is numbered by itself: what goes on over a page bears a 2, what begins one bears none.
      if (kind === 'report' || kind === 'plan') expect(numberOf(second ?? '')).toBe('2')
      for (const picture of pictures) expect(await darkShare(picture)).toBeGreaterThan(0.001)
      expect((await sharp(pictures[0]).metadata()).width).toBeCloseTo(496, -1)
    },
    180_000,
  )
})

/** The number that stands alone at the top of a page. */
function numberOf(page: string): string | null {
  const [top = ''] = page.split('\n').filter((line) => line.trim() !== '')
  return /^\s*(\d+)\s*$/.exec(top)?.[1] ?? null
}

/** How much of a page is ink: a blank one was not rendered. */
async function darkShare(png: Buffer): Promise<number> {
  const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 128).length / data.length
}
