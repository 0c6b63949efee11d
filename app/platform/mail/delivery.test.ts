import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEmail, readSender } from './address'
import { failureOf, minutesUntilNext, waits } from './delivery'
import { oneLine } from './message'

const thrown = (parts: object) => Object.assign(new Error('x'), parts)

describe('what came of an attempt', () => {
  it.each([
    [{ responseCode: 550, code: 'EENVELOPE', command: 'RCPT TO' }, 'smtp-550', true, false],
    [{ responseCode: 451, code: 'EENVELOPE', command: 'RCPT TO' }, 'smtp-451', false, false],
    [{ responseCode: 552, code: 'EMESSAGE', command: 'DATA' }, 'smtp-552', true, false],
    [{ responseCode: 421, code: 'EPROTOCOL', command: 'CONN' }, 'smtp-421', false, true],
    [{ responseCode: 554, code: 'EPROTOCOL', command: 'CONN' }, 'smtp-554', false, true],
    [{ responseCode: 535, code: 'EAUTH', command: 'AUTH PLAIN' }, 'auth', false, true],
    [{ code: 'ESOCKET' }, 'connection', false, true],
    [{ code: 'ETIMEDOUT' }, 'timeout', false, true],
    [{ code: 'EDNS' }, 'dns', false, true],
    [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'tls', false, true],
    [{ code: 'ETLS' }, 'tls', false, true],
    [{}, 'unknown', false, false],
  ])('%j', (parts, code, permanent, server) => {
    expect(failureOf(thrown(parts))).toEqual({ code, permanent, server })
  })

  it('never carries a text of the server, in which addresses stand', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.integer({ min: 400, max: 599 })), (text, responseCode) => {
        const { code } = failureOf(thrown({ message: text, response: text, code: text, responseCode }))
        return /^(?:smtp-[45]\d\d|[a-z]+)$/.test(code)
      }),
    )
  })

  it('waits longer each time, and gives up after the last', () => {
    expect([1, 2, 3, 4, 5, 6].map(minutesUntilNext)).toEqual([...waits, null])
    expect(waits).toEqual([1, 5, 30, 120, 360])
  })
})

describe('addresses', () => {
  it.each([
    ['I Tờ Số <ItoSo@caobang.gov.vn>', { name: 'I Tờ Số', address: 'itoso@caobang.gov.vn' }],
    ['"Sở Nội vụ" <snv@caobang.gov.vn>', { name: 'Sở Nội vụ', address: 'snv@caobang.gov.vn' }],
    ['snv@caobang.gov.vn', { name: '', address: 'snv@caobang.gov.vn' }],
    ['Sở\r\nBcc: x@y.vn <snv@caobang.gov.vn>', null],
    ['Sở Nội vụ', null],
  ])('%s', (text, sender) => {
    expect(readSender(text)).toEqual(sender)
  })

  it('never hold a line break, a comma or a blank', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => !/[\s,;<>]/.test(readEmail(`${a}@${b}.vn`) ?? '')),
    )
    expect(readEmail('a@b.vn\r\nBcc: c@d.vn')).toBeNull()
    expect(readEmail('a@b.vn, c@d.vn')).toBeNull()
  })

  it('a title is one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => !/[\r\n\u2028\u2029\0]/.test(oneLine(text))),
    )
    expect(oneLine(' Nhắc\r\n Bcc: x ')).toBe('Nhắc Bcc: x')
  })
})
