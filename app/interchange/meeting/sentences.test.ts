import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '~/gaps/figures'
import { getT } from '~/platform/i18n/translate'
import { adviceLines } from './advice-lines'
import { keepRanges } from './keep-ranges'
import { methodLines } from './method-lines'
import { planLines, type PlanFact } from './plan-lines'
import {
  answeredSaid,
  conditionsSaid,
  domainsSaid,
  overallSaid,
  placesSaid,
  trendSaid,
  whereSaid,
} from './sentences'
import { leftOut } from './slide'

const shown = (share: number): Figure => ({
  ...{ n: 20, people: 30, share, low: share - 0.02, high: share + 0.02 },
  ...{ distance: 0, distanceSd: 0.1, distanceLow: 0, distanceHigh: 0 },
  ...{ rank: null, higher: null, self: null },
})
const domain = (name: string, share: number) => ({
  measure: {
    ...{ code: 'd:4', domain: '4', isDomain: true },
    ...{ name: { vi: name, en: name }, short: { vi: name, en: name } },
  },
  figure: shown(share),
})

describe('what is said of a report', () => {
  it('tells who answered, and where few did', () => {
    const said = answeredSaid('vi', { asked: 2300, submitted: 1825, communes: 56, low: 2 })
    expect(said.sentence).toContain('1.825 trên 2.300 người (79%) ở 56 xã')
    expect(said.more).toContain('2 xã có dưới một nửa')
    expect(answeredSaid('vi', { asked: 10, submitted: 0, communes: 1, low: 1 }).sentence).toContain(
      'chưa có phiếu nào',
    )
  })

  it('gives a share with its interval, and the change as it was claimed', () => {
    const said = overallSaid(
      'vi',
      { share: 0.59, low: 0.58, high: 0.61, needs: 9, domains: 8, of: 8 },
      'so với đợt trước: chưa thấy thay đổi rõ',
    )
    expect(said).toEqual({
      sentence: 'Cả tỉnh còn 59% (58–61) yêu cầu của vị trí chưa đạt.',
      more: 'So với đợt trước: chưa thấy thay đổi rõ.',
    })
  })

  it('names the domains that may be the largest, and none where more than three are level', () => {
    expect(domainsSaid('vi', [domain('An toàn', 0.7), domain('Dữ liệu', 0.69)]).sentence).toBe(
      'Tỷ lệ chưa đạt cao nhất là ở an toàn 70% (68–72) và dữ liệu 69% (67–71).',
    )
    const four = ['A1', 'B1', 'C1', 'D1'].map((name) => domain(name, 0.5))
    expect(domainsSaid('vi', four).sentence).toContain('4 miền đứng đầu gần như ngang nhau')
    expect(domainsSaid('vi', []).sentence).toContain('Các nhóm đều quá nhỏ')
  })

  it('counts the communes that are clearly above, or says that none is', () => {
    const worst = [domain('An toàn', 0.7)]
    expect(whereSaid('vi', worst, 20)!.sentence).toMatch(/^20 xã .* về an toàn\.$/)
    expect(whereSaid('vi', worst, 0)!.sentence).toContain('chưa thấy xã nào')
    expect(whereSaid('vi', [], 3)).toBeNull()
  })

  it('says where training is not the remedy only of communes that are told apart on both sides', () => {
    const said = placesSaid('vi', ['both', 'both', 'conditions', 'skills', 'unclear'])!
    expect(said.sentence).toMatch(/^Ở 3 xã, chỉ tập huấn thì chưa đủ/)
    expect(said.more).toContain('2 xã thiếu cả kỹ năng và điều kiện')
    expect(placesSaid('vi', ['unclear', 'skills'])!.sentence).toContain('Chưa thấy xã nào')
    expect(placesSaid('vi', [])).toBeNull()
  })

  it('names what more than half lack, else more than a fifth, else nothing', () => {
    const of = (...states: ('lacking' | 'partly' | 'fine' | 'unclear')[]) =>
      conditionsSaid(
        'vi',
        states.map((state, i) => ({ name: `Máy ${i + 1}`, state })),
        { lacking: 7, communes: 56 },
      )!
    expect(of('lacking', 'partly').sentence).toBe('Hơn một nửa số người trả lời chưa có điều kiện về: máy 1.')
    expect(of('partly', 'fine').sentence).toBe(
      'Hơn một phần năm số người trả lời chưa có điều kiện về: máy 1.',
    )
    expect(of('fine', 'unclear').sentence).toContain('Chưa thấy điều kiện nào')
    expect(of('fine').more).toContain('7 trên 56 xã')
    expect(conditionsSaid('vi', [], { lacking: 0, communes: 56 })).toBeNull()
  })

  it('says a change only where it was claimed', () => {
    expect(trendSaid('vi', ['unclear', 'unclear'])!.sentence).toContain('chưa thấy thay đổi rõ')
    expect(trendSaid('vi', ['better', 'unclear'])!.sentence).toContain('1 trên 2 miền')
    expect(trendSaid('vi', ['better', 'worse'])!.sentence).toContain('1 miền kém đi rõ')
    expect(trendSaid('vi', [])).toBeNull()
  })

  it('never puts two words of certainty into one sentence', () => {
    const words = (['almostCertain', 'probably', 'notSure'] as const).map((each) =>
      getT('vi', 'ui')(`certainty.${each}`),
    )
    const standing = fc.constantFrom('better' as const, 'worse' as const, 'unclear' as const)
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 8 }), fc.nat(56), (standings, above) => {
        const all = [trendSaid('vi', standings), whereSaid('vi', [domain('An toàn', 0.7)], above)]
        for (const said of all.flatMap((each) => (each ? [each.sentence, each.more ?? ''] : [])))
          for (const sentence of said.split(/(?<=[.;])\s/))
            expect(words.filter((word) => sentence.includes(word)).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('planLines', () => {
  const plan: PlanFact = {
    ...{ id: 'p', title: { vi: 'Quý 1', en: 'Quarter 1' }, state: 'approved', classes: 93 },
    expected: {
      before: { share: 0.59, low: 0.58, high: 0.61 },
      after: { share: 0.55, low: 0.52, high: 0.58 },
    },
    effect: null,
  }
  const ability = (effect: number, low: number, high: number) => ({
    ...{ effect, low, high, error: 0.1, trained: 60, untrained: 60, communes: 12, pairs: 60 },
    ...{ beforeTrained: 0, beforeUntrained: 0, changeTrained: 0, changeUntrained: 0 },
  })

  it('says what a plan is and what is expected of it, with the interval', () => {
    const told = planLines('vi', { own: plan, before: null })!
    expect(told.sentence).toBe('Kế hoạch “Quý 1” đã được duyệt, gồm 93 lớp.')
    expect(told.lists).toEqual([
      { title: 'Kế hoạch từ kết quả này', items: ['Dự kiến giảm tỷ lệ chưa đạt từ 59% xuống 55% (52–58).'] },
    ])
    expect(planLines('vi', { own: { ...plan, state: 'draft', expected: null }, before: null })).toEqual({
      sentence: 'Kế hoạch “Quý 1” mới là dự thảo, gồm 93 lớp.',
      lists: [],
    })
    expect(planLines('vi', { own: null, before: null })).toBeNull()
  })

  it('claims an effect only where its interval leaves zero, and says that it was observed', () => {
    const of = (effect: PlanFact['effect']) =>
      planLines('vi', { own: null, before: { ...plan, effect } })!.lists[0]!.items.join(' ')
    expect(of({ ability: ability(0.42, 0.2, 0.64) })).toContain('tiến bộ hơn')
    expect(of({ ability: ability(0.42, 0.2, 0.64) })).toContain(
      '+0,42 trên thang logit, khoảng 90% từ +0,20 đến +0,64',
    )
    expect(of({ ability: ability(0.1, -0.2, 0.4) })).toContain('Chưa thấy khác biệt rõ')
    expect(of({ ability: ability(0.1, -0.2, 0.4) })).toContain('không phải thí nghiệm')
    expect(of({ ability: null })).toContain('quá ít người')
    expect(of(null)).toContain('chưa được đo')
  })
})

it('adviceLines puts what should be done under who must do it, at most so many each', () => {
  const communes = Array.from({ length: 12 }, () => ({}))
  const lines = adviceLines(
    'vi',
    [
      { key: 'recommend.computers', who: 'province', communes },
      { key: 'recommend.accounts', who: 'province', communes: [{}] },
      { key: 'recommend.system', who: 'ministry', system: 'sign', communes: [{}] },
    ],
    { systems: [{ code: 'sign', vi: 'Ký số', en: 'Signing' }], communes: 56, most: 1 },
  )
  expect(lines).toEqual([
    { title: 'Tỉnh làm', items: ['Cấp, thay hoặc sửa máy tính: 12 trên 56 xã'] },
    { title: 'Bộ, ngành, nhà cung cấp làm', items: ['Khắc phục trục trặc của Ký số: 1 trên 56 xã'] },
  ])
})

it('methodLines names the day, the method and the hash where they are known', () => {
  const all = methodLines('vi', {
    campaign: { closedAt: '2026-10-29' },
    method: 'gap-2',
    hash: 'abcdef0123456789',
  })
  expect(all).toHaveLength(3)
  expect(all[2]).toContain('29/10/2026')
  expect(all[2]).toContain('gap-2')
  expect(all[2]).toMatch(/abcdef012345\.$/)
  expect(methodLines('vi', { campaign: { closedAt: null }, method: null, hash: null })).toHaveLength(3)
})

it('keepRanges keeps a range on one line and leaves other dashes', () => {
  expect(keepRanges('62% (60–64)')).toBe('62% (60\u2060–\u206064)')
  expect(keepRanges('tư pháp – hộ tịch 1–2–3')).toBe('tư pháp – hộ tịch 1\u2060–\u20602\u2060–\u20603')
})

it('leftOut takes the slides that exist from an address, each once', () => {
  expect(leftOut(new URLSearchParams('without=trend&without=method&without=trend&without=nothing'))).toEqual([
    'trend',
    'method',
  ])
  expect(leftOut(new URLSearchParams('without=<script>'))).toEqual([])
})
