import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffRoster } from './diff'
import type { Decisions } from './diff-types'
import { withDuplicates } from './duplicates'
import type { ExistingPerson, ParsedRow, RosterPerson } from './types'
import { rosterWrites, withChanges } from './writes'

const someone: RosterPerson = {
  staffCode: null,
  fullName: 'Nguyễn Văn An',
  birthDate: '1988-03-05',
  sex: 'male',
  communeCode: '01321',
  positionCodes: ['culture'],
  kind: 'civil_servant',
  email: null,
}
const stored = (over: Partial<ExistingPerson> = {}): ExistingPerson => ({
  ...someone,
  id: 'p1',
  staffCode: '01321-0001',
  ...over,
})
const told = (over: Partial<RosterPerson> = {}, row = 2): ParsedRow => ({
  row,
  person: { ...someone, ...over },
  problems: [],
})
const statusOf = (row: ParsedRow, existing: ExistingPerson[], decisions: Decisions = {}) => {
  const [first] = diffRoster([row], existing, decisions).rows
  return [first!.status, ...first!.changes.map(({ field }) => field)]
}

describe('who a row is about', () => {
  it('goes by the staff code', () => {
    const existing = [stored({ staffCode: 'CB1' })]
    expect(statusOf(told({ staffCode: 'CB1' }), existing)).toEqual(['unchanged'])
    expect(statusOf(told({ staffCode: 'CB1', communeCode: '01327' }), existing)).toEqual([
      'moved',
      'communeCode',
    ])
    expect(statusOf(told({ staffCode: 'CB1', email: 'a@b.vn' }), existing)).toEqual(['changed', 'email'])
  })

  it('asks when a code belongs to someone of another name', () => {
    const existing = [stored({ staffCode: '1', fullName: 'Lê B', birthDate: null })]
    expect(statusOf(told({ staffCode: '1' }), existing)).toEqual(['decide'])
    expect(statusOf(told({ staffCode: '1' }), existing, { 2: 'different' })).toEqual(['error'])
  })

  it('goes by name, commune and birth date without one', () => {
    expect(
      statusOf(told({ fullName: 'Nguyễn Văn An'.normalize('NFD').normalize('NFC') }), [stored()]),
    ).toEqual(['unchanged'])
    expect(statusOf(told({ birthDate: '1988' }), [stored()])).toEqual(['unchanged'])
    expect(statusOf(told({ birthDate: null }), [stored()])).toEqual(['unchanged'])
    expect(statusOf(told({ staffCode: 'CB9' }), [stored()])).toEqual(['changed', 'staffCode'])
    expect(statusOf(told(), [])).toEqual(['new'])
    expect(statusOf(told(), [stored({ fullName: 'Nguyễn Văn Anh' })])).toEqual(['new'])
  })

  it('asks where it may be one person', () => {
    const moved = told({ communeCode: '01327' })
    expect(statusOf(moved, [stored()])).toEqual(['decide'])
    expect(diffRoster([moved], [stored()]).rows[0]!.candidates[0]!.because).toEqual([
      'sameBirth',
      'samePosition',
    ])
    expect(statusOf(moved, [stored()], { 2: { same: 'p1' } })).toEqual(['moved', 'communeCode'])
    expect(statusOf(moved, [stored()], { 2: 'different' })).toEqual(['new'])
    expect(statusOf(told({ staffCode: 'CB9' }), [stored({ staffCode: 'CB1' })])).toEqual(['decide'])
    expect(statusOf(told({ staffCode: 'CB9', birthDate: null }), [stored({ staffCode: 'CB1' })])).toEqual([
      'new',
    ])
  })

  it('does not ask about namesakes elsewhere who were born on another day', () => {
    expect(statusOf(told({ communeCode: '01327', birthDate: '1990-01-01' }), [stored()])).toEqual(['new'])
    expect(statusOf(told({ communeCode: '01327', birthDate: null }), [stored()])).toEqual(['decide'])
    expect(statusOf(told({ birthDate: '1990-01-01' }), [stored()])).toEqual(['decide'])
  })

  it('matches nobody twice', () => {
    const rows = [told({ communeCode: '01327' }, 2), told({ communeCode: '01329' }, 3)]
    const diff = diffRoster(rows, [stored()], { 2: { same: 'p1' }, 3: { same: 'p1' } })
    expect(diff.rows.map(({ status }) => status)).toEqual(['moved', 'decide'])
    expect(diff.rows[1]!.problems[0]!.code).toBe('decisionTaken')
  })

  it('keeps rows with errors out', () => {
    const diff = diffRoster([{ row: 5, person: null, problems: [] }], [stored()])
    expect(diff.totals).toEqual({ new: 0, changed: 0, moved: 0, unchanged: 0, error: 1, decide: 0 })
  })
})

const few = <T>(...values: T[]) => fc.constantFrom(...values)
const anyone = fc.record<RosterPerson>({
  staffCode: few(null, null, null, 'C1', 'C2', 'C3'),
  fullName: few('Lê A', 'Lê Á', 'Trần B'),
  birthDate: few(null, '1980', '1980-01-02', '1980-05-06', '1991-01-01'),
  sex: few(null, 'male', 'female'),
  communeCode: few('00001', '00002', '00003'),
  positionCodes: few(['a'], ['b'], ['a', 'b'], ['c']),
  kind: few(null, 'civil_servant'),
  email: few(null, 'a@b.vn'),
})
const stock = fc.array(anyone, { maxLength: 8 }).map((persons) =>
  persons
    .map((person, i): ExistingPerson => ({
      ...person,
      id: `p${i}`,
      staffCode: person.staffCode ?? `${person.communeCode}-${1000 + i}`,
    }))
    .filter((person, i, all) => all.findIndex((other) => other.staffCode === person.staffCode) === i),
)
const file = fc
  .array(anyone, { maxLength: 8 })
  .map((persons) => withDuplicates(persons.map((person, i) => ({ row: i + 2, person, problems: [] }))))

function apply(rows: ParsedRow[], existing: ExistingPerson[], decisions: Decisions): ExistingPerson[] {
  const writes = rosterWrites(
    diffRoster(rows, existing, decisions).rows,
    existing.map((person) => person.staffCode!),
  )
  const changes = new Map(writes.update.map((update) => [update.personId, update.changes]))
  return [
    ...existing.map((person) => withChanges(person, changes.get(person.id) ?? [])),
    ...writes.create.map(({ row, person }) => ({ ...person, id: `new-${row}` })),
  ]
}

/** Decides every open row, by the numbers given, until none is open. */
function decideAll(rows: ParsedRow[], existing: ExistingPerson[], picks: number[]): Decisions {
  const decisions: Decisions = {}
  for (const [i, row] of rows.entries()) {
    const now = diffRoster(rows, existing, decisions).rows[i]!
    const candidate = now.candidates[picks[i % picks.length]! % (now.candidates.length + 1)]
    if (now.status === 'decide') decisions[row.row] = candidate ? { same: candidate.personId } : 'different'
  }
  return decisions
}

describe('a roster sent twice', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        file,
        stock,
        fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
        (rows, existing, picks) => {
          const decisions = decideAll(rows, existing, picks)
          const first = diffRoster(rows, existing, decisions)
          fc.pre(first.totals.decide === 0)
          const written = first.rows
            .filter(({ status }) => status !== 'error' && status !== 'decide')
            .map(({ row }) => row)
          const second = diffRoster(rows, apply(rows, existing, decisions), decisions)
          for (const row of second.rows)
            if (written.includes(row.row)) expect([row.row, row.status]).toEqual([row.row, 'unchanged'])
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('never gives one person to two rows, nor one code to two persons', () => {
    fc.assert(
      fc.property(
        file,
        stock,
        fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
        (rows, existing, picks) => {
          const decisions = decideAll(rows, existing, picks)
          const ids = diffRoster(rows, existing, decisions).rows.flatMap(({ personId }) => personId ?? [])
          expect(new Set(ids).size).toBe(ids.length)
          const codes = apply(rows, existing, decisions).map((person) => person.staffCode)
          expect(new Set(codes).size).toBe(codes.length)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a large roster', () => {
  it('compares 11,000 rows with 11,000 persons', () => {
    const family = ['Nguyễn', 'Trần', 'Lê', 'Nông', 'Hoàng', 'Bế', 'Lý']
    const given = ['An', 'Bình', 'Hà', 'Hùng', 'Lan', 'Páo', 'Thủy', 'Quỳnh']
    const persons = Array.from({ length: 11_000 }, (_, i): RosterPerson => ({
      ...someone,
      fullName: `${family[i % 7]} Văn ${given[i % 8]} ${i % 50}`,
      birthDate: `19${60 + (i % 40)}-0${1 + (i % 9)}-${10 + (i % 18)}`,
      communeCode: String(10_000 + (i % 56)),
    }))
    const existing = persons.map((person, i) => ({
      ...person,
      id: `p${i}`,
      staffCode: `${person.communeCode}-${1000 + i}`,
    }))
    const rows = persons.map((person, i): ParsedRow => ({ row: i + 2, person, problems: [] }))
    expect(diffRoster(rows, existing).rows).toHaveLength(11_000)
  })
})
