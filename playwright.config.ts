import { defineConfig } from '@playwright/test'
import { chromiumFlags } from './scripts/chromium.mjs'

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const desktop = { width: 1366, height: 768 }
const phone = { width: 360, height: 740 }
const all = process.env.TEST_ALL === '1'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './tests/e2e/setup.ts',
  outputDir: 'test-results',
  workers: 2,
  timeout: 60_000,
  // Ends with a report; scripts/test.mjs would end it without one a minute later.
  globalTimeout: all ? 0 : 18 * 60_000,
  expect: { timeout: 10_000 },
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: chromiumFlags,
    },
  },
  projects: [
    { name: 'vi-1366', use: { viewport: desktop } },
    ...(all
      ? [
          { name: 'vi-360', use: { viewport: phone } },
          { name: 'vi-1366-no-script', use: { viewport: desktop, javaScriptEnabled: false } },
        ]
      : []),
  ],
})
