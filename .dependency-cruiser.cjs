/** Who may import whom. docs/decisions/0001 says why; each message names the record behind its rule. */
const rooms = [
  'locales',
  'env.server.ts',
  'paths-indicators.ts',
  'paths-official.ts',
  'paths-requests.ts',
  'paths-scorecard.ts',
  'paths.ts',
  'platform',
  'ui',
  'formats',
  'people',
  'competency',
  'assessment',
  'gaps',
  'learning',
  'classes',
  'campaigns',
  'planning',
  'scorecards',
  'authoring',
  'interchange',
  'offline',
  'composition.server.ts',
  'routes',
]
const at = (room) => `^app/${room.replaceAll('.', '\\.')}${room.endsWith('.ts') ? '$' : '/'}`
const doors = '^app/(root|routes|entry\\.[a-z]+)\\.tsx?$'
const tests = ['\\.test\\.tsx?$', '^tests/']
const generated = '/generated/'
const fromNpm = [
  'npm',
  'npm-dev',
  'npm-peer',
  'npm-optional',
  'npm-no-pkg',
  'npm-unknown',
  'unknown',
  'undetermined',
]
const modules = (...names) => `node_modules/(${names.join('|')})/`

const pure = { path: '^app/[^.]+\\.ts$', pathNot: ['^app/routes/', '^app/routes\\.ts$', generated] }
const component = {
  path: '^app/(?!routes/|root\\.|entry\\.).*\\.tsx$|^app/routes/.*/[A-Z][^/]*\\.tsx$',
  pathNot: tests,
}

const onlyIn = (name, packages, places, record) => ({
  name,
  comment: `Only ${places.join(' and ')} may import ${packages.join(', ')} (docs/decisions/${record}).`,
  severity: 'error',
  from: { path: '^app/', pathNot: [...places.map((place) => `^${place}`), ...tests] },
  to: { path: modules(...packages) },
})

module.exports = {
  forbidden: [
    {
      name: 'pure-no-node',
      comment: 'A pure file has no Node: it belongs in a *.server.ts (docs/decisions/0001).',
      severity: 'error',
      from: pure,
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-npm-list',
      comment: 'A pure file imports zod, d3 and parsers from npm, nothing else (docs/decisions/0001).',
      severity: 'error',
      from: { ...pure, pathNot: [...pure.pathNot, '^app/platform/i18n/'] },
      to: {
        dependencyTypes: fromNpm,
        pathNot: modules(
          'zod',
          'd3-[a-z]+',
          '@types/d3-[a-z]+',
          'papaparse',
          '@types/papaparse',
          'yaml',
          'fast-xml-parser',
          'gift-pegjs',
          'qrcode-generator',
          'markdown-it',
          '@types/markdown-it',
        ),
      },
    },
    {
      name: 'pure-i18n',
      comment: 'platform/i18n may import i18next beside the list of pure files (docs/decisions/0004).',
      severity: 'error',
      from: { path: '^app/platform/i18n/[^.]+\\.ts$' },
      to: { dependencyTypes: fromNpm, pathNot: modules('i18next', 'zod') },
    },
    {
      name: 'pure-only-pure',
      comment:
        'A pure file imports pure files only: no server file, no component, no database (docs/decisions/0001).',
      severity: 'error',
      from: pure,
      to: { path: `\\.server\\.tsx?$|\\.tsx$|${generated}` },
    },
    {
      name: 'components-no-server',
      comment: 'A component draws its props: from *.server.ts it takes types only (docs/decisions/0001).',
      severity: 'error',
      from: component,
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    ...rooms.slice(0, -1).map((room, i) => ({
      name: `order-${room}`,
      comment: 'A room imports from the rooms above it in the list, never from below (docs/decisions/0001).',
      severity: 'error',
      from: { path: at(room), pathNot: tests },
      to: {
        path: rooms
          .slice(i + 1)
          .map(at)
          .concat(doors),
      },
    })),
    {
      name: 'known-rooms',
      comment: 'A folder of app/ is a room of the list in docs/decisions/0001; add a new one there first.',
      severity: 'error',
      from: { path: '^app/', pathNot: [...rooms.map(at), doors, ...tests] },
      to: {},
    },
    {
      name: 'no-drawers',
      comment:
        'No utils, helpers, misc or index files: a function has a room and a name (docs/decisions/0001).',
      severity: 'error',
      from: {},
      to: {
        path: ['utils?', 'helpers?', 'misc', 'common', 'shared', 'index'].map(
          (name) => `/${name}(/|\\.[jt]sx?$)`,
        ),
        pathNot: ['node_modules', generated],
      },
    },
    {
      name: 'no-tests-in-app',
      comment: 'The application does not import tests or scripts (docs/decisions/0001).',
      severity: 'error',
      from: { path: '^app/', pathNot: tests },
      to: { path: ['^tests/', '^scripts/', '\\.test\\.tsx?$'] },
    },
    {
      name: 'no-circles',
      comment: 'No circles: move what both need into the higher room (docs/decisions/0001).',
      severity: 'error',
      from: { path: '^app/', pathNot: generated },
      to: { circular: true },
    },
    {
      name: 'no-dev-packages',
      comment: 'What runs in production imports packages that production installs (docs/decisions/0001).',
      severity: 'error',
      from: { path: '^app/', pathNot: ['^app/routes\\.ts$', ...tests] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolved',
      comment: 'This import leads nowhere (docs/decisions/0001).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\?url$'] },
    },
    {
      name: 'only-db-prisma',
      comment: 'Only platform/db imports Prisma; server files may take its types (docs/decisions/0005).',
      severity: 'error',
      from: { path: '^app/', pathNot: ['^app/platform/db/', '\\.server\\.ts$', ...tests] },
      to: {
        path: `${modules('@prisma', '\\.prisma', 'prisma', 'better-sqlite3', '@types/better-sqlite3')}|${generated}`,
      },
    },
    {
      name: 'only-db-prisma-values',
      comment:
        'Server files take types of the database; reader and inTransaction do the rest (docs/decisions/0005).',
      severity: 'error',
      from: { path: '\\.server\\.ts$', pathNot: ['^app/platform/db/', ...tests] },
      to: {
        path: `${modules('@prisma', '\\.prisma', 'prisma', 'better-sqlite3')}|${generated}`,
        dependencyTypesNot: ['type-only'],
      },
    },
    onlyIn('only-auth-lucia', ['lucia'], ['app/platform/auth/'], '0006'),
    onlyIn('only-auth-argon2', ['@node-rs/argon2'], ['app/platform/auth/'], '0006'),
    onlyIn(
      'only-i18n-i18next',
      ['i18next', 'react-i18next', 'remix-i18next'],
      ['app/platform/i18n/'],
      '0004',
    ),
    onlyIn('only-mail-nodemailer', ['nodemailer', '@types/nodemailer'], ['app/platform/mail/'], '0040'),
    onlyIn('only-log-pino', ['pino'], ['app/platform/log/'], '0001'),
    onlyIn(
      'only-formats-files',
      [
        'read-excel-file',
        'write-excel-file',
        'papaparse',
        '@types/papaparse',
        'fflate',
        'docx',
        'jszip',
        'mammoth',
        'fast-xml-parser',
        'gift-pegjs',
        'qrcode-generator',
        '@resvg/resvg-wasm',
        '@expo-google-fonts/noto-sans',
      ],
      ['app/formats/', 'app/interchange/'],
      '0001',
    ),
    onlyIn(
      'only-pack-markdown',
      ['markdown-it', '@types/markdown-it'],
      ['app/learning/pack/', 'app/learning/render/'],
      '0018',
    ),
    onlyIn(
      'only-render-sanitise',
      ['sanitize-html', '@types/sanitize-html'],
      ['app/learning/render/'],
      '0018',
    ),
    onlyIn('only-learning-pictures', ['sharp'], ['app/learning/'], '0018'),
    onlyIn('only-planning-solver', ['highs'], ['app/planning/solve/'], '0041'),
  ],
  options: {
    doNotFollow: { path: ['node_modules', generated] },
    exclude: { path: '\\?url$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
