import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import playwright from 'eslint-plugin-playwright'
import tseslint from 'typescript-eslint'
import texts from './eslint.rules.js'

const clock =
  'Time comes in as an argument in pure files, and from now() of platform/clock elsewhere (docs/decisions/0001).'
const syntax = {
  barrels: [
    {
      selector: 'ExportAllDeclaration',
      message: 'No barrel files: import from the file itself (docs/decisions/0001).',
    },
    {
      selector: 'ExportNamedDeclaration[source]',
      message: 'No barrel files: import from the file itself (docs/decisions/0001).',
    },
  ],
  clock: [
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
    { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
  ],
  chance: [
    {
      selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
      message: 'Chance comes in as a seed, and from node:crypto in server files (docs/decisions/0001).',
    },
  ],
  style: [
    {
      selector: "JSXAttribute[name.name='style']",
      message:
        'The content security policy forbids style attributes: write a class in ui/css (docs/decisions/0003).',
    },
    {
      selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
      message:
        'Markup is rendered as React elements; the text of a lesson alone is a string, in LessonText (docs/decisions/0018).',
    },
  ],
}

const prisma = {
  group: ['@prisma/*', '.prisma/*', '**/generated/*', '**/generated/**'],
  message: 'Only platform/db imports Prisma: use reader and inTransaction (docs/decisions/0005).',
}
const lucia = { name: 'lucia', message: 'Only platform/auth imports Lucia (docs/decisions/0006).' }
const react = [
  {
    name: '@remix-run/react',
    importNames: ['Form', 'Link', 'NavLink', 'useFetcher', 'useSubmit'],
    message: 'Pages are plain HTML: <form>, <a> (docs/decisions/0002).',
  },
  {
    name: 'react',
    importNames: ['useState', 'useEffect', 'useRef', 'useReducer', 'useLayoutEffect'],
    message: 'No page hydrates (docs/decisions/0002).',
  },
]

const app = ['app/**/*.ts', 'app/**/*.tsx']
const tests = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts']

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'build/',
      'data/',
      'reports/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      '**/generated/',
      'tests/fixtures/',
    ],
  },
  js.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 350, skipBlankLines: false, skipComments: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
        FormData: 'readonly',
        URLSearchParams: 'readonly',
        document: 'readonly',
        PerformanceObserver: 'readonly',
        module: 'writable',
        require: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.d.mts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A refusal is a Response that is thrown; the framework turns it into the error page.
      '@typescript-eslint/only-throw-error': 'off',
      // `array[i]!` after a check of the length says what noUncheckedIndexedAccess cannot see.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, returns: false } },
      ],
      // Spreading a string gives its code points, which is what Vietnamese text in NFC needs.
      '@typescript-eslint/no-misused-spread': 'off',
      // A file sent where a text was asked for reads as "[object File]" and is refused like any other wrong text.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['File', 'Error', 'RegExp', 'URL', 'URLSearchParams'] },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: app,
    plugins: { texts },
    rules: {
      'texts/vietnamese-in-locales': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only app/env.server.ts reads the environment.' },
      ],
      'no-restricted-imports': ['error', { paths: [lucia, ...react], patterns: [prisma] }],
      'no-restricted-syntax': [
        'error',
        ...syntax.barrels,
        ...syntax.clock,
        ...syntax.chance,
        ...syntax.style,
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['app/**/*.server.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [lucia], patterns: [{ ...prisma, allowTypeImports: true }] },
      ],
    },
  },
  {
    files: ['app/platform/db/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [lucia] }] },
  },
  {
    files: ['app/platform/auth/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ ...prisma, allowTypeImports: true }] },
      ],
    },
  },
  { files: ['app/env.server.ts'], rules: { 'no-restricted-properties': 'off' } },
  // The one place where markup comes from a string: checked, rendered and sanitised before (docs/decisions/0018).
  {
    files: ['app/learning/LessonText.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...syntax.barrels,
        ...syntax.clock,
        ...syntax.chance,
        ...syntax.style.slice(0, 1),
      ],
    },
  },
  {
    files: ['app/platform/clock/**'],
    rules: { 'no-restricted-syntax': ['error', ...syntax.barrels, ...syntax.chance] },
  },
  // The build looks for startServer in the entry.
  {
    files: ['app/entry.server.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...syntax.clock, ...syntax.chance, ...syntax.style] },
  },
  // Data about the language and about what people write in spreadsheets, not texts of the product.
  {
    files: [
      'app/formats/**/*.ts',
      'app/people/roster/**/*.ts',
      'app/people/places/**/*.ts',
      'app/ui/showcase/**',
    ],
    rules: { 'texts/vietnamese-in-locales': 'off' },
  },
  {
    files: ['app/**/*.tsx'],
    ...a11y.flatConfigs.strict,
  },
  {
    files: ['app/**/*.tsx'],
    plugins: { texts },
    rules: { 'texts/jsx-text-in-locales': 'error' },
  },
  {
    files: tests,
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...syntax.chance],
      'texts/vietnamese-in-locales': 'off',
      'texts/jsx-text-in-locales': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['tests/e2e/**/*.spec.ts'],
    ...playwright.configs['flat/recommended'],
  },
  {
    files: ['tests/e2e/**/*.spec.ts'],
    rules: {
      'playwright/no-wait-for-timeout': 'error',
      'playwright/no-skipped-test': 'error',
      'playwright/no-focused-test': 'error',
      'playwright/no-networkidle': 'error',
      'playwright/expect-expect': [
        'error',
        { assertFunctionPatterns: ['^expect', '^check', '^see', '^noViolations'] },
      ],
      // A test that walks many screens asks in loops and branches on the screen's width.
      'playwright/no-conditional-in-test': 'off',
      'playwright/no-conditional-expect': 'off',
      'playwright/valid-title': 'off',
    },
  },
)
