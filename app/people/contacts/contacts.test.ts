import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actor, leaderGrant, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { contactField, readContacts, readPasted } from './contacts-form'

await freshDatabase()
const { communesIn } = await import('../places/places.server')
const { contactOf, listContacts, saveContacts } = await import('./contacts.server')

const planner = actor({ grants: [plannerGrant('04')] })
const communes = communesIn('04')
const baoLac = '01321'

it('keeps, changes and takes away addresses, and refuses other provinces', async () => {
  expect(listContacts(planner).communes).toHaveLength(56)
  expect(await saveContacts(planner, new Map([[baoLac, 'ubnd@baolac.vn']]))).toBe(1)
  expect(await saveContacts(planner, new Map([[baoLac, 'ubnd@baolac.vn']]))).toBe(0)
  expect(await saveContacts(planner, new Map([[baoLac, 'vp@baolac.vn']]))).toBe(1)
  expect(contactOf(planner, baoLac)).toBe('vp@baolac.vn')
  expect(listContacts(planner).communes.filter(({ email }) => email)).toMatchObject([{ code: baoLac }])
  const elsewhere = actor({ grants: [plannerGrant('19')] })
  const leader = actor({ grants: [leaderGrant('04', baoLac)] })
  for (const who of [elsewhere, leader]) {
    expect(await refusal(saveContacts(who, new Map([[baoLac, null]])))).toBe('notAllowed')
    expect(await refusal(() => contactOf(who, baoLac))).toBe('notAllowed')
  }
  await saveContacts(planner, new Map([[baoLac, null]]))
  expect(contactOf(planner, baoLac)).toBeNull()
})

it('tells every wrong address and reads the others', () => {
  const typed = {
    [contactField('01321')]: ' UBND@baolac.VN ',
    [contactField('01327')]: 'ubnd baolac',
    x: '?',
  }
  const { contacts, errors } = readContacts(typed, ['01321', '01327', '01273'])
  expect([...contacts]).toEqual([['01321', 'ubnd@baolac.vn']])
  expect(errors).toEqual({ [contactField('01327')]: 'contacts.unreadable' })
})

it('reads pasted lines by name or code, and says which it cannot use', () => {
  const text = [
    'Tên xã\tThư điện tử',
    'Xã Bảo Lạc\tubnd@baolac.vn',
    '2. UBND xã Cô Ba; coba@caobang.gov.vn',
    '01273, vp@thuc-phan.vn',
    'Xã Không Có\tkhong@co.vn',
    'Xã Bảo Lạc\tlan.hai@baolac.vn',
    'Xã Bảo Lâm\tchưa có',
    '',
  ].join('\n')
  const { found, refused } = readPasted(text, communes)
  expect([...found]).toEqual([
    ['01321', 'ubnd@baolac.vn'],
    ['01327', 'coba@caobang.gov.vn'],
    ['01273', 'vp@thuc-phan.vn'],
  ])
  expect(refused).toEqual([
    { line: 5, text: 'Xã Không Có\tkhong@co.vn', why: 'commune' },
    { line: 6, text: 'Xã Bảo Lạc\tlan.hai@baolac.vn', why: 'twice' },
    { line: 7, text: 'Xã Bảo Lâm\tchưa có', why: 'address' },
  ])
})

it('reads back every commune by its name as it is written', () => {
  fc.assert(
    fc.property(fc.subarray(communes), fc.constantFrom('\t', ' ; ', ', '), (some, between) => {
      const lines = some.map(({ code, name }) => `${name}${between}xa-${code}@cb.vn`)
      const { found, refused } = readPasted(lines.join('\r\n'), communes)
      expect(refused).toEqual([])
      expect([...found]).toEqual(some.map(({ code }) => [code, `xa-${code}@cb.vn`]))
    }),
    { numRuns: 50 },
  )
})
