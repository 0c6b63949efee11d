import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../tests/builders/database'

await freshDatabase({ content: false })
const { inGroupedTransaction, inTransaction, reader } = await import('./db.server')

const insert = "INSERT INTO Installation (key, value) VALUES (?, '1')"
const has = (key: string) => reader.sql.get('SELECT 1 FROM Installation WHERE key = ?', key) !== undefined

describe('the writer', () => {
  it('keeps FULL synchronisation, WAL and foreign keys', async () => {
    const facts = await inTransaction((tx) =>
      Promise.resolve([
        tx.sql.get('PRAGMA synchronous'),
        tx.sql.get('PRAGMA journal_mode'),
        tx.sql.get('PRAGMA foreign_keys'),
      ]),
    )
    expect(facts).toEqual([{ synchronous: 2 }, { journal_mode: 'wal' }, { foreign_keys: 1 }])
  })

  it('rolls everything back when something in it fails', async () => {
    const failed = inTransaction(async (tx) => {
      tx.sql.run(insert, 'half')
      await tx.installation.create({ data: { key: 'other half', value: '1' } })
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect([has('half'), has('other half')]).toEqual([false, false])
  })

  it('never lets a write of another action vanish with a rolled-back transaction', async () => {
    let release = () => {}
    const gate = new Promise<void>((open) => (release = open))
    const first = inTransaction(async (tx) => {
      tx.sql.run(insert, 'first')
      await gate
      throw new Error('rolled back')
    })
    const second = inTransaction((tx) => tx.installation.create({ data: { key: 'second', value: '1' } }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([has('first'), has('second')]).toEqual([false, false])
    release()
    await expect(first).rejects.toThrow('rolled back')
    await second
    expect([has('first'), has('second')]).toEqual([false, true])
  })

  it('does not write through the reader', () => {
    const sneaky = reader.sql as unknown as { run(sql: string, ...params: string[]): void }
    expect(() => sneaky.run(insert, 'sneaky')).toThrow(/readonly/)
  })
})

describe('a grouped transaction', () => {
  it('commits many pieces of work at once; one that fails takes nothing else with it', async () => {
    const works = Array.from({ length: 20 }, (_, i) =>
      inGroupedTransaction((tx) => {
        tx.sql.run(insert, `group ${i}`)
        if (i === 7) throw new Error('seven')
        return i
      }),
    )
    const outcomes = await Promise.allSettled(works)
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(outcomes[8]).toEqual({ status: 'fulfilled', value: 8 })
    expect([has('group 6'), has('group 7'), has('group 8')]).toEqual([true, false, true])
  })

  it('is acknowledged only when a reader can see it', async () => {
    await inGroupedTransaction((tx) => tx.sql.run(insert, 'seen'))
    expect(has('seen')).toBe(true)
  })
})
