import { expect, it } from 'vitest'
import type { Change } from './change-figures'
import {
  changeText,
  distanceFigures,
  distanceText,
  rankText,
  sideText,
  signed,
  standingText,
} from './figure-words'

const change = (parts: Partial<Change>): Change => ({
  distance: 0.2,
  distanceLow: 0.1,
  distanceHigh: 0.3,
  share: -0.07,
  shareLow: -0.1,
  shareHigh: -0.04,
  risen: 0.99,
  standing: 'better',
  certainty: 'almostCertain',
  ...parts,
})

it('never gives a rank alone where it is not certain', () => {
  expect(rankText('vi', { low: 5, high: 13, of: 56 })).toBe('từ thứ 5 đến thứ 13 trong 56 xã')
  expect(rankText('vi', { low: 1, high: 1, of: 56 })).toBe('thứ 1 trong 56 xã')
})

it('says a difference with its certainty, and nothing where nothing is claimed', () => {
  expect(standingText('vi', { standing: 'higher', certainty: 'almostCertain' })).toBe(
    'gần như chắc chắn thiếu nhiều hơn các xã còn lại',
  )
  expect(standingText('vi', { standing: 'unclear', certainty: null })).toBe('chưa thấy khác biệt rõ')
})

it('gives the points of a change from the smaller to the larger, whichever way it went', () => {
  expect(changeText('vi', change({}))).toBe('gần như chắc chắn tốt lên: giảm 7 điểm phần trăm (4–10)')
  const worse = change({ share: 0.07, shareLow: 0.04, shareHigh: 0.1, standing: 'worse' })
  expect(changeText('vi', worse)).toBe('gần như chắc chắn kém đi: tăng 7 điểm phần trăm (4–10)')
  expect(changeText('vi', change({ shareHigh: 0.01 }))).toBe('gần như chắc chắn tốt lên')
  expect(changeText('vi', change({ standing: 'unclear', certainty: null }))).toBe('chưa thấy thay đổi rõ')
})

it('puts a distance in words and on the scale', () => {
  const figure = { distance: -0.91, distanceLow: -1.09, distanceHigh: -0.73 }
  expect(distanceText('vi', figure)).toBe('khoảng trống lớn')
  expect(distanceFigures('vi', figure)).toBe('−0,9 (từ −1,1 đến −0,7)')
  expect(['-0.04', '0.26', '-1.6'].map((value) => signed('en', Number(value), 1))).toEqual([
    '0.0',
    '+0.3',
    '−1.6',
  ])
})

it('says on which side a commune is told apart', () => {
  const place = { quadrant: 'unclear', skills: 'behind', conditions: 'unclear', key: '' } as const
  expect(sideText('vi', place)).toBe('kỹ năng kém hơn mức chung')
  expect(sideText('vi', { ...place, skills: 'unclear', conditions: 'ahead' })).toBe(
    'điều kiện tốt hơn mức chung',
  )
  expect(sideText('vi', { ...place, skills: 'unclear' })).toBeNull()
  expect(sideText('vi', { ...place, quadrant: 'both' })).toBeNull()
})
