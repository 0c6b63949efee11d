import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actor, campaign, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { setClock } from '~/platform/clock/now.server'
import type { Actor } from '~/platform/policy/actor'

await freshDatabase()
const survey = await import('../../../tests/builders/paper-answers')
const { place, planner, asked, formOf, filled, paper, answersTo, upload, daysOn } = survey
const { reader, inTransaction } = await import('~/platform/db/db.server')
const { erasePerson } = await import('../erase-person.server')
const { confirmBatch } = await import('./confirm-batch.server')
const { discardBatch, discardStaleBatches } = await import('./discard-batch.server')
const { uploadBatch } = await import('./upload-batch.server')
const { viewBatch } = await import('./view-batch.server')
const { viewPaper } = await import('./view-paper.server')
const { viewPaperForm } = await import('./view-paper-form.server')

beforeEach(survey.begin)
afterEach(() => setClock())

describe('an upload', () => {
  it('is forgotten when it is discarded, grows old, or its person is erased', async () => {
    daysOn(0)
    const { who, staffCode } = await asked()
    const rowsOf = (id: string) =>
      reader.sql.get<{ rows: string | null; state: string }>(
        'SELECT rows, state FROM PaperBatch WHERE id = ?',
        id,
      )
    const fill = () => upload({ [staffCode]: paper('A', answersTo('A')) })
    const [thrown, old] = [await fill(), await fill()]
    expect(await discardBatch(planner, survey.campaignId, thrown.id)).toBe('discarded')
    expect(rowsOf(thrown.id)).toEqual({ rows: null, state: 'discarded' })
    expect(await confirmBatch(planner, survey.campaignId, thrown.id)).toBe('discarded')
    daysOn(31)
    await discardStaleBatches()
    expect(rowsOf(old.id)).toEqual({ rows: null, state: 'discarded' })
    daysOn(1)
    const fresh = await fill()
    await erasePerson(planner, who.personId)
    expect(rowsOf(fresh.id)).toEqual({ rows: '[]', state: 'preview' })
  })

  it('is not for other provinces, nor for a draft or a closed campaign', async () => {
    daysOn(0)
    const { staffCode } = await asked()
    const file = await filled({ [staffCode]: paper('A', answersTo('A')) })
    const other = actor({ grants: [plannerGrant('08')] })
    const send = (who: Actor) => () => uploadBatch(who, survey.campaignId, { fileName: 'x', file })
    expect(await refusal(send(other))).toBe('notAllowed')
    for (const [state, code] of [
      ['draft', 'campaignNotOpen'],
      ['closed', 'campaignClosed'],
    ] as const) {
      await inTransaction((tx) => tx.campaign.update({ where: { id: survey.campaignId }, data: { state } }))
      expect(await refusal(send(planner))).toBe(code)
    }
  })

  it('of a whole province is read within seconds', async () => {
    daysOn(0)
    const all = await Promise.all(Array.from({ length: 300 }, () => asked()))
    const cells = paper('C', answersTo('C'))
    const file = await filled(Object.fromEntries(all.map(({ staffCode }) => [staffCode, cells])))
    const from = performance.now()
    const { id } = await uploadBatch(planner, survey.campaignId, { fileName: 'x', file })
    expect(performance.now() - from).toBeLessThan(10_000)
    expect(viewBatch(planner, survey.campaignId, id!, 1, 'vi').summary.whole).toBe(300)
  }, 60_000)
})

describe('the page and the print', () => {
  it('give one form to a profile and keep its questions in place', async () => {
    await asked()
    await asked()
    const view = viewPaper(planner, survey.campaignId, 'vi')
    expect(view.forms).toEqual([
      {
        code: 'office-statistics',
        position: expect.stringContaining('Văn phòng') as string,
        people: 2,
        left: 2,
      },
    ])
    expect(view.places).toMatchObject([{ code: '01273', asked: 2, left: 2 }])
    const print = () => viewPaperForm(planner, survey.campaignId, 'office-statistics', 'b', 'vi')
    expect(print()).toEqual(print())
    expect(print().code).toMatch(/^B · office-statistics · commune-staff@2 · [0-9a-f]{4}$/)
    expect(
      print()
        .sections.flatMap(({ questions }) => questions)
        .map(({ number }) => number),
    ).toEqual(Array.from({ length: print().count }, (_, i) => i + 1))
    expect(formOf('A').code.hash).not.toBe(formOf('B').code.hash)
    const form = await refusal(() =>
      Promise.resolve(viewPaperForm(planner, survey.campaignId, 'office-statistics', 'd', 'vi')),
    )
    expect(form).toBe('notFound')
  })

  it('of a draft is a preview without a code', async () => {
    const draft = await campaign({ provinceCode: '04', communeCodes: ['01273'], state: 'draft' })
    await person({ ...place, positionCode: 'finance' })
    const { forms } = viewPaper(planner, draft, 'en')
    const finance = forms.find(({ code }) => code === 'finance')!
    expect(finance.people).toBeGreaterThan(0)
    expect(viewPaperForm(planner, draft, 'finance', 'a', 'en').code).toBeNull()
  })
})
