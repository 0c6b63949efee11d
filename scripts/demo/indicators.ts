// Indicators of the demo's communes on two days, made up and marked as sample data, through the same file that a planner uploads.
import { randomFrom } from '~/assessment/shuffle'
import { storeIndicators, uploadIndicators } from '~/gaps/indicators/import-indicators.server'
import { quarterEndBefore } from '~/gaps/indicators/quarter-end'
import { setClock } from '~/platform/clock/now.server'
import type { Actor } from '~/platform/policy/actor'
import type { CommuneTraits } from './answers'

const headings = [
  'Mã xã',
  'Kỳ số liệu',
  'Nguồn',
  'Hồ sơ giải quyết đúng hạn (%)',
  'Số hồ sơ: Hồ sơ giải quyết đúng hạn',
  'Hồ sơ nộp trực tuyến (%)',
  'Số hồ sơ: Hồ sơ nộp trực tuyến',
  'Hồ sơ thanh toán trực tuyến (%)',
  'Hồ sơ được số hóa (%)',
]

/** Values of the last two quarters; some communes sent none, and some shares come without their number of dossiers. */
export async function makeIndicators(
  actor: Actor,
  { traits, today, seed }: { traits: ReadonlyMap<string, CommuneTraits>; today: string; seed: string },
): Promise<number> {
  const last = quarterEndBefore(today)
  let stored = 0
  for (const [date, later] of [
    [quarterEndBefore(last), 0],
    [last, 1],
  ] as const) {
    const lines = [...traits].flatMap(([code, { skill }]) => {
      const lot = randomFrom(`${seed}/indicators/${code}/${date}`)
      const usual = randomFrom(`${seed}/indicators/${code}`)
      if (lot() < 0.1) return []
      const [size, place] = [usual(), usual()]
      const percent = (value: number) => Math.min(100, Math.max(0, value)).toFixed(1).replace('.', ',')
      const dossiers = Math.round(120 + 900 * size * size)
      const online = 48 + 7 * skill + 24 * (place - 0.5) + 5 * later + 6 * (lot() - 0.5)
      const told = lot() < 0.85
      return [
        [
          ...[code, date, 'Dữ liệu mẫu'],
          ...[percent(91 + 8 * place + 2 * (lot() - 0.5)), dossiers],
          ...[percent(online), told ? dossiers : ''],
          percent(online * (0.35 + 0.3 * place)),
          percent(62 + 30 * usual() + 4 * later),
        ].join(';'),
      ]
    })
    // A file comes some days after the quarter that it is of.
    setClock(new Date(new Date(`${date}T02:00:00Z`).getTime() + 15 * 86_400_000))
    const file = new TextEncoder().encode([headings.join(';'), ...lines].join('\n'))
    const read = await uploadIndicators(actor, file, `chi_so_mau_${date}.csv`)
    if (read.kind !== 'preview') throw new Error(`the indicators were not read: ${JSON.stringify(read)}`)
    const answer = await storeIndicators(actor, read.preview, {}, read.preview.seen)
    if (!('id' in answer)) throw new Error('the indicators were not stored')
    stored += answer.stored
  }
  return stored
}
