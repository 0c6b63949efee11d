import type { CellValue } from '~/formats/table'
import { settingsOf, type ScenarioRow } from '~/planning/plan-row.server'
import { placeName, sortClasses } from '~/planning/results/class-list'
import { seatCount } from '~/planning/results/coded-class'
import { planNames } from '~/planning/results/plan-names.server'
import { storedClasses, storedResult } from '~/planning/results/scenario-result.server'
import { reader } from '~/platform/db/db.server'
import { getT } from '~/platform/i18n/translate'
import type { ReportSource } from './export-source.server'
import { count, day, decimal, rounded, text, type ExportSheet } from './sheet'

type Row = Pick<ScenarioRow, 'settings' | 'problem' | 'result'> & {
  title: string
  titleEn: string | null
  state: 'draft' | 'approved' | 'closed'
  scenario: string
}

/** The plan made from a campaign: the one approved last, else the one solved last. */
const planSql = `SELECT p.title, p.titleEn, p.state, s.name AS scenario, s.settings, s.problem, s.result
  FROM TrainingPlan p JOIN PlanScenario s ON s.id = (SELECT id FROM PlanScenario o
    WHERE o.planId = p.id AND o.result IS NOT NULL ORDER BY chosen DESC, state = 'solved' DESC, number LIMIT 1)
  WHERE p.campaignId = ? AND p.provinceCode = ? AND s.problem IS NOT NULL
  ORDER BY p.state <> 'draft' DESC, coalesce(p.approvedAt, s.solvedAt) DESC, p.id LIMIT 1`

/** The classes of the campaign's training plan, as they were planned. */
export function planSheet(source: ReportSource): ExportSheet {
  const own = getT(source.locale, 'workbook')
  const rows = planRows(source)
  return {
    id: 'plan',
    keys: [0, 1, 2],
    living: true,
    name: own('sheet.plan'),
    frozen: 3,
    columns: [
      text(own('plan.plan'), 34),
      text(own('plan.scenario'), 18),
      text(own('plan.class'), 14),
      text(own('plan.state'), 16),
      text(own('plan.module'), 44),
      text(own('plan.delivery'), 22),
      text(own('plan.place'), 34),
      day(own('plan.from')),
      day(own('plan.to')),
      text(own('plan.trainer'), 24),
      count(own('plan.seats')),
      count(own('plan.communes')),
      count(own('plan.cost'), 16),
      decimal(own('plan.gain')),
    ],
    rows: rows.length > 0 ? rows : [[own('plan.none')]],
  }
}

function planRows({ campaign, locale }: ReportSource): CellValue[][] {
  const row = reader.sql.get<Row>(planSql, campaign.id, campaign.provinceCode)
  const stored = row ? storedResult(row) : null
  if (!row || !stored) return []
  const [own, plans] = [getT(locale, 'workbook'), getT(locale, 'plans')]
  const settings = settingsOf(row)
  const names = planNames(
    campaign.provinceCode,
    locale,
    settings.modules.map(({ code }) => code),
  )
  const classes = sortClasses(storedClasses(stored, settings), { key: 'date', direction: 'asc' }, names)
  const date = (value: string | undefined) => (value ? new Date(`${value}T00:00:00Z`) : null)
  return classes.map((each) => [
    locale === 'en' ? (row.titleEn ?? row.title) : row.title,
    row.scenario,
    each.key,
    own(`plan.state.${row.state}`),
    names.modules[each.module] ?? each.module,
    plans(`delivery.${each.delivery}`),
    placeName(each, names),
    date(each.dates[0]),
    date(each.dates.at(-1)),
    each.trainer === null ? null : (names.trainers[each.trainer] ?? each.trainer),
    seatCount(each),
    new Set(each.seats.map(({ commune }) => commune)).size,
    Math.round(each.cost),
    rounded(each.gain),
  ])
}
