import { chromium } from '@playwright/test'
import { chromiumFlags } from '../chromium.mjs'

/** Largest contentful paint of a first visit on a slow machine and a bad line. */
export async function paintPages(base, { open, closed, answering, finished, learning }) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: chromiumFlags,
  })
  const pages = {
    'sign-in': ['/sign-in', ''],
    lesson: ['/learn/infosec/personal-data', learning[0]],
    'home page': ['/me', finished[1]],
    question: [`/surveys/${open}/steps/q-7.3-1a`, answering[56]],
    'own result': [`/me/results/${closed}`, finished[1]],
  }
  const rows = {}
  for (const [name, [path, cookie]] of Object.entries(pages)) {
    const times = []
    for (let run = 0; run < 3; run++) times.push(await paint(browser, base, path, cookie))
    rows[name] = { 'LCP ms (median of 3)': times.sort((a, b) => a - b)[1] }
  }
  await browser.close()
  return rows
}

async function paint(browser, base, path, cookie) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  if (cookie) {
    const [name, value] = cookie.split('=')
    await context.addCookies([{ name, value, url: base }])
  }
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  })
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.goto(base + path, { waitUntil: 'load' })
  const time = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
        setTimeout(() => resolve(NaN), 5000)
      }),
  )
  await context.close()
  return Math.round(time)
}
