import type { ReactNode } from 'react'
import { locales, type Bilingual, type Locale } from '~/platform/i18n/locale'
import { Columns } from '~/ui/Columns'

/** The same thing in both languages, side by side where there is room. */
export function BothLanguages({ children }: { children: (locale: Locale) => ReactNode }) {
  return (
    <Columns kind="two">
      {locales.map((locale) => (
        <div key={locale} lang={locale}>
          {children(locale)}
        </div>
      ))}
    </Columns>
  )
}

/** A text with its other language under it, for tables. */
export function TwoTexts({ text }: { text: Bilingual }) {
  return (
    <>
      <span lang="vi">{text.vi}</span>
      <br />
      <small lang="en" className="muted">
        {text.en}
      </small>
    </>
  )
}
