import type { Message } from '~/formats/message'
import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import type { DraftFault } from '../drafts/draft-kind'
import type { DraftModule } from './draft-module'

type ModuleFaultsProps = { id: string; data: DraftModule; faults: DraftFault[] }

/** What is wrong with a module, each line with a link to the page and field where it is mended. */
export function ModuleFaults({ id, data, faults }: ModuleFaultsProps) {
  const text = useModuleText()
  const where = useWhere(data)
  return (
    <ul>
      {faults.map((fault, i) => {
        const place = where(fault)
        return (
          <li key={i}>
            {place ? <a href={linkTo(id, fault.path ?? '')}>{place}</a> : null}
            {place ? ': ' : null}
            {text(fault)}
          </li>
        )
      })}
    </ul>
  )
}

/** A rule of lessons and modules as said to somebody who writes in the editor and sees no files. */
export function useModuleText(): (message: Message) => string {
  const t = useT('modules')
  const locale = useLocale()
  return ({ key, values = {} }) => {
    if (key.startsWith('fault.')) {
      const own = t(key as 'fault.audience', values)
      return own === key ? translateMessage(locale, 'studio', { key, values }) : own
    }
    const rule = `rule.${key}`
    const said = t(rule as 'rule.check.unknown', values)
    return said === rule ? translateMessage(locale, 'content', { key, values }) : said
  }
}

/** The part of a module that a fault speaks of: “Bài 2, nội dung (tiếng Việt, dòng 14)”. */
export function useWhere(data: DraftModule): (fault: DraftFault) => string {
  const t = useT('modules')
  const studio = useT('studio')
  return ({ path = '', values = {} }) => {
    const language =
      values.language === 'vi' || values.language === 'en' ? studio(`language.${values.language}`) : ''
    const line = language ? ` (${t('place.line', { language, line: values.line ?? 1 })})` : ''
    const [list = '', id, field] = path.split('.')
    if (list === '') return ''
    if (list !== 'lessons') return t(`place.${list}` as 'place.title') + line
    const at = data.lessons.findIndex((lesson) => lesson.id === id)
    if (at < 0) return t('place.lessons')
    return t('place.lesson', { number: at + 1, field: t(`field.${field}` as 'field.title') }) + line
  }
}

/** The page and field that a path is written on. */
function linkTo(id: string, path: string): string {
  const [list = '', lesson, field] = path.split('.')
  if (list === 'lessons' && lesson) {
    const name = field === 'minutes' ? 'lessons.0.minutes' : `lessons.0.${field}.vi`
    return `${paths.studioLesson(id, lesson)}#${name}`
  }
  if (list === 'quiz') return paths.studioQuiz(id)
  return `${paths.studioModule(id)}#${['title', 'aim', 'guide'].includes(list) ? `${list}.vi` : list}`
}
