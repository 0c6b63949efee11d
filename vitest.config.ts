import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const files = ['app', 'tests/unit', 'tests/routes'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
)
/** Tests with a database, settings or replaced modules have modules of their own; the others share theirs. */
const alone = files.filter((file) =>
  /\.server'|vi\.(mock|stub|useFake)|process\.env|builders\/module'/.test(readFileSync(root + file, 'utf8')),
)

export default defineConfig({
  resolve: { alias: { '~': `${root}app` } },
  test: {
    environment: 'node',
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
    testTimeout: 20_000,
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: alone, globalSetup: 'tests/builders/prepared-databases.ts' },
      },
      {
        extends: true,
        test: { name: 'pure', include: files.filter((file) => !alone.includes(file)), isolate: false },
      },
    ],
  },
})
