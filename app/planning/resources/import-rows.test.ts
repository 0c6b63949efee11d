import { expect, test } from 'vitest'
import type { CellValue, SheetTable } from '~/formats/table'
import { readResources } from './import-rows'
import { readHours } from './travel-form'
import { readTrainer, readVenue, trainerValues, venueValues } from './resource-form'

const lists = {
  communes: [
    { code: '01321', name: 'Xã Bảo Lạc' },
    { code: '01290', name: 'Xã Bảo Lâm' },
    { code: '01279', name: 'Phường Hà Quảng' },
    { code: '01438', name: 'Xã Hà Quảng' },
  ],
  modules: [{ code: 'infosec', title: { vi: 'An toàn thông tin', en: 'Information security' } }],
  venues: ['Hội trường A'],
}
const sheet = (name: string, rows: CellValue[][]): SheetTable => ({
  name,
  hidden: false,
  rows: [['Tiêu đề'], ...rows],
  formulas: new Set(),
  failed: new Set(),
  merges: [],
})

test('a right workbook is read: names without marks, codes, hours with commas, empty cells', () => {
  const travel = sheet('Giờ đi đường', [])
  travel.rows[0] = ['Mã xã', 'Xã', 'hoi truong a', 'Phòng B']
  travel.rows.push(['01321', null, '1,5', null], [null, 'bao lam', 2, 0.5])
  const { read, faults } = readResources(
    [
      sheet('Giảng viên', [
        ['Nông Thị Dạy', 'an toan thong tin; infosec', 10, null, '01/02/2027 – 03/02/2027', null],
      ]),
      sheet('Địa điểm', [
        ['Phòng B', 'Bảo Lạc', '30', null, null],
        [null, null, null],
      ]),
      travel,
    ],
    lists,
  )
  expect(faults).toEqual([])
  expect(read.trainers).toEqual([
    {
      ...{ name: 'Nông Thị Dạy', modules: ['infosec'], days: 10, daysPerWeek: 5, email: null },
      away: [['2027-02-01', '2027-02-03']],
    },
  ])
  expect(read.venues).toEqual([{ name: 'Phòng B', commune: '01321', seats: 30, rooms: 1, closed: [] }])
  expect(read.travel).toEqual([
    { venue: 'Hội trường A', commune: '01321', hours: 1.5 },
    { venue: 'Hội trường A', commune: '01290', hours: 2 },
    { venue: 'Phòng B', commune: '01290', hours: 0.5 },
  ])
})

test('every fault is told by sheet and cell', () => {
  const travel = sheet('Giờ đi đường', [])
  travel.rows[0] = ['Mã xã', 'Xã', 'Hội trường A', 'Không có']
  travel.rows.push(
    ['01321', null, 25, 1],
    ['01321', null, 'xa', 1],
    [null, 'Hà Quảng', 1],
    [null, 'Mường Lạ', 1],
  )
  const { faults } = readResources(
    [
      sheet('Giảng viên', [
        [null, 'Nấu ăn', 'mười', 9, 'mai', 'không'],
        ['Nông Thị Dạy', null, 5],
        ['nông thị dạy', 'infosec', 5],
      ]),
      sheet('Địa điểm', [['Phòng B', 'Bảo Lạt', 0, 1]]),
      travel,
    ],
    lists,
  )
  expect(faults.map(({ sheet: name, cell, key }) => `${name} ${cell} ${key}`).sort()).toEqual(
    [
      'Giảng viên A2 name',
      'Giảng viên B2 module',
      'Giảng viên C2 number',
      'Giảng viên D2 number',
      'Giảng viên E2 spans',
      'Giảng viên F2 email',
      'Giảng viên B3 noModules',
      'Giảng viên A4 twice',
      'Địa điểm B2 commune',
      'Địa điểm C2 number',
      'Giờ đi đường D1 venue',
      'Giờ đi đường C2 hours',
      'Giờ đi đường C3 hours',
      'Giờ đi đường A3 twice',
      'Giờ đi đường B4 ambiguous',
      'Giờ đi đường B5 commune',
    ].sort(),
  )
})

test('another workbook, and one without rows, are refused', () => {
  expect(readResources([sheet('Lớp', [])], lists).faults.map(({ key }) => key)).toEqual(['sheets'])
  expect(readResources([sheet('Địa điểm', [])], lists).faults.map(({ key }) => key)).toEqual(['nothing'])
})

test('hours are typed a commune each; an empty field is out of reach', () => {
  expect(readHours({ 'h-01321': '1,5 giờ', 'h-01290': '' }, ['01321', '01290']).value).toEqual([
    { commune: '01321', hours: 1.5 },
  ])
  expect(readHours({ 'h-01321': '-1', 'h-01290': '24,5' }, ['01321', '01290']).faults?.errors).toEqual({
    'h-01321': 'travel.hours.wrong',
    'h-01290': 'travel.hours.wrong',
  })
})

test('a trainer and a venue are read back from their fields as they were', () => {
  const trainer = {
    ...{ id: 't', name: 'Nông Thị Dạy', modules: ['infosec'], days: 10, daysPerWeek: 3, email: 'a@b.vn' },
    away: [['2027-02-01', '2027-02-03']] as [string, string][],
  }
  const { id: _, ...stored } = trainer
  expect(readTrainer(trainerValues(trainer), ['infosec', 'gone'], new Set(['infosec'])).value).toEqual(stored)
  expect(readTrainer({}, [], new Set()).faults?.errors).toEqual({
    name: 'trainer.name.missing',
    modules: 'trainer.modules.none',
    days: 'typed.whole',
    daysPerWeek: 'typed.whole',
  })
  const venue = { id: 'v', name: 'Phòng B', commune: '01321', seats: 30, rooms: 2, closed: [] }
  const { id: __, ...room } = venue
  expect(readVenue(venueValues(venue), new Set(['01321'])).value).toEqual(room)
  expect(readVenue(venueValues(venue), new Set()).faults?.errors).toEqual({
    commune: 'venue.commune.unknown',
  })
})
