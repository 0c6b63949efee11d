// npm run bench:measurement [-- --only=posterior,adaptive]: what the measurement is worth, by simulation, and how fast it is.
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { only: { type: 'string' }, replicates: { type: 'string' } } })
const replicates = Number(values.replicates ?? 200)

const parts: Record<string, () => Promise<void>> = {
  posterior: async () => (await import('./measurement/posterior')).benchPosterior(),
  calibration: async () => (await import('./measurement/calibration')).benchCalibration(),
  area: async () => (await import('./measurement/area')).benchArea(),
  adaptive: async () => (await import('./measurement/adaptive')).benchAdaptive(),
  persons: async () => (await import('./measurement/persons')).benchPersons(),
  country: async () => (await import('./measurement/country')).benchCountry(),
  communes: async () =>
    (await import('./measurement/communes')).benchCommunes({ replicates, country: 5, workers: 2 }),
}

const wanted = values.only?.split(',') ?? Object.keys(parts)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
const started = performance.now()
for (const name of wanted) {
  const from = performance.now()
  console.log(`\n# ${name}`)
  await parts[name]!()
  console.log(`${name}: ${((performance.now() - from) / 1000).toFixed(0)} s`)
}
console.log(`\nAll: ${((performance.now() - started) / 60_000).toFixed(1)} min`)
