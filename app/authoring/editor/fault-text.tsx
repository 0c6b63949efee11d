import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import type { Message } from '~/formats/message'
import type { DraftFault } from '../drafts/draft-kind'
import { nameOfPath, type Tree } from '../form/form-tree'

/** What is wrong with a draft, in words, with the part that it speaks of. */
export function useFaultText(): (fault: DraftFault, tree: Tree) => string {
  const t = useT('studio')
  const locale = useLocale()
  return (fault, tree) => {
    const where = fault.path ? `${placeName(nameOfPath(tree, fault.path), t)}: ` : ''
    if (fault.key.startsWith('fault.')) return where + translateMessage(locale, 'studio', fault)
    return where + contentText(fault, t, locale)
  }
}

/** A rule of the content files as said to somebody who writes in the editor. */
export function useAdviceText(): (advice: Message) => string {
  const t = useT('studio')
  const locale = useLocale()
  return (advice) => contentText(advice, t, locale)
}

function contentText(message: Message, t: ReturnType<typeof useT<'studio'>>, locale: 'vi' | 'en'): string {
  const { key, values = {} } = message
  const language =
    values.language === 'vi' || values.language === 'en' ? t(`language.${values.language}`) : ''
  const own = `advice.${key}`
  const said = t(own as 'advice.item.oneCorrect', { ...values, language })
  if (said !== own) return said
  return translateMessage(locale, 'content', {
    key,
    values: { ...values, item: t('advice.this'), language },
  })
}

/** `options.1.vi` as people say it: Phương án 2. */
function placeName(name: string, t: ReturnType<typeof useT<'studio'>>): string {
  const [list = '', at] = name.split('.')
  if (at !== undefined && /^\d+$/.test(at)) return t(`part.${list as 'options'}`, { number: Number(at) + 1 })
  const field = `field.${list}`
  const said = t(field as 'field.stem')
  return said === field ? t('item.whole') : said
}
