// Reads mutated files of every format that people may upload: no crash, none slower than the watchdog.
import { parseArgs } from 'node:util'
import { formats } from './fuzz/formats'
import { fuzz } from './fuzz/run'
import { fail } from './table-script'

const usage = `npm run fuzz -- [--format ${formats.map(({ name }) => name).join('|')}] [--count 10000] [--seed 1] [--watchdog 2000] [--memory 512]`

const { values } = (() => {
  try {
    return parseArgs({
      options: {
        format: { type: 'string' },
        count: { type: 'string', default: '10000' },
        seed: { type: 'string', default: '1' },
        watchdog: { type: 'string', default: '2000' },
        memory: { type: 'string', default: '512' },
      },
    })
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error), usage])
  }
})()

function number(name: 'count' | 'seed' | 'watchdog' | 'memory'): number {
  return /^[1-9]\d{0,8}$/.test(values[name])
    ? Number(values[name])
    : fail([`--${name} ${values[name]}: a whole number from 1.`, usage])
}

const options = {
  count: number('count'),
  seed: number('seed'),
  watchdog: number('watchdog'),
  memory: number('memory'),
}
const chosen = formats.filter(({ name }) => values.format === undefined || name === values.format)
if (chosen.length === 0) fail([`--format ${values.format}: no such format.`, usage])

for (const format of chosen) {
  const { files, failures, slowest } = await fuzz(format, options)
  for (const { seed, kind, what } of failures)
    console.log(`${format.name} --seed=${seed} --count=1: ${kind}: ${what}`)
  const crashes = failures.filter(({ kind }) => kind === 'crash').length
  console.log(
    `${format.name}: ${files} files, ${crashes} crashes, ${failures.length - crashes} too slow ` +
      `(seeds ${options.seed}–${options.seed + options.count - 1}; slowest ${Math.round(slowest.took)} ms, seed ${slowest.seed})`,
  )
  if (failures.length > 0) process.exitCode = 1
}
