// Finds the Chromium that the browser tests and the bench use; on Debian as root it installs the distribution's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A browser that shows pages and does nothing else. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium, or null after saying plainly what to install. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    console.error(
      `✗ CHROMIUM_PATH is "${named}", and there is no such file. Mend it, or unset it to use an installed Chromium.`,
    )
    return null
  }
  const found = usual.find((file) => existsSync(file))
  if (found) return found
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('▸ Installing Chromium (apt-get) …')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    if (
      apt('update', '-q') &&
      apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-core')
    )
      return usual.find((file) => existsSync(file)) ?? null
  }
  console.error(
    '✗ The browser tests need Chromium: install it (Debian and Ubuntu: sudo apt-get install chromium), or name it in CHROMIUM_PATH.',
  )
  return null
}
