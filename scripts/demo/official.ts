// Official documents of the demo: one of each kind, one of them with a sentence that the planner wrote.
import { makeDocument } from '~/interchange/official/make-document.server'
import { saveDocument } from '~/interchange/official/save-document.server'
import { viewDocument } from '~/interchange/official/view-document.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import type { DocumentKind, Subject } from '~/interchange/official/kinds'

/** A report on the campaign, the plan that follows from it, and the list and the letter of the plan that was carried out. */
export async function makeDocuments(
  actor: Actor,
  campaignId: string,
  carriedPlanId: string,
): Promise<number> {
  const draft = reader.sql.get<{ id: string }>(
    "SELECT id FROM TrainingPlan WHERE state = 'draft' AND campaignId = ? ORDER BY createdAt DESC LIMIT 1",
    campaignId,
  )
  const none = { campaignId: null, planId: null, classId: null, communeCode: null }
  const wanted: [DocumentKind, Subject][] = [
    ['report', { ...none, campaignId }],
    ...(draft ? ([['plan', { ...none, planId: draft.id }]] as [DocumentKind, Subject][]) : []),
    ['participants', { ...none, planId: carriedPlanId }],
    ['summons', { ...none, planId: carriedPlanId }],
  ]
  const made: string[] = []
  for (const [kind, subject] of wanted) {
    const { id, fault } = await makeDocument(actor, { kind, language: 'vi', subject })
    if (fault) throw new Error(`the ${kind} was not made: ${fault}`)
    made.push(id)
  }
  await write(
    actor,
    made[0]!,
    'places',
    'Tỉnh sẽ bố trí máy tính và đường truyền cho các xã này trước khi mở lớp.',
  )
  return made.length
}

async function write(actor: Actor, id: string, key: string, sentence: string): Promise<void> {
  const { document, sections } = viewDocument(actor, id)
  const section = sections.find((each) => each.key === key)
  if (!section) throw new Error(`the document has no ${key}`)
  const typed = { text: `${section.text}\n${sentence}`, mark: section.mark, takeTheirs: false }
  await saveDocument(actor, id, { revision: document.revision, typed: new Map([[key, typed]]) })
}
