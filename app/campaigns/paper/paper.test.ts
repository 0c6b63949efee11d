import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { campaign, invitee, person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { setClock } from '~/platform/clock/now.server'
import type { Cells } from '../../../tests/builders/paper-answers'

await freshDatabase()
const survey = await import('../../../tests/builders/paper-answers')
const {
  place,
  targets,
  planner,
  asked,
  filled,
  paper,
  answersTo,
  upload,
  codes,
  daysOn,
  abilityOf,
  answerOnPages,
} = survey
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { writeWorkbook } = await import('~/formats/write-workbook.server')
const { startSitting } = await import('../start-sitting.server')
const { confirmBatch } = await import('./confirm-batch.server')
const { discardBatch } = await import('./discard-batch.server')
const { formLetters } = await import('./form-code')
const { uploadBatch } = await import('./upload-batch.server')
const { viewBatch } = await import('./view-batch.server')

beforeEach(survey.begin)
afterEach(() => setClock())

describe('answers on paper', () => {
  it('show the same as the same answers on the pages', async () => {
    daysOn(0)
    const web = await asked()
    const { letter, answers } = await answerOnPages(web.who)
    daysOn(1)
    const onPaper = await asked()
    const batch = await upload({ [onPaper.staffCode]: paper(letter, answers) })
    expect(batch.problems).toEqual([])
    expect(batch.rows[0]).toMatchObject({ answered: answers.size, asked: answers.size, letter })
    expect(abilityOf(onPaper.id)).toBeUndefined()
    expect(await confirmBatch(planner, survey.campaignId, batch.id)).toBe('done')
    expect(abilityOf(onPaper.id)).toEqual(abilityOf(web.id))
    expect(abilityOf(onPaper.id)!.answers).toBeGreaterThan(5)
    const of = (id: string) =>
      reader.sql.all(
        `SELECT r.step, r.value, r.score FROM Response r JOIN Sitting s ON s.id = r.sittingId WHERE s.inviteeId = ? ORDER BY r.step`,
        id,
      )
    expect(of(onPaper.id)).toEqual(of(web.id))
    const sitting = await reader.sitting.findUniqueOrThrow({ where: { inviteeId: onPaper.id } })
    expect(sitting).toMatchObject({ channel: 'intake', submittedAt: new Date('2026-11-20T05:00:00Z') })
  })

  it('of every form and kind come back as they were typed', async () => {
    daysOn(1)
    const people = await Promise.all(formLetters.map(() => asked()))
    const typed = people.map(({ staffCode }, i) => [
      staffCode,
      paper(formLetters[i]!.toLowerCase(), answersTo(formLetters[i]!)),
    ])
    const batch = await upload(Object.fromEntries(typed) as Record<string, Cells>)
    expect(batch.problems).toEqual([])
    expect(batch.summary).toMatchObject({ filled: 3, whole: 3, wrong: 0, already: 0 })
    await confirmBatch(planner, survey.campaignId, batch.id)
    for (const [i, { id }] of people.entries()) {
      const sitting = reader.sql.get<{ parallel: number }>(
        'SELECT parallel FROM Sitting WHERE inviteeId = ?',
        id,
      )!
      expect(sitting.parallel).toBe(i)
    }
  })

  it('are kept when confirmed twice, and left out for who has submitted in between', async () => {
    daysOn(1)
    const [stays, goes] = [await asked(), await asked()]
    const batch = await upload({
      [stays.staffCode]: paper('A', answersTo('A')),
      [goes.staffCode]: paper('B', answersTo('B')),
    })
    await answerOnPages(goes.who)
    expect(await confirmBatch(planner, survey.campaignId, batch.id)).toBe('done')
    expect(await confirmBatch(planner, survey.campaignId, batch.id)).toBe('done')
    const after = viewBatch(planner, survey.campaignId, batch.id, 1, 'vi')
    expect(after.summary).toMatchObject({ taken: 1, meanwhile: 1 })
    expect(after.rows).toEqual([])
    expect(await discardBatch(planner, survey.campaignId, batch.id)).toBe('confirmed')
    expect(reader.sql.all('SELECT id FROM Sitting WHERE campaignId = ?', survey.campaignId)).toHaveLength(2)
  })

  it('of who holds several positions are those of the main one', async () => {
    daysOn(1)
    await asked()
    const both = await asked()
    const needs = { ...targets, '6.1': 2 }
    await inTransaction((tx) =>
      tx.invitee.update({
        where: { id: both.id },
        data: { positionCodes: '["office-statistics","finance"]', targets: JSON.stringify(needs) },
      }),
    )
    const batch = await upload({ [both.staffCode]: paper('A', answersTo('A')) })
    expect(batch.problems).toEqual([])
    expect(await confirmBatch(planner, survey.campaignId, batch.id)).toBe('done')
    const results = reader.sql.all<{ competency: string; informed: number }>(
      'SELECT r.competency, r.informed FROM SittingResult r JOIN Sitting s ON s.id = r.sittingId WHERE s.inviteeId = ?',
      both.id,
    )
    expect(results.find(({ competency }) => competency === '4.1')).toMatchObject({ informed: 1 })
    expect(results.find(({ competency }) => competency === '6.1')?.informed ?? 0).toBe(0)
  })

  it('of a commune are taken in too', async () => {
    daysOn(1)
    const batch = await upload({ '01273': { 'Ngày trả lời': '20/11/2026', '1': 14, '2': 3, '6': 'B' } })
    expect(batch.problems).toEqual([])
    await confirmBatch(planner, survey.campaignId, batch.id)
    const sitting = reader.sql.get<{ id: string }>(
      'SELECT id FROM Sitting WHERE communeKey = ?',
      `${survey.campaignId}:01273`,
    )!
    const values = reader.sql.all(
      'SELECT step, value FROM Response WHERE sittingId = ? ORDER BY seq',
      sitting.id,
    )
    expect(values).toEqual([
      { step: 'computers', value: '14' },
      { step: 'computers-old', value: '3' },
      { step: 'line-type', value: '"fibre"' },
    ])
  })
})

describe('what cannot be taken', () => {
  const one = (over: Cells) => ({ ...paper('A', new Map([['computer', { v: ['own'] }]])), ...over })

  it.each<[string, Cells, string]>([
    ['a form that is none', { 'Bản (A/B/C)': 'D' }, 'badForm'],
    ['no day', { 'Ngày trả lời': ' ' }, 'noDate'],
    ['a day to come', { 'Ngày trả lời': '30/11/2026' }, 'dateFuture'],
    ['a day before the campaign', { 'Ngày trả lời': '30/11/2025' }, 'dateEarly'],
    ['month before day', { 'Ngày trả lời': '11/20/2026' }, 'dateOrder'],
    ['no day at all', { 'Ngày trả lời': 'thứ sáu' }, 'badDate'],
    ['an option that there is not', { '1': 'z' }, 'notOffered'],
    ['two options of one', { '1': 'ab' }, 'oneOnly'],
    ['I do not know in the survey', { '1': '?' }, 'noUnknownHere'],
    ['no answer', { '1': ' ' }, 'nothingFilled'],
  ])('%s', async (_, over, code) => {
    daysOn(0)
    const { staffCode } = await asked()
    const batch = await upload({ [staffCode]: one(over) })
    expect(codes(batch.problems)).toEqual([code])
    expect(batch.problems[0]).toMatchObject({ sheet: expect.stringContaining('Văn phòng') as string, row: 7 })
    expect(batch.summary).toMatchObject({ whole: 0, wrong: 1 })
    expect(await confirmBatch(planner, survey.campaignId, batch.id)).toBe('empty')
  })

  it('rows of strangers, of who is not asked, of who has answered, and twice the same person', async () => {
    daysOn(0)
    const [first, done, begun] = [await asked('S-1'), await asked('S-2'), await asked('S-3')]
    await person({ ...place, positionCode: 'office-statistics', staffCode: 'S-9' })
    const rows = {
      'S-1': one({}),
      'S-2': one({}),
      'S-3': one({}),
    }
    const file = await filled(rows, (lines) => {
      const line = lines.find(([code]) => code === 'S-1')
      if (!line) return lines
      return [
        ...lines,
        ['KHÁC', ...line.slice(1)],
        [' s-9', ...line.slice(1)],
        ['s- 1', ...line.slice(1)],
        [null, ...line.slice(1)],
      ]
    })
    await answerOnPages(done.who)
    await startSitting(begun.who, survey.campaignId, 'person', 'vi')
    const answer = await uploadBatch(planner, survey.campaignId, { fileName: 'bang.xlsx', file })
    const batch = viewBatch(planner, survey.campaignId, answer.id!, 1, 'vi')
    expect(codes(batch.problems).sort()).toEqual(
      ['already', 'begun', 'noCode', 'notAsked', 'twice', 'twice', 'unknownCode'].sort(),
    )
    expect(batch.summary).toEqual({ filled: 7, whole: 0, wrong: 6, already: 1 })
    expect(first.id).toBeTruthy()
  })

  it('sheets of another campaign, of other questions, without their head', async () => {
    daysOn(0)
    const { who, staffCode } = await asked()
    const file = await filled({ [staffCode]: one({}) })
    const other = await campaign({ provinceCode: '04', communeCodes: ['01273'] })
    await invitee({ campaignId: other, personId: who.personId, communeCode: '01273', targets })
    const answer = await uploadBatch(planner, other, { fileName: 'bang.xlsx', file })
    expect(codes(viewBatch(planner, other, answer.id!, 1, 'vi').problems)).toEqual(['sheetOther'])
    const beheaded = await upload({ [staffCode]: one({}) }, (lines) =>
      lines.filter(([cell]) => !String(cell).includes(' · ')),
    )
    expect(codes(beheaded.problems)).toContain('sheetNoHead')
    const elsewhere = await asked(undefined, 'finance')
    const rows = await upload({ [staffCode]: one({}) }, (lines) =>
      lines.map((line) => (line[0] === staffCode ? [elsewhere.staffCode, ...line.slice(1)] : line)),
    )
    expect(codes(rows.problems)).toEqual(['otherProfile'])
  })

  it('papers whose questions have changed since the preview', async () => {
    daysOn(0)
    const { id, staffCode } = await asked()
    const batch = await upload({ [staffCode]: paper('A', answersTo('A')) })
    await inTransaction((tx) => tx.invitee.update({ where: { id }, data: { targets: '{"1.1":2}' } }))
    expect(await confirmBatch(planner, survey.campaignId, batch.id)).toBe('changed')
    expect(reader.sql.all('SELECT id FROM Sitting WHERE campaignId = ?', survey.campaignId)).toEqual([])
  })

  it('files that are no workbook of answers', async () => {
    daysOn(0)
    await asked()
    const send = async (file: Uint8Array) =>
      (await uploadBatch(planner, survey.campaignId, { fileName: 'x', file })).fault?.message.key
    expect(await send(new TextEncoder().encode('%PDF-1.7'))).toBe('file.not-xlsx.pdf')
    expect(await send(new Uint8Array())).toBe('file.empty')
    const foreign = await writeWorkbook([{ name: 'Tờ', columns: [{ header: 'Tên' }], rows: [['An']] }])
    expect(await send(new Uint8Array(foreign))).toBe('file.notOurs')
    expect(await send(await filled({}))).toBe('file.nothingFilled')
  })
})
