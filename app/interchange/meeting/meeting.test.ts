import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { svgToPng } from '~/formats/svg-image.server'
import { chartNames } from '~/gaps/charts/chart-names'
import { LocaleProvider } from '~/platform/i18n/react'
import { actor, campaign, leaderGrant, plannerGrant } from '../../../tests/builders/campaign'
import { close, closedCampaign, submitted } from '../../../tests/builders/closed-campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { FilesPage } from './FilesPage'
import { SlidesPage } from './SlidesPage'
import { SummaryPage } from './SummaryPage'

await freshDatabase()
const { communesIn } = await import('~/people/places/places.server')
const { inTransaction } = await import('~/platform/db/db.server')
const { chart, chartSvg } = await import('~/gaps/charts/chart-file.server')
const { makeSlides } = await import('./make-slides.server')
const { makeSummary } = await import('./make-summary.server')
const { listFiles } = await import('./list-files.server')

const province = '04'
const all = communesIn(province)
const codes = all.slice(0, 4).map(({ code }) => code) as [string, string, string, string]
const nameOf = (code: string) => all.find((each) => each.code === code)!.name
const longName = `Xã Tràng A & B <Đường> ${'Nguyễn '.repeat(9)}`.slice(0, 90).trim()
const planner = actor({ grants: [plannerGrant(province)] })
const stranger = actor({ grants: [plannerGrant('24')] })
const leader = actor({ grants: [leaderGrant(province, codes[0])] })

await inTransaction(async (tx) => {
  await tx.commune.update({ where: { code: codes[0] }, data: { name: longName } })
})
const before = await closedCampaign(province, codes, { closedAt: new Date('2026-05-20T10:00:00Z') })
const { campaignId } = await closedCampaign(province, codes, { more: 1 })
const open = await campaign({ provinceCode: province, communeCodes: codes })
const nobody = await campaign({ provinceCode: province, communeCodes: codes })
await close(nobody, new Date('2026-11-21T10:00:00Z'))
const few = await campaign({ provinceCode: province, communeCodes: codes })
for (const level of [0, 1, 2, 3])
  await submitted({ campaignId: few, provinceCode: province, communeCode: codes[0], level, computer: 'none' })
await close(few, new Date('2026-11-22T10:00:00Z'))

const keysOf = (id: string) => makeSlides(planner, id, 'vi').slides.map(({ key }) => key)
function html<Props extends object>(page: FunctionComponent<Props>, props: Props): string {
  return renderToStaticMarkup(
    createElement(LocaleProvider, { locale: 'vi', children: createElement(page, props) }),
  )
}

describe('who may have what leaves a report', () => {
  const uses = {
    slides: (who: typeof planner, id: string) => makeSlides(who, id, 'vi'),
    summary: (who: typeof planner, id: string) => makeSummary(who, id, 'vi'),
    files: (who: typeof planner, id: string) => listFiles(who, id, '', 'vi'),
    chart: (who: typeof planner, id: string) => chartSvg(who, id, 'domains', 'vi'),
  }

  it.each(Object.entries(uses))('%s: planners of the province, once it is released', async (_name, use) => {
    expect(use(planner, campaignId)).toBeTruthy()
    expect(await refusal(() => use(leader, campaignId))).toBe('notAllowed')
    expect(await refusal(() => use(stranger, campaignId))).toBe('notAllowed')
    expect(await refusal(() => use(planner, open))).toBe('notReleased')
    expect(await refusal(() => use(planner, 'no-such-campaign'))).toBe('notFound')
  })
})

describe('charts as files', () => {
  it.each(['vi', 'en'] as const)(
    'are whole SVGs with title, place, day, source and sample mark (%s)',
    (locale) => {
      const drawn = chartNames.flatMap((name) => chartSvg(planner, campaignId, name, locale) ?? [])
      expect(drawn.length).toBeGreaterThan(5)
      for (const { svg, title, description, width, height } of drawn) {
        expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
        expect(svg.includes(`viewBox="0 0 ${width}`)).toBe(true)
        expect(height).toBeGreaterThan(100)
        expect(title + description).not.toMatch(/undefined|NaN|\{\{/)
        expect(/NaN|undefined|style=|<script|href=/.exec(svg)).toBeNull()
        expect(svg.includes(locale === 'vi' ? 'Dữ liệu mẫu' : 'Sample data')).toBe(true)
        expect(svg.includes('20/11/2026')).toBe(true)
        expect(svg.includes('gap-')).toBe(true)
        expect(svg.includes('<Đường>')).toBe(false)
      }
    },
  )

  it('become pictures that are not blank', async () => {
    const { svg, width, height } = chartSvg(planner, campaignId, 'communes', 'vi')!
    const image = sharp(await svgToPng(svg, 800))
    const { format, width: across, height: down } = await image.metadata()
    expect([format, across]).toEqual(['png', 800])
    expect(down / 800).toBeCloseTo(height / width, 1)
    expect((await image.stats()).channels.slice(0, 3).every(({ stdev }) => stdev > 5)).toBe(true)
  })

  it('have no figure of a commune that is hidden', () => {
    const hidden = nameOf(codes[2])
    for (const name of ['communes', 'ranks', 'skills-conditions'] as const) {
      const svg = chartSvg(planner, campaignId, name, 'vi')?.svg ?? ''
      const said = [...svg.matchAll(/<title>([^<]*)<\/title>/g)]
        .map(([, words]) => words!)
        .filter((words) => words.startsWith(hidden))
      expect(said.filter((words) => /\d+%/.test(words))).toEqual([])
      if (name === 'communes') expect(said.length).toBeGreaterThan(0)
    }
  })

  it('shorten a name of 90 characters and say it whole', () => {
    const { svg } = chartSvg(planner, campaignId, 'communes', 'vi')!
    const escaped = longName.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    expect(svg.includes(`<title>${escaped}</title>`)).toBe(true)
    expect(svg.includes('…</text>')).toBe(true)
    expect(svg.includes(`${escaped}</text>`)).toBe(false)
  })

  it('are of the domain or competency asked for, and refuse one that does not exist', async () => {
    expect(chart(planner, campaignId, 'ranks', 'vi', { measure: 'd:4' })!.title).toContain('An toàn')
    expect(chart(planner, campaignId, 'levels', 'vi', { measure: 'd:4' })).toBeNull()
    expect(await refusal(() => chartSvg(planner, campaignId, 'ranks', 'vi', { measure: 'no-such' }))).toBe(
      'notFound',
    )
  })

  it('are not drawn where there is nothing to see', () => {
    for (const id of [nobody, few])
      for (const name of ['domains', 'communes', 'ranks', 'levels', 'positions', 'map', 'trend'] as const)
        expect(chartSvg(planner, id, name, 'vi'), name).toBeNull()
  })
})

describe('slides', () => {
  it('begin with who answered, tell what was found and end with the method', () => {
    const { slides } = makeSlides(planner, campaignId, 'vi')
    const keys = slides.map(({ key }) => key)
    expect(keys.slice(0, 4)).toEqual(['title', 'answered', 'overall', 'domains'])
    expect(keys).toContain('trend')
    expect(keys.at(-1)).toBe('method')
    for (const { sentence } of slides) expect(sentence).not.toMatch(/undefined|NaN|\{\{/)
    expect(slides.find(({ key }) => key === 'overall')!.sentence).toMatch(/\d+% \(\d+–\d+\)/)
  })

  it('say honestly that nobody answered, and that everything is hidden', () => {
    expect(keysOf(nobody)).toEqual(['title', 'answered', 'method'])
    expect(makeSlides(planner, nobody, 'vi').slides[1]!.sentence).toContain('chưa có phiếu nào')
    const slides = makeSlides(planner, few, 'vi').slides
    expect(slides.map(({ key }) => key)).not.toContain('domains')
    const overall = slides.find(({ key }) => key === 'overall')!
    expect(overall.sentence).toContain('Các nhóm đều quá nhỏ')
    expect(overall.figure).toBeUndefined()
  })

  it('have no trend without a campaign before', () => {
    expect(keysOf(before.campaignId)).not.toContain('trend')
  })

  it('are drawn with the mark of samples on each, and without those that are left out', () => {
    const view = makeSlides(planner, campaignId, 'vi')
    const page = html(SlidesPage, { view, without: ['method', 'trend'] })
    expect(page.match(/class="sample"/g)).toHaveLength(view.slides.length - 2)
    expect(page.includes('id="slide-method"')).toBe(false)
    expect(/<input(?=[^>]*value="method")(?=[^>]*checked)/.test(page)).toBe(true)
    expect(/style=|NaN|undefined/.exec(page)).toBeNull()
    expect(html(SlidesPage, { view, without: view.slides.map(({ key }) => key) })).toContain(
      'Mọi trang đều đang bị bỏ qua',
    )
  })
})

describe('the summary', () => {
  it('is two sheets: what was found, and where and what to do', () => {
    const view = makeSummary(planner, campaignId, 'vi')
    const page = html(SummaryPage, { view })
    expect(page.match(/<article/g)).toHaveLength(2)
    expect(page.match(/class="sample"/g)).toHaveLength(2)
    expect(/style=|NaN|undefined/.exec(page)).toBeNull()
    expect(view.communes.map(({ code }) => code)).not.toContain(codes[2])
    expect(view.communes.length).toBeGreaterThan(0)
    for (const { short } of view.communes) expect(short.length).toBeLessThan(90)
  })

  it('stays two sheets, and honest, where nobody answered or all is hidden', () => {
    for (const [id, words] of [
      [nobody, 'chưa có phiếu nào'],
      [few, 'Các nhóm đều quá nhỏ'],
    ] as const) {
      const view = makeSummary(planner, id, 'vi')
      const page = html(SummaryPage, { view })
      expect(page.match(/<article/g)).toHaveLength(2)
      expect(page.includes(words)).toBe(true)
      expect(view.communes).toEqual([])
    }
  })
})

describe('the page of files', () => {
  it('lists the charts that can be drawn and names the others', () => {
    const view = listFiles(planner, campaignId, 'd:4', 'vi')
    expect(view.charts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['domains', 'communes', 'ranks']),
    )
    expect(view.empty).toEqual(expect.arrayContaining(['map', 'levels']))
    expect(view.charts.find(({ name }) => name === 'ranks')!.measure).toBe('d:4')
    expect(listFiles(planner, campaignId, 'no-such', 'vi').measure).toBeNull()
    const page = html(FilesPage, { view })
    for (const file of [
      'gaps.xlsx',
      'gaps.csv',
      'gaps/slides',
      'gaps/summary',
      'gaps/check',
      'charts/domains.png',
    ])
      expect(page.includes(file)).toBe(true)
  })
})
