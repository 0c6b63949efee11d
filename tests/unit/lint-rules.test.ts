import { Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, expect, test } from 'vitest'
import texts from '../../eslint.rules.js'

function faults(rule: string, code: string): number {
  const config = {
    files: ['**/*.tsx'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { texts },
    rules: { [`texts/${rule}`]: 'error' },
  } as Linter.Config
  const messages = new Linter().verify(code, config, 'case.tsx')
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return messages.length
}

describe('jsx-text-in-locales', () => {
  test.each([
    '<p>Lưu</p>',
    '<p>Save</p>',
    '<p>{"Save"}</p>',
    '<img alt="Bảng" />',
    '<Field label={wide ? "Tên" : x} />',
    '<p>{open && "Mở"}</p>',
    '<p aria-label={`${n} people`} />',
  ])('refuses %s', (code) => {
    expect(faults('jsx-text-in-locales', code)).toBe(1)
  })
  test.each([
    '<p>{t("save")}</p>',
    '<p> · {n} %</p>',
    '<p className="lead" />',
    '<a href="/me">{t("me")}</a>',
    '<input type="text" name="who" />',
    '<p>{n > 1 ? t("a") : t("b")}</p>',
  ])('takes %s', (code) => {
    expect(faults('jsx-text-in-locales', code)).toBe(0)
  })
})

describe('vietnamese-in-locales', () => {
  test.each(['const a = "Ông/Bà"', 'const a = `Xã ${name}`', '<p title="Đóng" />'])('refuses %s', (code) => {
    expect(faults('vietnamese-in-locales', code)).toBe(1)
  })
  test.each(['const a = "Save"', 'const a = `${name} · I Tờ Số`', 'const names = { vi: "Tiếng Việt" }'])(
    'takes %s',
    (code) => {
      expect(faults('vietnamese-in-locales', code)).toBe(0)
    },
  )
})
