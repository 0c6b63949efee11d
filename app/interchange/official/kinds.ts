/** The kinds of official documents: report on a survey, training plan, list of participants, letter that calls them. */
export const documentKinds = ['report', 'plan', 'participants', 'summons'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** The language of a document; what is not Vietnamese is a translation for reading. */
export const documentLanguages = ['vi', 'en'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]

/** What a document is of: a campaign, or a plan, a class of it, the part of one commune. */
export type Subject = {
  campaignId: string | null
  planId: string | null
  classId: string | null
  communeCode: string | null
}
