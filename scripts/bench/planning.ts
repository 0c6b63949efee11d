// npm run bench:planning [-- --seeds=10 --seconds=120]: how near plans of a whole province come to their bound, and how fast.
import { parseArgs } from 'node:util'
import { breaches } from '../../app/planning/solve/check-plan'
import { solvePlan } from '../../app/planning/solve/solve-plan.server'
import { drawProvince } from './planning/province'

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, from: { type: 'string' }, seconds: { type: 'string' } },
})
const seconds = Number(values.seconds ?? 120)
const first = Number(values.from ?? 1)
const most = { gap: 0.03, stageGap: 0.01, megabytes: 1000 }

/** Seconds of one core, so that other work on the machine does not count. */
const coreSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const percent = (share: number) => `${(share * 100).toFixed(2)} %`

console.log(
  `Provinces of 99 communes, 4,100 staff, 24 modules, 30 trainers, 12 venues and 26 weeks; ${seconds} s of one core each.`,
)
console.log('seed  classes     value     bound      gap    stage    greedy  better by  core s  wall s    MB')
const rows: { gap: number; stage: number; better: number; core: number; megabytes: number }[] = []
const missed: string[] = []
for (let seed = first; seed < first + Number(values.seeds ?? 10); seed++) {
  const problem = drawProvince(seed)
  const core = coreSeconds()
  const wall = performance.now()
  const result = await solvePlan(problem, { seconds, elapsed: coreSeconds })
  if (result.kind === 'infeasible') {
    missed.push(`seed ${seed}: no plan`)
    continue
  }
  const { plan } = result
  const row = {
    gap: plan.gap,
    stage: plan.stageGap,
    better: plan.value / plan.greedy - 1,
    core: coreSeconds() - core,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }
  rows.push(row)
  console.log(
    [
      String(seed).padStart(4),
      String(plan.classes.length).padStart(8),
      plan.value.toFixed(1).padStart(9),
      plan.bound.toFixed(1).padStart(9),
      percent(plan.gap).padStart(8),
      percent(plan.stageGap).padStart(8),
      plan.greedy.toFixed(1).padStart(9),
      percent(row.better).padStart(10),
      row.core.toFixed(1).padStart(7),
      ((performance.now() - wall) / 1000).toFixed(1).padStart(7),
      row.megabytes.toFixed(0).padStart(5),
    ].join(' '),
  )
  const told = plan.more.map(
    (one) => `${one.kind} ${one.index ?? ''} +${one.amount}: ${one.gain?.toFixed(1) ?? 'within the gap'}`,
  )
  console.log(`      ${told.join('; ')}`)
  const broken = breaches(problem, plan.classes)
  if (broken.length > 0) missed.push(`seed ${seed}: breaks ${broken[0]!.rule}`)
  if (plan.value < plan.greedy) missed.push(`seed ${seed}: worse than the greedy planner`)
}
const worst = (of: (row: (typeof rows)[number]) => number) => Math.max(...rows.map(of))
const mean = (of: (row: (typeof rows)[number]) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length)
console.log(
  `gap: mean ${percent(mean((row) => row.gap))}, most ${percent(worst((row) => row.gap))}; stage of seats and venues: most ${percent(worst((row) => row.stage))}; ` +
    `better than greedy: mean ${percent(mean((row) => row.better))}, least ${percent(-worst((row) => -row.better))}; memory: ${worst((row) => row.megabytes).toFixed(0)} MB`,
)
if (worst((row) => row.gap) > most.gap) missed.push(`a gap is above ${percent(most.gap)}`)
if (worst((row) => row.stage) > most.stageGap)
  missed.push(`a gap of the stage is above ${percent(most.stageGap)}`)
if (worst((row) => row.megabytes) > most.megabytes) missed.push(`memory is above ${most.megabytes} MB`)
if (worst((row) => row.core) > seconds) missed.push(`a plan took more than ${seconds} s of a core`)
for (const one of missed) console.error(one)
process.exit(missed.length > 0 ? 1 : 0)
