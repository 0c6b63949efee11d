// How long the estimates of the whole country take on one core.
import { pooledEstimates } from '~/gaps/pooled/estimates'
import { settings } from './coverage.ts'
import { province, simulate } from './simulate.ts'

/** Prints the time of one estimation of a province (all cells) and of the country (places), answers already in memory. */
export function benchCountry(): void {
  time('province, all cells', () => ({ ...simulate('timing', province).input, cells: 'all' as const }), 10)
  const { setting, draws } = settings.country
  time(
    'country, places',
    () => ({ ...simulate('timing', setting).input, draws, cells: 'places' as const }),
    60,
  )
}

function time(name: string, make: () => Parameters<typeof pooledEstimates>[0], bar: number): void {
  const input = make()
  const cpu = process.cpuUsage()
  const started = performance.now()
  const { cells, draws } = pooledEstimates(input)
  const wall = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (user + system) / 1e6
  console.log(
    `${name}: ${input.places} communes, ${input.people.length} people, ${cells.length} figures from ${draws} draws in ${wall.toFixed(1)} s (${seconds.toFixed(1)} s of CPU; bar ${bar} s: ${wall < bar ? 'kept' : 'NOT KEPT'})`,
  )
}
