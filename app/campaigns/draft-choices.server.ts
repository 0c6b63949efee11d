import type { SurveyForm } from '~/assessment/form'
import { bareName, communesIn, provinceByCode } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { DraftChoices, FormChoice } from './draft'

/** The province in which an actor makes campaigns. */
export function campaignProvince(actor: Actor): string {
  authorise(actor, 'campaign.manage')
  const [provinceCode] = scopeOf(actor, 'campaign.manage').provinceCodes
  authorise(actor, 'campaign.manage', { provinceCode })
  return provinceCode as string
}

type PositionRow = {
  code: string
  vi: string
  en: string
  departmentCode: string
  departmentVi: string
  departmentEn: string
}

/** What a campaign of a province can be made of: its communes of today, positions in use, the newest version of each form. */
export function draftChoices(actor: Actor, provinceCode: string): DraftChoices {
  authorise(actor, 'campaign.manage', { provinceCode })
  const positions = reader.sql.all<PositionRow>(
    `SELECT p.code, p.nameVi AS vi, p.nameEn AS en, d.code AS departmentCode, d.nameVi AS departmentVi, d.nameEn AS departmentEn
     FROM Position p JOIN Department d ON d.code = p.departmentCode WHERE p.active = 1 ORDER BY d."order", p."order"`,
  )
  return {
    provinceCode,
    provinceName: provinceByCode(provinceCode).name,
    communes: communesIn(provinceCode).map(({ code, name }) => ({
      code,
      name,
      kind: name.slice(0, -bareName(name).length).trim(),
    })),
    positions: positions.map(({ code, vi, en, departmentCode, departmentVi, departmentEn }) => ({
      code,
      name: { vi, en },
      department: { code: departmentCode, vi: departmentVi, en: departmentEn },
    })),
    personForms: newestForms('person'),
    communeForms: newestForms('commune'),
  }
}

function newestForms(respondent: 'person' | 'commune'): FormChoice[] {
  const rows = reader.sql.all<{ id: string; data: string }>(
    `SELECT id, data FROM FormVersion f WHERE respondent = ? AND retired = 0
     AND version = (SELECT MAX(version) FROM FormVersion g WHERE g.code = f.code) ORDER BY code`,
    respondent,
  )
  return rows.map(({ id, data }) => {
    const { code, version, minutes, title } = JSON.parse(data) as SurveyForm
    return { id, code, version, minutes, title }
  })
}
