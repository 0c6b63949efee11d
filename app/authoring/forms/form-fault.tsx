import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import type { DraftFault } from '../drafts/draft-kind'
import { nameOfPath, type Tree } from '../form/form-tree'

/** What is wrong with a draft of a survey form, in words, with the section and the question that it speaks of. */
export function useFormFault(): (fault: DraftFault, tree: Tree) => string {
  const f = useT('forms')
  const locale = useLocale()
  return (fault, tree) => {
    const name = fault.path ? nameOfPath(tree, fault.path) : ''
    const [, section, , question] = /^sections\.(\d+)(\.questions\.(\d+))?/.exec(name) ?? []
    const own = { title: f('field.title'), intro: f('field.intro') }[name]
    const place =
      own ??
      (section === undefined
        ? ''
        : question === undefined
          ? f('place.section', { section: Number(section) + 1 })
          : f('place.question', { section: Number(section) + 1, question: Number(question) + 1 }))
    const said = fault.key.startsWith('form.')
      ? translateMessage(locale, 'forms', { ...fault, key: fault.key.replace('form.', 'fault.') })
      : translateMessage(locale, 'studio', fault)
    return place ? `${place}: ${said}` : said
  }
}
