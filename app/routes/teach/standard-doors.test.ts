import { describe, expect, it } from 'vitest'
import { actorWith } from '../../../tests/builders/actors'
import { browser } from '../../../tests/builders/browser'
import type { EditReply } from '~/assessment/catalogue/EditStandardPage'
import { freshDatabase } from '../../../tests/builders/database'

await freshDatabase()
const { action } = await import('./edit-standard')
const { standardInForce } = await import('~/competency/standards.server')

const at = browser(actorWith({ role: 'trainer', provinceCode: '04', communeCode: null }))
const filled = {
  'all-1': '-1,20',
  'all-2': '0.19',
  'all-3': '1,59',
  'own-4-1-2': '',
  probability: '67',
  methodVi: 'Hội đồng',
  methodEn: 'A panel',
  reason: 'Họp hội đồng ngày 12/11',
}
const present = () => standardInForce('its')

async function send(form: Record<string, string>) {
  const args = { request: at.request('/standards/edit', form), params: {}, context: await at.context() }
  const answer = await action(args)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as unknown as { data: EditReply; init: ResponseInit | null }
  return { status: init?.status ?? 200, ...data }
}

describe('the door to the thresholds', () => {
  it('says what is wrong where, with everything typed still there', async () => {
    const typed = { ...filled, 'all-1': 'âm một', 'own-4-1-2': '7', probability: '30', reason: '' }
    const answer = await send({ ...typed, inForce: String(present().id) })
    expect(answer).toMatchObject({
      status: 400,
      reply: {
        typed,
        errors: {
          'all-1': 'standard.number',
          'own-4-1-2': 'standard.range',
          probability: 'standard.probability',
          reason: 'standard.reason',
        },
      },
    })
    expect(present().shipped).toBe(true)
  })

  it('points to the field where levels do not rise, or one is missing', async () => {
    const inForce = String(present().id)
    expect(await send({ ...filled, 'own-4-1-2': '2,5', inForce })).toMatchObject({
      status: 400,
      reply: { errors: { 'own-4-1-2': 'standard.rising' } },
    })
    expect(await send({ ...filled, 'all-3': '', inForce })).toMatchObject({
      status: 400,
      reply: { errors: { 'all-3': 'standard.missing' } },
    })
  })

  it('fills in suggestions and switches the language without saving', async () => {
    const suggested = await send({ ...filled, intent: 'suggest' })
    expect(suggested).toMatchObject({
      status: 200,
      said: 'filled',
      reply: { typed: { reason: filled.reason } },
    })
    expect(Object.keys('reply' in suggested ? suggested.reply.typed : {})).toContain('own-7-3-3')
    expect(await send({ ...filled, switchLocale: 'en' })).toMatchObject({ reply: { typed: filled } })
    expect(present().shipped).toBe(true)
  })

  it('saves, and answers a second editor who saw the old standard', async () => {
    const inForce = String(present().id)
    expect(await send({ ...filled, inForce })).toEqual({ status: 303, to: '/standards?note=saved' })
    expect(present().standard.setting.thresholds).toEqual({ 1: -1.2, 2: 0.19, 3: 1.59 })
    const late = { ...filled, 'all-1': '-2' }
    expect(await send({ ...late, inForce })).toMatchObject({
      status: 400,
      said: 'changedMeanwhile',
      reply: { typed: late },
    })
  })

  it('asks for a reason before it returns to what ships', async () => {
    const inForce = String(present().id)
    expect(await send({ ...filled, intent: 'ask-return' })).toMatchObject({ status: 200, returning: true })
    expect(await send({ intent: 'return', inForce, reason: '' })).toMatchObject({
      status: 400,
      returning: true,
      reply: { errors: { reason: 'standard.reason' } },
    })
    expect(await send({ intent: 'return', inForce, reason: 'Nhầm số liệu' })).toMatchObject({ status: 303 })
    expect(present().standard.setting.thresholds[1]).toBe(-1.01)
  })
})
