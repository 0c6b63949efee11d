import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './sources'

/** Each case: the rule that must catch it, the file, its one import, and the file that it leads to. */
const cases = [
  ['pure-no-node', 'people/name.ts', "import { readFileSync } from 'node:fs'\nexport default readFileSync"],
  ['pure-npm-list', 'people/draw.ts', "import { createElement } from 'react'\nexport default createElement"],
  [
    'pure-i18n',
    'platform/i18n/page.ts',
    "import { createElement } from 'react'\nexport default createElement",
  ],
  ['pure-only-pure', 'gaps/sum.ts', "import { save } from './save.server'\nexport default save"],
  ['pure-only-pure', 'gaps/look.ts', "import { Box } from '~/ui/Box'\nexport default Box"],
  [
    'components-no-server',
    'gaps/Panel.tsx',
    "import { save } from './save.server'\nexport const Panel = save",
  ],
  [
    'components-no-server',
    'routes/plan/Screen.tsx',
    "import { save } from '~/gaps/save.server'\nexport const Screen = save",
  ],
  ['order-people', 'people/gap.server.ts', "import { save } from '~/gaps/save.server'\nexport default save"],
  ['order-ui', 'ui/Place.tsx', "import type { Name } from '~/people/plain'\nexport type Place = Name"],
  [
    'order-composition.server.ts',
    'composition.server.ts',
    "import { screen } from '~/routes/plan/door'\nexport default screen",
  ],
  ['known-rooms', 'cellar/plain.ts', "import { plain } from '~/people/plain'\nexport default plain"],
  ['no-drawers', 'people/use.ts', "import { pad } from './utils'\nexport default pad"],
  [
    'no-tests-in-app',
    'people/try.server.ts',
    "import { builder } from '../../tests/builder'\nexport default builder",
  ],
  ['no-circles', 'people/egg.ts', "import { hen } from './hen'\nexport const egg = hen"],
  ['no-dev-packages', 'people/fast.server.ts', "import fc from 'fast-check'\nexport default fc"],
  ['no-unresolved', 'people/lost.ts', "import { gone } from './gone'\nexport default gone"],
  [
    'only-db-prisma',
    'gaps/Table.tsx',
    "import type { Prisma } from '@prisma/client'\nexport type Table = Prisma",
  ],
  [
    'only-db-prisma-values',
    'gaps/raw.server.ts',
    "import Database from 'better-sqlite3'\nexport default Database",
  ],
  ['only-auth-lucia', 'people/session.server.ts', "import { Lucia } from 'lucia'\nexport default Lucia"],
  [
    'only-auth-argon2',
    'people/hash.server.ts',
    "import { hash } from '@node-rs/argon2'\nexport default hash",
  ],
  ['only-i18n-i18next', 'ui/speak.server.ts', "import i18next from 'i18next'\nexport default i18next"],
  [
    'only-mail-nodemailer',
    'people/send.server.ts',
    "import { createTransport } from 'nodemailer'\nexport default createTransport",
  ],
  ['only-log-pino', 'people/log.server.ts', "import pino from 'pino'\nexport default pino"],
  [
    'only-pack-markdown',
    'gaps/note.server.ts',
    "import createMarkdown from 'markdown-it'\nexport default createMarkdown",
  ],
  [
    'only-render-sanitise',
    'gaps/clean.server.ts',
    "import sanitizeHtml from 'sanitize-html'\nexport default sanitizeHtml",
  ],
  ['only-learning-pictures', 'gaps/shot.server.ts', "import sharp from 'sharp'\nexport default sharp"],
  ['only-formats-files', 'gaps/sheet.server.ts', "import Papa from 'papaparse'\nexport default Papa"],
] as const

/** What the cases lead to, and what the rules must let through. */
const right: Record<string, string> = {
  'app/people/plain.ts':
    "import { z } from 'zod'\nexport const plain = z.string()\nexport type Name = string",
  'app/people/hen.ts': "import { egg } from './egg'\nexport const hen: string = egg",
  'app/people/utils.ts': 'export const pad = 1',
  'app/gaps/save.server.ts':
    "import { readFileSync } from 'node:fs'\nimport { plain } from '~/people/plain'\nexport const save = [readFileSync, plain]",
  'app/gaps/Typed.tsx': "import type { save } from './save.server'\nexport type Typed = typeof save",
  'app/ui/Box.tsx': 'export const Box = 1',
  'app/formats/csv.ts': "import Papa from 'papaparse'\nexport default Papa",
  'app/learning/pack/read.ts': "import createMarkdown from 'markdown-it'\nexport default createMarkdown",
  'app/platform/i18n/speak.ts': "import i18next from 'i18next'\nexport default i18next",
  'app/platform/auth/session.server.ts': "import { Lucia } from 'lucia'\nexport default Lucia",
  'app/routes/plan/door.tsx': "import { save } from '~/gaps/save.server'\nexport const screen = save",
  'tests/builder.ts': 'export const builder = 1',
}

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } }
let folder: string
let violations: Report['summary']['violations']

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-rules-'))
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(path.join(root, name), path.join(folder, name))
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  const files = { ...right, ...Object.fromEntries(cases.map(([, file, text]) => [`app/${file}`, text])) }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  const cli = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  let output: string
  try {
    output = execFileSync(process.execPath, [cli, 'app', 'tests', '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64e6,
    })
  } catch (error) {
    output = (error as { stdout: string }).stdout
  }
  violations = (JSON.parse(output) as Report).summary.violations
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(cases)('%s catches app/%s', (rule, file) => {
  expect(violations.filter(({ from }) => from === `app/${file}`).map((each) => each.rule.name)).toContain(
    rule,
  )
})

test('what keeps the rules is let through', () => {
  const caught = new Set(violations.map(({ from }) => from))
  expect(Object.keys(right).filter((file) => caught.has(file) && file !== 'app/people/hen.ts')).toEqual([])
})
