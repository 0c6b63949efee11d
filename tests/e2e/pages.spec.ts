import type { Page } from '@playwright/test'
import { locales } from '~/platform/i18n/locale'
import { demoAccount, newSession } from '../fixtures/installation'
import { address, manifest } from '../fixtures/manifest'
import {
  axeFaults,
  expectPrintable,
  languageFaults,
  markupFaults,
  overflow,
  ownText,
  withoutForm,
} from '../fixtures/page-checks'
import { moreSamples, pageSamples, type PageSample } from '../fixtures/page-samples'
import { samples } from '../fixtures/samples'
import { expect, test as base, useLocale, useSession, watch } from '../fixtures/test'
import { said } from '../fixtures/words'

/** One page for all routes of a worker: a new one for each would take a third of the time. */
const test = base.extend<object, { walked: { page: Page; faults: string[] } }>({
  walked: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
      const page = await context.newPage()
      const faults: string[] = []
      watch(page, faults)
      await use({ page, faults })
      await context.close()
    },
    { scope: 'worker' },
  ],
})

test.describe.configure({ mode: 'parallel' })

const everyWidth = process.env.TEST_ALL === '1'

test('every route of the manifest has a page to walk', () => {
  expect(Object.keys(pageSamples).sort()).toEqual(manifest.map(({ path }) => path).sort())
})

const walk: [string, string, PageSample][] = [
  ...manifest.flatMap(({ path }): [string, string, PageSample][] =>
    pageSamples[path] ? [[path, '', pageSamples[path]]] : [],
  ),
  ...moreSamples,
]

/** Lessons can be listened to, drafts save themselves, Markdown has a bar of buttons and drawings say what they show; nothing else has a script. */
const scriptsOf = new Map([
  ...[
    'desk',
    ...[
      '',
      '/positions',
      '/map',
      '/trend',
      '/conditions',
      '/indicators',
      '/communes/:code',
      '/measures/:measure',
    ].map((at) => `campaigns/:id/gaps${at}`),
  ].map((route): [string, string[]] => [route, ['tooltip']]),
  ['desk of a trainer', []],
  ['desk of an administrator', []],
  ['learn/:module/:lesson', ['listen']],
  ['studio/items/:id', ['autosave']],
  ['studio/forms/:id', ['autosave']],
  ['studio/modules/:id', ['autosave']],
  ['studio/practice/:id', ['autosave']],
  ['studio/practice/:id/screens/:screen', ['autosave']],
  ['studio/practice/:id/parts/:part', ['autosave']],
  ['studio/modules/:id/lessons/:lesson', ['toolbar', 'autosave']],
])

async function scriptNames(page: Page): Promise<string[]> {
  const sources = await page
    .locator('script')
    .evaluateAll((scripts) => scripts.map((script) => script.getAttribute('src')))
  return sources.map((src) => /\/assets\/([a-z]+)-[\w-]+\.js$/.exec(src ?? '')?.[1] ?? 'inline')
}

for (const [route, state, sample] of walk) {
  test(`/${route} ${state}`.trim(), async ({ walked: { page, faults }, baseURL }) => {
    const context = page.context()
    await context.clearCookies()
    faults.length = 0
    const at =
      address(route === '*' ? 'no-such-page' : route, sample.params?.(samples())) + (sample.query ?? '')
    const account =
      sample.as === 'secondLeader'
        ? samples().secondLeader
        : sample.as === 'nobody'
          ? null
          : demoAccount(sample.as).id
    if (account) await useSession(context, baseURL!, newSession(account))
    if (sample.leadsTo !== undefined || sample.sends) {
      const answer = await page.request.get(baseURL! + at, { maxRedirects: 0 })
      expect(answer.status()).toBe(sample.status ?? (sample.sends ? 200 : 302))
      expect(answer.headers()[sample.sends ? 'content-type' : 'location'] ?? '').toMatch(
        sample.sends ?? new RegExp(`^${sample.leadsTo}$`),
      )
      return
    }
    const scripts = scriptsOf.get(`${route} ${state}`.trim()) ?? scriptsOf.get(route) ?? []
    for (const locale of locales) {
      await test.step(locale, async () => {
        await useLocale(context, baseURL!, locale)
        await page.setViewportSize({ width: 1366, height: 768 })
        const response = await page.goto(baseURL! + at)
        expect(response?.status()).toBe(sample.status ?? 200)
        const html = await response!.text()
        expect.soft(await page.title()).toMatch(/^\S.+ · I Tờ Số$/)
        await expect.soft(page.locator('html')).toHaveAttribute('lang', locale)
        await expect.soft(page.locator('h1')).toHaveCount(1)
        await expect.soft(page.getByText(said('ui', 'sample', {}, locale)).first()).toBeVisible()
        expect.soft(await scriptNames(page)).toEqual(sample.status ? [] : scripts)
        await expect.soft(page.locator('style, [style]')).toHaveCount(0)
        expect.soft(languageFaults(await ownText(page), locale), 'language').toEqual([])
        expect.soft(await markupFaults(html), 'markup').toEqual([])
        expect.soft(await withoutForm(page), 'buttons of a form').toEqual([])
        expect.soft(await axeFaults(page), 'axe at 1366').toEqual([])
        expect.soft(await overflow(page, 360), 'overflow at 360').toEqual([])
        if (everyWidth) expect.soft(await axeFaults(page), 'axe at 360').toEqual([])
        if (sample.learner) expect.soft(await overflow(page, 320), 'overflow at 320').toEqual([])
        if (sample.learner && everyWidth) expect.soft(await axeFaults(page), 'axe at 320').toEqual([])
        await expectPrintable(page)
      })
    }
    expect(faults, 'the browser complains of nothing').toEqual([])
  })
}
