import { compareVi } from '~/formats/fold'
import { bareName } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Group } from './pattern'

export type CommuneRates = { code: string; name: string; asked: number; submitted: number }

/** People asked and people who submitted, of each commune of a campaign and one group; communes in the order of their names. */
export function communeRates(campaignId: string, communeCodes: string[], group: Group): CommuneRates[] {
  const [kind, code] = group === '' ? ['all', ''] : (group.split(':') as [string, string])
  const rows = reader.sql.all<{ communeCode: string; asked: number; submitted: number }>(
    `SELECT i.communeCode, count(*) AS asked, count(s.submittedAt) AS submitted
     FROM Invitee i LEFT JOIN Sitting s ON s.inviteeId = i.id
     WHERE i.campaignId = ? AND (? = 'all' OR (? = 'department' AND i.departmentCode = ?) OR (? = 'position' AND i.positionCode = ?))
     GROUP BY i.communeCode`,
    campaignId,
    kind,
    kind,
    code,
    kind,
    code,
  )
  const rates = new Map(rows.map((row) => [row.communeCode, row]))
  const names = communeNames(communeCodes)
  return communeCodes
    .map((each) => ({
      code: each,
      name: names.get(each) ?? each,
      asked: rates.get(each)?.asked ?? 0,
      submitted: rates.get(each)?.submitted ?? 0,
    }))
    .sort((a, b) => compareVi(bareName(a.name), bareName(b.name)) || compareVi(a.name, b.name))
}

function communeNames(codes: string[]): Map<string, string> {
  const rows = reader.sql.all<{ code: string; name: string }>(
    'SELECT code, name FROM Commune WHERE code IN (SELECT value FROM json_each(?))',
    JSON.stringify(codes),
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export type GroupOption = { value: Group; name: Bilingual }

/** The departments and positions that a campaign asked, as groups that a report can be narrowed to. */
export function groupsOf(campaignId: string): { departments: GroupOption[]; positions: GroupOption[] } {
  type Row = { value: string; vi: string; en: string }
  const option = ({ value, vi, en }: Row): GroupOption => ({ value, name: { vi, en } })
  const departments = reader.sql.all<Row>(
    `SELECT 'department:' || code AS value, nameVi AS vi, nameEn AS en FROM Department
     WHERE code IN (SELECT departmentCode FROM Invitee WHERE campaignId = ?) ORDER BY "order", code`,
    campaignId,
  )
  const positions = reader.sql.all<Row>(
    `SELECT 'position:' || p.code AS value, p.nameVi AS vi, p.nameEn AS en FROM Position p JOIN Department d ON d.code = p.departmentCode
     WHERE p.code IN (SELECT positionCode FROM Invitee WHERE campaignId = ?) ORDER BY d."order", p."order", p.code`,
    campaignId,
  )
  return { departments: departments.map(option), positions: positions.map(option) }
}

/** People asked and people who submitted, of each position: who stayed away is not like who answered. */
export function positionResponses(
  campaignId: string,
): { position: string; name: Bilingual; asked: number; submitted: number }[] {
  return reader.sql
    .all<{ position: string; vi: string; en: string; asked: number; submitted: number }>(
      `SELECT i.positionCode AS position, coalesce(p.nameVi, i.positionCode) AS vi, coalesce(p.nameEn, i.positionCode) AS en,
       count(*) AS asked, count(s.submittedAt) AS submitted
       FROM Invitee i LEFT JOIN Sitting s ON s.inviteeId = i.id LEFT JOIN Position p ON p.code = i.positionCode
       LEFT JOIN Department d ON d.code = p.departmentCode
       WHERE i.campaignId = ? GROUP BY i.positionCode ORDER BY d."order", p."order", i.positionCode`,
      campaignId,
    )
    .map(({ position, vi, en, asked, submitted }) => ({ position, name: { vi, en }, asked, submitted }))
}

/** People whose position needs each competency, in one commune of a campaign. */
export function neededBy(campaignId: string, communeCode: string): Map<string, number> {
  const rows = reader.sql.all<{ competency: string; people: number }>(
    `SELECT t.key AS competency, count(*) AS people FROM Invitee i JOIN json_each(i.targets) t
     WHERE i.campaignId = ? AND i.communeCode = ? GROUP BY t.key`,
    campaignId,
    communeCode,
  )
  return new Map(rows.map(({ competency, people }) => [competency, people]))
}
