import { expect, test } from 'vitest'
import { passwordFault } from './password-rules'

test.each([
  ['ruộng bậc thang mùa nước đổ', '01321-0042', null],
  ['bốn từ khác', '01321-0042', 'tooShort'],
  ['ễễễễễễễễễễễễễễ', '01321-0042', 'oneCharacter'],
  ['12121212121212121212', '01321-0042', 'oneCharacter'],
  ['12345678901234', '01321-0042', 'common'],
  ['Mật khẩu 20252026', '01321-0042', 'common'],
  ['cua toi 01321-0042 day', '01321-0042', 'containsUsername'],
  ['LAN.nguyen va nui rung', 'lan.nguyen', 'containsUsername'],
  ['an uong ngu nghi tot', 'an', null],
])('%s for %s: %s', (password, username, fault) => {
  expect(passwordFault(password, username)).toBe(fault)
})

test('length counts letters as people see them, whatever form they came in', () => {
  const decomposed = 'ếđạấẩặềệốộớ'.normalize('NFD')
  expect([...decomposed].length).toBeGreaterThan(14)
  expect(passwordFault(decomposed, '01321-0042')).toBe('tooShort')
  expect(passwordFault('a'.repeat(64) + 'bcdefgh'.repeat(10), '01321-0042')).toBe('tooLong')
})
