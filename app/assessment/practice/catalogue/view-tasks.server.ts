import { findCompetency, type Framework } from '~/competency/framework'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Scenario, ScenarioVersion } from '../scenario'
import { presentScenarios, scenarioVersion } from '../versions.server'
import { triesOf } from './task-figures.server'

export type Shown = { code: string; name: Bilingual; level: Bilingual }

export type TaskRow = Pick<Scenario, 'code' | 'title' | 'purpose' | 'minutes' | 'version'> & {
  shows: Shown[]
  steps: number
}

/** Every practice task in use, those to practise with first. */
export function listTasks(actor: Actor): TaskRow[] {
  authorise(actor, 'items.view')
  const { framework } = latestFramework(profileFramework)
  return [...presentScenarios('teach'), ...presentScenarios('measure')].map((scenario) => {
    const { code, title, purpose, minutes, version, scoring } = scenario
    return {
      code,
      title,
      purpose,
      minutes,
      version,
      shows: showsOf(framework, scenario),
      steps: scoring.length,
    }
  })
}

/** The newest version of a practice task with its key, its mistakes, and what tries at it showed in all. */
export function viewTask(actor: Actor, code: string) {
  authorise(actor, 'items.view')
  const newest = reader.sql.get<{ id: string; retired: number }>(
    'SELECT id, retired FROM PracticeVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
    code,
  )
  if (!newest) throw refuse('notFound')
  const scenario = scenarioVersion(newest.id)
  const { framework } = latestFramework(profileFramework)
  return {
    scenario,
    retired: newest.retired === 1,
    shows: showsOf(framework, scenario),
    tries: triesOf(scenario),
  }
}

export type TaskView = ReturnType<typeof viewTask>

function showsOf(framework: Framework, { evidence }: ScenarioVersion): Shown[] {
  const plain = (text: string): Bilingual => ({ vi: text, en: text })
  return evidence.map(({ competency, level }) => ({
    code: competency,
    name: findCompetency(framework, competency)?.short ?? plain(competency),
    level: framework.levels.find((each) => each.level === level)?.name ?? plain(String(level)),
  }))
}
