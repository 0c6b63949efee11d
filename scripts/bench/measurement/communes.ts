// Holds the estimates of communes against simulated truth: coverage of the 90 % intervals, bias, error, ranks, claims.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Replicate, Score, SettingName } from './coverage.ts'
import { withError } from './monte-carlo.ts'

const groupReplicates = 20

/**
 * Prints the figures of `replicates` provinces of 56 communes, of as many as a tenth with adaptive-like answers, and of
 * `country` countries of 3,321 communes, on `workers` processes. Seeds are counted from 1.
 */
export async function benchCommunes({
  replicates = 200,
  country = 5,
  workers = 2,
}: { replicates?: number; country?: number; workers?: number } = {}): Promise<void> {
  const run = async (title: string, name: SettingName, count: number) => {
    const started = performance.now()
    const results = await runAll(name, count, workers)
    print(title, results, (performance.now() - started) / 1000)
  }
  await run('56 communes, fixed forms of 39 answers', 'province', replicates)
  await run('56 communes, answers chosen step by step', 'adaptive', Math.max(2, Math.round(replicates / 10)))
  if (country > 0) await run('3,321 communes, fixed forms of 39 answers', 'country', country)
}

async function runAll(name: SettingName, count: number, workers: number): Promise<Replicate[]> {
  const results: Replicate[] = []
  let next = 1
  await Promise.all(
    Array.from({ length: Math.min(workers, count) }, async () => {
      const child = fork(fileURLToPath(new URL('./communes-worker.ts', import.meta.url)), {
        execArgv: ['--import', 'tsx', '--max-old-space-size=6144'],
      })
      try {
        while (next <= count) {
          const seed = next++
          results.push(
            await new Promise<Replicate>((resolve, reject) => {
              child.once('message', (message) => resolve(message as Replicate))
              child.once('exit', (code) =>
                reject(new Error(`replicate ${seed} of ${name} ended with ${code}`)),
              )
              child.send({
                name,
                seed: String(seed),
                groups: name !== 'country' && seed <= groupReplicates,
              })
            }),
          )
          child.removeAllListeners('exit')
        }
      } finally {
        child.kill()
      }
    }),
  )
  return results.sort((a, b) => Number(a.seed) - Number(b.seed))
}

function print(title: string, results: readonly Replicate[], seconds: number): void {
  const people = results.map((each) => each.people)
  console.log(
    `\n${title}: seeds 1-${results.length}, ${Math.min(...people)}-${Math.max(...people)} people, ${seconds.toFixed(0)} s`,
  )
  console.log('90 % intervals; ± is one Monte Carlo standard error over replicates; distances in logits')
  const kinds = [...new Set(results.flatMap(({ scores }) => Object.keys(scores)))].sort()
  const table = kinds.map((kind) => {
    const own = results.flatMap(({ scores }) => scores[kind] ?? [])
    const over = (value: (score: Score) => number, digits: number) =>
      withError(
        own.map((score) => value(score) / score.cells),
        digits,
      )
    return [
      kind,
      {
        replicates: own.length,
        'distance covered %': over((score) => 100 * score.distanceCovered, 1),
        bias: over((score) => score.distanceError, 4),
        RMSE: withError(
          own.map((score) => Math.sqrt(score.distanceSquare / score.cells)),
          3,
        ),
        sd: withError(
          own.map((score) => Math.sqrt(score.distanceVariance / score.cells)),
          3,
        ),
        'share covered %': over((score) => 100 * score.shareCovered, 1),
        'mean width': over((score) => score.shareWidth, 3),
        'bias of share': over((score) => score.shareError, 4),
      },
    ]
  })
  console.table(Object.fromEntries(table))
  const of = (value: (each: Replicate) => number, digits: number) => withError(results.map(value), digits)
  console.log(
    `ranks covered ${of(({ rank }) => (100 * rank.covered) / rank.cells, 1)} %, mean width ${of(({ rank }) => rank.width / rank.cells, 3)} of all places`,
  )
  console.log(
    `claims against the rest of the province: ${of(({ claims }) => claims.made, 1)} made, wrong ${of(({ claims }) => (100 * claims.wrong) / Math.max(1, claims.made), 2)} % (bar 10 %)`,
  )
  console.log(
    `not informed: ${of(({ cells, informed }) => (100 * (cells - informed)) / cells, 1)} % of commune cells; CPU ${of(({ cpuSeconds }) => cpuSeconds, 2)} s a replicate`,
  )
}
