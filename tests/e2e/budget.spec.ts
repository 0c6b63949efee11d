import http from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import { demoAccount, newSession, placesOfRun } from '../fixtures/installation'
import { address, manifest } from '../fixtures/manifest'
import { pageSamples } from '../fixtures/page-samples'
import { samples } from '../fixtures/samples'
import { expect, test } from '../fixtures/test'

const kilobyte = 1024
const first = 16 * kilobyte
const next = 7 * kilobyte
const stylesheet = 12 * kilobyte

type Answer = { bytes: number; body: Buffer; encoding: string }

/** The body as it goes over the line, compressed. */
function weigh(path: string, cookie = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http
      .get(
        placesOfRun().demo + path,
        { headers: { 'Accept-Encoding': 'br, gzip', Cookie: cookie } },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () => {
            const body = Buffer.concat(parts)
            resolve({ bytes: body.length, body, encoding: response.headers['content-encoding'] ?? '' })
          })
        },
      )
      .on('error', reject)
  })
}

const walk = manifest.flatMap(({ path }) => {
  const sample = pageSamples[path]
  return sample && !sample.sends && sample.leadsTo === undefined ? [{ path, sample }] : []
})

function cookieOf(as: string): string {
  if (as === 'nobody') return ''
  return `its_session=${newSession(as === 'secondLeader' ? samples().secondLeader : demoAccount(as as 'learner').id)}`
}

test('a learner page weighs little on the first visit and less on the next', async ({ page }) => {
  await page.goto('/')
  const linked = await page
    .locator('link[rel=stylesheet], link[rel=icon]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const parts = await Promise.all(linked.map((path) => weigh(path)))
  const css = parts.filter((_, i) => linked[i]!.endsWith('.css'))
  expect(
    css.map(({ encoding }) => encoding),
    'stylesheets go out as the build compressed them',
  ).toEqual(css.map(() => 'br'))
  expect(css.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(stylesheet)
  const shared = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  const heavy: string[] = []
  for (const { path, sample } of walk.filter((each) => each.sample.learner && !each.sample.long)) {
    const { bytes, encoding, body } = await weigh(
      address(path === '*' ? 'no-such-page' : path, sample.params?.(samples())),
      cookieOf(sample.as),
    )
    expect(encoding, path).toBe('br')
    const scripts = [
      ...brotliDecompressSync(body)
        .toString()
        .matchAll(/<script[^>]+src="([^"]+)"/g),
    ]
    const script = (await Promise.all(scripts.map(([, src]) => weigh(src!)))).reduce(
      (sum, each) => sum + each.bytes,
      0,
    )
    if (bytes > next || bytes + shared + script > first)
      heavy.push(`/${path}: ${bytes} bytes, ${bytes + shared + script} on the first visit`)
  }
  expect(heavy).toEqual([])
})
