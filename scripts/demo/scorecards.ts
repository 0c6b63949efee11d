// The province takes the example as its criteria, communes enter with evidence, and one snapshot is taken a while ago.
import { randomFrom } from '~/assessment/shuffle'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { beginDraft, changeDraft, publishDraft } from '~/scorecards/edit/draft.server'
import { enterValue } from '~/scorecards/entry/enter.server'
import { takeSnapshot } from '~/scorecards/snapshots/snapshots.server'

const entered = [
  {
    code: '3.4',
    values: [0, 1, 1, 2],
    evidence: 'Lịch phân công trực tại Trung tâm Phục vụ hành chính công',
  },
  {
    code: '4.2',
    values: [55, 72, 88, 96],
    evidence: 'Thống kê văn bản đi từ phần mềm quản lý văn bản, quý gần nhất',
  },
  { code: '4.3', values: [0, 1, 2, 2], evidence: 'Kế hoạch chuyển đổi số năm 2026 của Ủy ban nhân dân xã' },
  { code: '5.3', values: [0, 0, 1, 1], evidence: 'Quy chế bảo đảm an toàn thông tin, bản lưu văn thư xã' },
  {
    code: '6.2',
    values: [2, 6, 12, 20],
    evidence: 'Sổ theo dõi buổi hướng dẫn của tổ công nghệ số cộng đồng',
  },
]

/** Publishes the example as the first version, enters what a part of the communes has, and takes a snapshot; at the clock that is set. */
export async function beginScorecards(
  planner: Actor,
  communes: readonly string[],
  seed: string,
): Promise<void> {
  await beginDraft(planner)
  const answer = await publishDraft(planner, vietnamDay(now()))
  if (answer.fault !== undefined) throw new Error(`the criteria were not published: ${answer.fault}`)
  await enterEvidence(() => planner, communes, 0.45, seed, 0)
  if ((await takeSnapshot(planner, quarterName(vietnamDay(now())))) === null)
    throw new Error('no criteria are in force')
}

/** More is entered, some of it by the leader of `led`, whose entries wait to be confirmed; and the planner begins a second version. */
export async function continueScorecards(
  planner: Actor,
  communes: readonly string[],
  led: string,
  seed: string,
): Promise<number> {
  const leader = leaderOf(planner, led)
  const count = await enterEvidence((code) => (code === led ? leader : planner), communes, 0.4, seed, 1)
  await beginDraft(planner)
  await changeDraft(planner, null, 'criterion', (card) => ({
    ...card,
    criteria: card.criteria.map((each) =>
      each.code === '3.1' ? { ...each, rule: { kind: 'linear' as const, floor: 30, goal: 90 } } : each,
    ),
  }))
  return count
}

async function enterEvidence(
  by: (commune: string) => Actor,
  communes: readonly string[],
  share: number,
  seed: string,
  further: number,
): Promise<number> {
  const date = vietnamDay(now())
  let count = 0
  for (const code of communes) {
    for (const { code: criterion, values, evidence } of entered) {
      const place = Math.floor(randomFrom(`${seed}/scorecard/${code}/${criterion}`)() * values.length)
      if (randomFrom(`${seed}/scorecard/${code}/${criterion}/${further}`)() > share) continue
      const value = values[Math.min(values.length - 1, place + further)]!
      await enterValue(by(code), code, criterion, { value, date, evidence })
      count += 1
    }
  }
  return count
}

/** The demo's leader, as who the entries of that commune are made. */
function leaderOf(planner: Actor, communeCode: string): Actor {
  const account = reader.sql.get<{ id: string; displayName: string }>(
    'SELECT id, displayName FROM Account WHERE username = ?',
    `${communeCode}-0001`,
  )
  if (!account) throw new Error(`nobody leads ${communeCode}`)
  const { provinceCode } = planner.grants[0]!
  return {
    accountId: account.id,
    personId: null,
    displayName: account.displayName,
    grants: [{ role: 'leader', provinceCode, communeCode }],
  }
}

function quarterName(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return `Quý ${['I', 'II', 'III', 'IV'][Math.ceil(month / 3) - 1]}/${year}`
}
