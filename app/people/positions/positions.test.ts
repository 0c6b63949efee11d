import { describe, expect, it } from 'vitest'
import { leaderOf, plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import { codeOf, departmentsSchema, positionSchema } from './position-form'

await freshDatabase()
const { removePosition, savePosition } = await import('./save-position.server')
const { saveDepartments } = await import('./save-departments.server')
const { allDepartments, allPositions } = await import('./positions.server')
const { listPositions } = await import('./list-positions.server')
const { createPerson } = await import('../persons/create-person.server')

const planner = plannerOf('04')
const form = {
  nameVi: 'Thủ quỹ',
  nameEn: 'Cashier',
  department: 'office',
  aliases: ['TQ'],
  order: 90,
  active: true,
}

describe('the form of a position', () => {
  it('takes other spellings one a line, each once', () => {
    const read = positionSchema.parse({
      ...form,
      aliases: 'TQ\n tq \n\nThủ  quỹ xã',
      order: '9',
      active: 'yes',
    })
    expect(read).toMatchObject({ aliases: ['tq', 'Thủ quỹ xã'], order: 9, active: true })
    expect(
      positionSchema.safeParse({ ...form, aliases: '', active: 'yes', order: 'x' }).error!.issues[0]!.message,
    ).toBe('position.order.number')
  })

  it('makes a code of a name', () => {
    expect(codeOf('Tư pháp – hộ tịch', new Set())).toBe('tu-phap-ho-tich')
    expect(codeOf('New', new Set(['new-2']))).toBe('new-3')
  })
})

describe('positions', () => {
  it('are added, changed and put out of use', async () => {
    expect(await savePosition(planner, null, form)).toEqual({ code: 'cashier' })
    await savePosition(planner, 'cashier', { ...form, nameVi: 'Thủ quỹ, kho', active: false })
    expect(allPositions().find(({ code }) => code === 'cashier')).toMatchObject({
      name: { vi: 'Thủ quỹ, kho' },
      active: false,
    })
  })

  it('share no spelling', async () => {
    expect((await savePosition(planner, null, { ...form, nameVi: 'Đoi  ngoại' })).fault).toMatchObject({
      field: 'nameVi',
      values: { holder: 'Đối ngoại' },
    })
    expect(
      (await savePosition(planner, null, { ...form, nameVi: 'Khác hẳn', aliases: ['cc vp-tk'] })).fault,
    ).toMatchObject({ field: 'aliases' })
  })

  it('are removed only when nobody ever held them', async () => {
    const person = {
      fullName: 'Nông Thị Hường',
      birthDate: null,
      sex: null,
      kind: 'civil_servant' as const,
      email: null,
      staffCode: null,
    }
    await createPerson(planner, { ...person, commune: '01321', position: 'external-affairs', also: [] })
    expect(await removePosition(planner, 'external-affairs')).toEqual({ inUse: 1 })
    expect(await removePosition(planner, 'cashier')).toEqual({})
    expect(allPositions().some(({ code }) => code === 'cashier')).toBe(false)
  })

  it('are edited by planners, seen by no leader', async () => {
    await expect(savePosition(leaderOf('04', '01321'), null, form)).rejects.toMatchObject({ status: 403 })
    await expect(removePosition(leaderOf('04', '01321'), 'office-head')).rejects.toMatchObject({
      status: 403,
    })
    expect(() => listPositions(leaderOf('04', '01321'))).toThrow(expect.objectContaining({ status: 403 }))
  })
})

describe('departments', () => {
  it('are renamed, ordered, added and removed when empty', async () => {
    const rows = allDepartments().map(({ code, name, order }) => ({
      code,
      nameVi: name.vi,
      nameEn: name.en,
      order,
    }))
    const added = { nameVi: 'Phòng Chuyển đổi số', nameEn: 'Digital Department', order: 3 }
    const read = departmentsSchema.parse({
      departments: [...rows.map((row) => ({ ...row, nameVi: `${row.nameVi} mới` })), added],
    })
    expect(await saveDepartments(planner, read)).toEqual({ kept: [] })
    expect(allDepartments().find(({ code }) => code === 'digital-department')).toMatchObject({
      name: { vi: 'Phòng Chuyển đổi số' },
      order: 3,
    })
    const gone = allDepartments().map(({ code, name, order }) => ({
      code,
      nameVi: name.vi,
      nameEn: name.en,
      order,
      remove: 'yes' as const,
    }))
    const { kept } = await saveDepartments(planner, { departments: gone })
    expect(kept).toHaveLength(rows.length)
    expect(allDepartments().some(({ code }) => code === 'digital-department')).toBe(false)
  })

  it('need both names', () => {
    const read = departmentsSchema.safeParse({
      departments: [
        { code: 'a', nameVi: 'A', nameEn: '', order: '1' },
        { nameVi: '', nameEn: '', order: '2' },
      ],
    })
    expect(read.error!.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['departments.0.nameEn', 'position.nameEn.missing'],
    ])
  })
})
