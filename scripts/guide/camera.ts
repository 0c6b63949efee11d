import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import type { Locale } from '~/platform/i18n/locale'
import type { Key, Namespace } from '~/platform/i18n/resources'
import { paths } from '~/paths'
import { said } from '../../tests/fixtures/words'

/** The most that a picture may weigh, and all of a guide together, in bytes. */
export const weights = { picture: 80 * 1024, all: 2.5 * 1024 * 1024 }

const screens = { desktop: { width: 1366, height: 768 }, phone: { width: 360, height: 740 } }

export type Account = { username: string; password: string }
type Shot = {
  screen?: keyof typeof screens
  /** What stands at the top of the picture; without it the top of the page does. */
  at?: string
}

/** A picture that begins below the navigation, for pages where there is much to see. */
export const below: Shot = { at: 'main h1' }

/** A browser that walks the product in one language and takes pictures of it. */
export class Camera {
  private readonly contexts = new Map<string, BrowserContext>()
  page!: Page

  private constructor(
    private readonly browser: Browser,
    readonly url: string,
    readonly locale: Locale,
    private readonly folder: string,
  ) {}

  static into(folder: string, browser: Browser, url: string, locale: Locale): Camera {
    mkdirSync(folder, { recursive: true })
    for (const old of readdirSync(folder)) rmSync(path.join(folder, old))
    return new Camera(browser, url, locale, folder)
  }

  /** A text of the product in the language of the pictures. */
  say<N extends Namespace>(ns: N, key: Key<N>, values: Record<string, string | number> = {}): string {
    return said(ns, key, values, this.locale)
  }

  /** Goes on as an account, which signs in by the form the first time. */
  async as({ username, password }: Account): Promise<void> {
    const known = this.contexts.get(username)
    if (known) {
      this.page = known.pages()[0]!
      return
    }
    await this.stranger(username)
    await this.open(paths.signIn())
    await this.fill('#username', username)
    await this.fill('#password', password)
    await this.press(this.say('auth', 'signIn.submit'))
    await this.lookFor(this.say('shell', 'signOut'))
  }

  /** Goes on as nobody, in a browser of its own. */
  async stranger(name: string): Promise<void> {
    const context = await this.browser.newContext({ viewport: screens.desktop, reducedMotion: 'reduce' })
    const prefs = { name: 'its_prefs', value: `${this.locale}.1.n`, url: this.url }
    await context.addCookies([{ ...prefs, httpOnly: true, sameSite: 'Lax' }])
    context.setDefaultTimeout(20_000)
    this.contexts.set(name, context)
    this.page = await context.newPage()
  }

  async open(to: string): Promise<void> {
    const answer = await this.page.goto(this.url + to)
    if (!answer?.ok()) throw new Error(`${to} answered ${answer?.status()}`)
  }

  /** Presses a button or a link by its whole name, the first of that name on the page. */
  async press(name: string): Promise<void> {
    const found = this.named(name)
    await this.need(found, `button or link “${name}”`)
    await this.follow(found)
  }

  async fill(selector: string, text: string): Promise<void> {
    const field = this.page.locator(selector)
    await this.need(field, `field ${selector}`)
    await this.unfold(field)
    await field.first().fill(text)
  }

  async choose(selector: string, value: string): Promise<void> {
    const field = this.page.locator(selector)
    await this.need(field, `field ${selector}`)
    await this.unfold(field)
    if ((await field.first().getAttribute('type')) === null) await field.first().selectOption(value)
    else await field.first().check()
  }

  /** The Vietnamese and English fields of a text. */
  async pair(name: string, texts: { vi: string; en?: string }): Promise<void> {
    await this.fill(`[id="${name}.vi"]`, texts.vi)
    if (texts.en !== undefined) await this.fill(`[id="${name}.en"]`, texts.en)
  }

  async send(selector: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const field = this.page.locator(selector)
    await this.need(field, `field ${selector}`)
    await field.first().setInputFiles(file)
  }

  async click(selector: string): Promise<void> {
    const found = this.page.locator(selector)
    await this.need(found, `place ${selector}`)
    await this.follow(found)
  }

  /** Opens everything that is folded up around a place. */
  async unfoldAt(selector: string): Promise<void> {
    const found = this.page.locator(selector)
    await this.need(found, `place ${selector}`)
    await this.unfold(found)
  }

  /** Waits for a page that loads itself again until it shows a text. */
  async reloadUntil(text: string): Promise<void> {
    await this.page
      .getByText(text, { exact: true })
      .first()
      .waitFor({ timeout: 60_000 })
      .catch(() => {
        throw new Error(`no “${text}” on ${this.page.url()} after a minute`)
      })
  }

  async textOf(selector: string): Promise<string> {
    const found = this.page.locator(selector)
    await this.need(found, `place ${selector}`)
    return (await found.first().innerText()).trim()
  }

  /** Whether a button or link of this name is on the page as it stands. */
  async shows(name: string): Promise<boolean> {
    return (await this.named(name).count()) > 0
  }

  /** Where the browser is, without the address of the server and without a note. */
  get path(): string {
    return new URL(this.page.url()).pathname
  }

  async lookFor(text: string): Promise<void> {
    await this.need(this.page.getByText(text), `text “${text}”`)
  }

  /** Writes the screen as it stands under a name such as `04-editor`. */
  async shoot(name: string, { screen = 'desktop', at }: Shot = {}): Promise<void> {
    const { page } = this
    await page.setViewportSize(screens[screen])
    const top = at ? page.locator(at) : page.locator('body')
    await this.need(top, `place ${at}`)
    await top.first().evaluate((element) => {
      element.scrollIntoView({ block: 'start', behavior: 'instant' })
      scrollBy({ top: -12, behavior: 'instant' })
    })
    await page.evaluate(() => document.fonts.ready)
    const bytes = await encoded(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
    await page.setViewportSize(screens.desktop)
    if (bytes.length > weights.picture)
      throw new Error(`${name} weighs ${bytes.length} bytes, more than ${weights.picture}`)
    writeFileSync(path.join(this.folder, `${name}.webp`), bytes)
  }

  async close(): Promise<void> {
    for (const context of this.contexts.values()) await context.close()
  }

  private named(name: string): Locator {
    const main = this.page.locator('main')
    return main.getByRole('button', { name, exact: true }).or(main.getByRole('link', { name, exact: true }))
  }

  /** Presses what leads to another page, and waits for that page. */
  private async follow(found: Locator): Promise<void> {
    const arrived = this.page.waitForEvent('load')
    await found.first().click()
    await arrived
  }

  private unfold(found: Locator): Promise<void> {
    return found.first().evaluate((element) => {
      for (let at = element.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
        at.open = true
    })
  }

  private async need(found: Locator, what: string): Promise<void> {
    await found
      .first()
      .waitFor({ state: 'attached', timeout: 15_000 })
      .catch(async () => {
        const said = await this.page.locator('main [role=alert], main [role=status]').allInnerTexts()
        throw new Error(`no ${what} on ${this.page.url()}, in ${this.locale}. ${said.join(' ')}`.trim())
      })
  }
}

// Screens have few colours: with a palette the letters stay sharp at half the weight of a photograph's encoding.
async function encoded(screenshot: Buffer): Promise<Buffer> {
  const few = await sharp(screenshot).png({ palette: true, colours: 24, dither: 0 }).toBuffer()
  return sharp(few).webp({ lossless: true, effort: 6 }).toBuffer()
}
