import { itemVersion } from '~/assessment/content.server'
import { scenarioVersion } from '~/assessment/practice/versions.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { paths } from '~/paths'
import { moduleVersion } from '../modules.server'
import { readSubject, type ReportedKind } from './report'

/** The thing that a report is about, as it was shown. */
export type Subject = {
  kind: ReportedKind
  /** module/lesson, or the code of the item or the task. */
  subject: string
  versionId: string
  version: number
  title: string
  /** Where a learner meets it; null where there is no page of its own. */
  at: string | null
}

/** What an address names; refuses what there never was. */
export function subjectOf(kind: string | null, of: string | null, locale: Locale): Subject {
  const read = readSubject(kind, of)
  if (!read) throw refuse('notFound')
  return describe(read.kind, read.versionId, read.lesson, locale)
}

/** A stored report's thing; its lesson may be gone from newer versions. */
export function describe(
  kind: ReportedKind,
  versionId: string,
  lesson: string | null,
  locale: Locale,
): Subject {
  const code = versionId.slice(0, versionId.lastIndexOf('@'))
  const version = Number(versionId.slice(code.length + 1))
  const table = { lesson: 'ModuleVersion', item: 'ItemVersion', practice: 'PracticeVersion' }[kind]
  if (!reader.sql.get(`SELECT id FROM ${table} WHERE id = ?`, versionId)) throw refuse('notFound')
  const base = { kind, versionId, version }
  switch (kind) {
    case 'lesson': {
      const module = moduleVersion(versionId)
      const found = module.lessons.find((each) => each.code === lesson)
      if (!found) throw refuse('notFound')
      return {
        ...base,
        subject: `${code}/${found.code}`,
        title: `${module.title[locale]} · ${found.title[locale]}`,
        at: paths.lesson(code, found.code),
      }
    }
    case 'item':
      return { ...base, subject: code, title: itemVersion(versionId).stem[locale], at: null }
    case 'practice':
      return {
        ...base,
        subject: code,
        title: scenarioVersion(versionId).title[locale],
        at: paths.practice(code),
      }
  }
}
