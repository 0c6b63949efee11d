import {
  documentKinds,
  documentLanguages,
  type DocumentKind,
  type DocumentLanguage,
  type Subject,
} from './kinds'
import type { TypedSection } from './wording'

/** Names of the fields of a section: its text, and the mark of what the form was opened with. */
export const textField = (key: string) => `s-${key}`
export const markField = (key: string) => `m-${key}`

/** The sections of a form as typed; `taken` are those in which what the other wrote is to hold. */
export function readSections(
  typed: Readonly<Record<string, string>>,
  taken: readonly string[],
): Map<string, TypedSection> {
  const sections = new Map<string, TypedSection>()
  for (const [name, text] of Object.entries(typed)) {
    if (!name.startsWith(textField(''))) continue
    const key = name.slice(textField('').length)
    sections.set(key, { text, mark: typed[markField(key)] ?? '', takeTheirs: taken.includes(key) })
  }
  return sections
}

/** What a button of a section asks for: `suggested:findings`. */
export function readTurn(value: string | undefined): { key: string; to: 'suggested' | 'kept' } | undefined {
  const [to, key] = (value ?? '').split(':')
  return key && (to === 'suggested' || to === 'kept') ? { key, to } : undefined
}

export type NewDocumentInput = { kind: DocumentKind; language: DocumentLanguage; subject: Subject }

/** The form of a new document; the keys of faults are texts of `official`. */
export function readNewDocument(
  typed: Readonly<Record<string, string | undefined>>,
): { value: NewDocumentInput; errors?: never } | { value?: never; errors: Record<string, string> } {
  const kind = documentKinds.find((each) => each === typed.kind)
  const language = documentLanguages.find((each) => each === typed.language) ?? 'vi'
  if (!kind) return { errors: { kind: 'fault.kind' } }
  const id = (value: string | undefined) => (value === undefined || value === '' ? null : value)
  const none = { campaignId: null, planId: null, classId: null, communeCode: null }
  if (kind === 'report') {
    const campaignId = id(typed.campaign)
    if (campaignId === null) return { errors: { campaign: 'fault.campaign' } }
    return { value: { kind, language, subject: { ...none, campaignId } } }
  }
  if (kind === 'plan') {
    const planId = id(typed.plan)
    if (planId === null) return { errors: { plan: 'fault.plan' } }
    return { value: { kind, language, subject: { ...none, planId } } }
  }
  // A class is chosen with the plan that it is of.
  const [planId = '', classId] = (typed.class ?? '').split('/')
  if (planId === '') return { errors: { class: 'fault.class' } }
  const communeCode = kind === 'participants' ? id(typed.commune) : null
  return { value: { kind, language, subject: { ...none, planId, classId: id(classId), communeCode } } }
}
