import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { titleOf } from './analysed-campaign.server'
import { fewestForFigures, type Flag } from './item-flags'

/** What an analysis showed of one version of an item; percent, and logits. Figures below five people are null. */
export type KeptFigures = {
  people: number
  facility: number | null
  index: number | null
  difficulty: number
  discrimination: number
  infit: number | null
  flags: Flag[]
}

type Stored = Omit<KeptFigures, 'flags'> & { flags: string }

const columns = `f.itemVersionId AS id, f.people, f.facility, f.discriminationIndex AS "index", f.difficulty,
  f.discrimination, f.infit, f.flags`
const within = '(? OR c.provinceCode IN (SELECT value FROM json_each(?)))'

const place = (actor: Actor): [number, string] => {
  const { everywhere, provinceCodes } = scopeOf(actor, 'analysis.view')
  return [everywhere ? 1 : 0, JSON.stringify(provinceCodes)]
}
const read = <Row extends Stored>({ flags, ...row }: Row) => ({ ...row, flags: JSON.parse(flags) as Flag[] })

/**
 * The figures of each item version from the newest campaign within the actor's reach in which enough people met it, by
 * version id.
 */
export function newestFigures(actor: Actor): Map<string, KeptFigures & { campaignId: string }> {
  authorise(actor, 'analysis.view')
  const rows = reader.sql.all<Stored & { id: string; campaignId: string }>(
    `SELECT * FROM (SELECT ${columns}, f.campaignId, row_number() OVER (PARTITION BY f.itemVersionId
       ORDER BY c.opensOn DESC, c.createdAt DESC) AS place FROM ItemFigure f JOIN Campaign c ON c.id = f.campaignId
       WHERE f.people >= ${fewestForFigures} AND ${within}) WHERE place = 1`,
    ...place(actor),
  )
  return new Map(rows.map(({ id, ...row }) => [id, read(row)]))
}

export type Trace = KeptFigures & {
  id: string
  version: number
  campaignId: string
  campaign: Bilingual
  opensOn: string
  closesOn: string
}

/** Where an item was asked and what came of it: a row a version and campaign, the newest version and campaign first. */
export function traceOf(actor: Actor, code: string): Trace[] {
  authorise(actor, 'analysis.view')
  const rows = reader.sql.all<Stored & Omit<Trace, 'campaign'> & { title: string; titleEn: string | null }>(
    `SELECT ${columns}, v.version, f.campaignId, c.title, c.titleEn, c.opensOn, c.closesOn FROM ItemVersion v
     JOIN ItemFigure f ON f.itemVersionId = v.id
     JOIN Campaign c ON c.id = f.campaignId WHERE v.code = ? AND ${within}
     ORDER BY v.version DESC, c.opensOn DESC, c.createdAt DESC`,
    code,
    ...place(actor),
  )
  return rows.map(({ title, titleEn, ...row }) => ({ ...read(row), campaign: titleOf({ title, titleEn }) }))
}
