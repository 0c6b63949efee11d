import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { moduleOf } from '../fixtures/learning'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe('a lesson read aloud', () => {
  /** A machine with these voices, which notes what it was given to say. */
  const speaking = (page: Page, langs: string[]) =>
    page.addInitScript((spoken) => {
      const said: string[] = []
      const value = {
        getVoices: () => spoken.map((lang) => ({ lang })),
        cancel: () => undefined,
        speak: (utterance: { text: string }) => said.push(utterance.text),
      }
      class Utterance {
        constructor(readonly text: string) {}
      }
      Object.defineProperty(window, 'speechSynthesis', { value })
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, said })
    }, langs)
  const lesson = () => paths.lesson('citizen-online', moduleOf('citizen-online').lessons[0]!.code)

  test('begins with the first paragraph and can be stopped, where there is a voice', async ({ page }) => {
    await speaking(page, ['en-GB', 'vi-VN'])
    await page.goto(lesson())
    await page.getByRole('button', { name: said('learning', 'listen.listen') }).click()
    const first = (await page.locator('#text [data-aloud]').innerText()).trim()
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said[0]!.trim())).toBe(first)
    await page.getByRole('button', { name: said('learning', 'listen.stop') }).click()
    await expect(page.locator('#text [data-aloud]')).toHaveCount(0)
  })

  test('is not offered where no voice speaks its language', async ({ page }) => {
    await speaking(page, ['en-GB'])
    await page.goto(lesson())
    await expect(page.locator('#text')).toBeVisible()
    await expect(page.locator('#listen')).toBeHidden()
  })
})
