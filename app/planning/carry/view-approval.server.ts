import { currentModules } from '~/learning/modules.server'
import { compareVi } from '~/formats/fold'
import { bareName, communesIn } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import { mailIsConfigured } from '~/platform/mail/outbox.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { Delivery } from '../problem'
import { approvable } from './approval.server'
import { firstDay } from './classes-to-make'
import { plannersPlan } from './plan-row.server'
import { mayWithdraw } from './withdraw-approval.server'

export type ApprovalView = ReturnType<typeof viewApproval>

/** What approving a scenario of a plan would make, and what stands against it. */
export function viewApproval(actor: Actor, planId: string, number: number | null) {
  const plan = plannersPlan(actor, planId)
  const found = approvable(reader, { plan, number })
  if (!found && number !== null) throw refuse('notFound')
  const { classes = [], scenario = null, settings = null } = found ?? {}
  const names = new Map(communesIn(plan.provinceCode).map((commune) => [commune.code, commune.name]))
  const titles = new Map(currentModules().map(({ code, title }) => [code, title]))
  const communes = communesOf(classes)
  const withMail = addressed(communes.map(({ code }) => code))
  return {
    plan: { id: plan.id, title: plan.title, state: plan.state, approvedAt: plan.approvedAt },
    scenario,
    scenarios: reader.sql.all<{ number: number; name: string }>(
      'SELECT number, name FROM PlanScenario WHERE planId = ? ORDER BY number',
      planId,
    ),
    fault: found ? found.fault : ('noScenario' as const),
    budget: settings?.budget ?? 0,
    cost: classes.reduce((sum, each) => sum + each.cost, 0),
    seats: classes.reduce((sum, each) => sum + each.seats, 0),
    letters: classes.reduce(
      (sum, { quotas }) => sum + new Set(quotas.map((each) => each.communeCode)).size,
      0,
    ),
    classes: classes.map((each) => ({
      key: each.key,
      module: titles.get(each.moduleCode) ?? { vi: each.moduleCode, en: each.moduleCode },
      ...pickClass(each),
    })),
    communes: communes
      .map((each) => ({ ...each, name: names.get(each.code) ?? each.code }))
      .sort((a, b) => compareVi(bareName(a.name), bareName(b.name))),
    mail: {
      configured: mailIsConfigured(),
      addressed: withMail.size,
      without: communes.length - withMail.size,
    },
    withdraw: plan.state === 'approved' && mayWithdraw(reader, planId),
  }
}

type PickedClass = {
  delivery: Delivery
  title: Bilingual
  place: string
  trainer: string
  first: string
  sessions: { date: string }[]
  seats: number
  cost: number
}

function pickClass(each: Parameters<typeof firstDay>[0] & Omit<PickedClass, 'first'>): PickedClass {
  const { delivery, title, place, trainer, sessions, seats, cost } = each
  return {
    ...{ delivery, title, place, trainer, seats, cost },
    first: firstDay(each),
    sessions: sessions.map(({ date }) => ({ date })),
  }
}

function communesOf(classes: readonly { quotas: { communeCode: string; seats: number }[] }[]) {
  const found = new Map<string, { code: string; classes: number; seats: number }>()
  for (const { quotas } of classes)
    for (const code of new Set(quotas.map(({ communeCode }) => communeCode))) {
      const own = found.get(code) ?? { code, classes: 0, seats: 0 }
      const seats = quotas.filter(({ communeCode }) => communeCode === code)
      found.set(code, {
        code,
        classes: own.classes + 1,
        seats: own.seats + seats.reduce((sum, each) => sum + each.seats, 0),
      })
    }
  return [...found.values()]
}

/** Those of some communes to whose office mail can go. */
export function addressed(codes: readonly string[]): Map<string, string> {
  return new Map(
    reader.sql
      .all<{ communeCode: string; email: string }>(
        'SELECT communeCode, email FROM CommuneContact WHERE communeCode IN (SELECT value FROM json_each(?))',
        JSON.stringify(codes),
      )
      .map(({ communeCode, email }) => [communeCode, email]),
  )
}
