import type { DocumentKind, DocumentLanguage, Subject } from '~/interchange/official/kinds'
import { carriedPlans } from './carried-plan'
import { closedCampaign } from './closed-campaign'

const none: Subject = { campaignId: null, planId: null, classId: null, communeCode: null }

/** A released campaign and an approved plan of province 04, and how documents are made of them. Import after `freshDatabase()`. */
export async function officialDocuments() {
  const { makeDocument } = await import('~/interchange/official/make-document.server')
  const { viewDocument } = await import('~/interchange/official/view-document.server')
  const { saveDocument } = await import('~/interchange/official/save-document.server')
  const carried = await carriedPlans()
  const { province, planner, communes } = carried
  const { campaignId } = await closedCampaign(province, communes as [string, string, string, string])
  const { planId } = await carried.approved(false, campaignId)
  const classId = carried.classHere(planId)
  const subjects: Record<DocumentKind, Subject> = {
    report: { ...none, campaignId },
    plan: { ...none, planId },
    participants: { ...none, planId },
    summons: { ...none, planId },
  }
  const make = async (
    kind: DocumentKind,
    subject: Partial<Subject> = {},
    language: DocumentLanguage = 'vi',
    actor = planner,
  ): Promise<string> => {
    const made = await makeDocument(actor, { kind, language, subject: { ...subjects[kind], ...subject } })
    if (made.fault) throw new Error(made.fault)
    return made.id
  }
  /** Types over sections as a form would that is opened now. */
  const write = (id: string, over: Record<string, string>, actor = planner) => {
    const { document, sections } = viewDocument(actor, id)
    const typed = new Map(
      sections.map(({ key, text, mark }) => [key, { text: over[key] ?? text, mark, takeTheirs: false }]),
    )
    return saveDocument(actor, id, { revision: document.revision, typed })
  }
  return { ...carried, campaignId, planId, classId, subjects, make, write }
}
