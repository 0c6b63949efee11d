// What the npm scripts share: a fresh clone becomes a machine that can run or test the product.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Says what is wrong and what to do, and ends. */
export function stop(what, mend) {
  console.error(`\n✗ ${what}\n  ${mend}\n`)
  process.exit(1)
}

/** Runs one step with its time; ends with `mend` when it fails. */
export function step(
  title,
  command,
  args,
  { env = {}, mend = 'Read the lines above, mend what they name and run the command again.' } = {},
) {
  const start = Date.now()
  console.log(`▸ ${title} …`)
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  })
  if (error || status !== 0) stop(`${title}: failed${error ? ` (${error.message})` : ''}.`, mend)
  console.log(`  done in ${((Date.now() - start) / 1000).toFixed(1)} s`)
}

export const node = (title, file, args = [], options = {}) =>
  step(title, process.execPath, [file, ...args], options)
export const bin = (name) =>
  path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `Node.js ${process.versions.node} is too old.`,
      'Install Node.js 20.19 or newer from your distribution or nodejs.org.',
    )
  }
}

// Not `npm ci`: it wants every platform's optional binaries in the lock file, and registries do not all hold them.
/** Installs the packages unless the lock file's packages are there. */
export function install() {
  checkNode()
  const lock = path.join(root, 'package-lock.json')
  const marker = path.join(root, 'node_modules', '.installed-lock')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === readFileSync(lock, 'utf8')) return
  step(
    'Installing packages',
    npm,
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      env: {
        // The build needs the development packages, whatever the mode the product runs in.
        NODE_ENV: '',
        PRISMA_SKIP_POSTINSTALL_GENERATE: '1',
        PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
        PRISMA_QUERY_ENGINE_LIBRARY: '/bin/true',
        PUPPETEER_SKIP_DOWNLOAD: '1',
      },
      mend: 'Check the connection to the package registry; better-sqlite3 needs python3, make and a C++ compiler (apt-get install python3 make g++).',
    },
  )
  writeFileSync(marker, readFileSync(lock, 'utf8'))
}

function newest(folder) {
  let time = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    time = Math.max(time, entry.isDirectory() ? newest(full) : statSync(full).mtimeMs)
  }
  return time
}

export function generate() {
  const made = path.join(root, 'app/platform/db/generated/client.ts')
  if (existsSync(made) && statSync(made).mtimeMs > newest(path.join(root, 'prisma'))) return
  node('Generating the database client', 'scripts/prisma.mjs', ['generate', '--no-hints'])
}

/** Builds the application unless the build is newer than every source. */
export function build() {
  generate()
  const made = path.join(root, 'build/server/index.js')
  const sources = ['app', 'public'].map((folder) => newest(path.join(root, folder)))
  const configs = ['package-lock.json', 'vite.config.ts', 'remix.config.js'].map(
    (file) => statSync(path.join(root, file)).mtimeMs,
  )
  if (existsSync(made) && statSync(made).mtimeMs > Math.max(...sources, ...configs)) return
  step('Building the application', bin('remix'), ['vite:build', '--logLevel', 'warn'], {
    env: { NODE_ENV: 'production' },
  })
  compress(path.join(root, 'build/client'))
}

/** Compresses what the build made, once and as small as it goes. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    if (!entry.isFile() || !/\.(css|js|svg|webmanifest)$/.test(entry.name)) continue
    const content = readFileSync(file)
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}

export function migrate(url) {
  node('Bringing the database up to date', 'scripts/prisma.mjs', ['migrate', 'deploy'], {
    env: { DATABASE_URL: url },
    mend: 'The database may be in use by another process, or its folder may not be writable.',
  })
}
