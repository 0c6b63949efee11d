import type { T } from '~/platform/i18n/translate'

/** The name of a field of an editor as people say it: `options.1.vi` is “Phương án 2 (tiếng Việt)”. */
export function fieldName(name: string, t: T<'studio'>): string {
  const said: string[] = []
  let language = ''
  for (const [i, step] of name.split('.').entries()) {
    if (step === 'vi' || step === 'en') language = ` (${t(`language.${step}`)})`
    else if (/^\d+$/.test(step)) {
      const list = name.split('.')[i - 1] as 'options'
      said[said.length - 1] = t(`part.${list}`, { number: Number(step) + 1 })
    } else said.push(words(step, t))
  }
  return said.join(', ') + language
}

function words(step: string, t: T<'studio'>): string {
  const key = `field.${step}`
  const said = t(key as 'field.stem')
  return said === key ? t('item.whole') : said
}
