import { locales, type Locale } from '~/platform/i18n/locale'
import { useT } from '~/platform/i18n/react'
import { ChoiceGroup } from '~/ui/ChoiceGroup'

/** The language of an account, each named in itself. */
export function LanguageChoice({ value }: { value: Locale }) {
  const t = useT('auth')
  const names = { vi: 'Tiếng Việt', en: 'English' }
  const options = locales.map((locale) => ({
    value: locale,
    label: <span lang={locale}>{names[locale]}</span>,
    checked: locale === value,
  }))
  return (
    <ChoiceGroup id="locale" name="locale" type="radio" legend={t('settings.language')} options={options} />
  )
}
