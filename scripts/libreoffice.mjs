// Finds LibreOffice, with which `npm run test:all` opens documents; on Debian as root it installs the distribution's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]
/** Fonts as wide as Times New Roman, and the reader that turns pages into pictures and text. */
const packages = [
  'libreoffice-writer',
  'libreoffice-calc',
  'libreoffice-impress',
  'fonts-liberation',
  'poppler-utils',
]

/** The path of LibreOffice, or null after saying plainly what to install. */
export function findLibreOffice() {
  const found = usual.find((file) => existsSync(file))
  if (found && existsSync('/usr/bin/pdftotext')) return found
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('▸ Installing LibreOffice (apt-get) …')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    if (apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', ...packages))
      return usual.find((file) => existsSync(file)) ?? null
  }
  console.error(
    `✗ The tests of files need LibreOffice and poppler: sudo apt-get install ${packages.join(' ')}`,
  )
  return null
}
