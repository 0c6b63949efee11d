import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeEach, describe, expect, it } from 'vitest'
import { browser, type Browser } from '../../../tests/builders/browser'
import { campaign, invitee, person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { paths } from '~/paths'

await freshDatabase()
const home = await import('./survey')
const step = await import('./survey-step')
const check = await import('./survey-check')
const { inTransaction, reader } = await import('~/platform/db/db.server')

const communeCode = '01321'
const door = 'q-quiz'
let campaignId: string
let at: Browser
let inviteeId: string

type Door = (args: ActionFunctionArgs) => Promise<unknown>
type Told = { status: number; to?: string | null; body?: { page?: { shows?: string }; fault?: unknown } }

/** What a door answers: a redirect as its place, a page as its data with the status. */
async function through(each: Door, name = '', form?: Record<string, string>): Promise<Told> {
  const request = at.request(paths.surveyStep(campaignId, name), form)
  try {
    return told(await each({ request, params: { campaignId, step: name }, context: await at.context() }))
  } catch (thrown) {
    return told(thrown)
  }
}

function told(answer: unknown): Told {
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as { data?: Told['body']; init?: ResponseInit | null }
  return data === undefined
    ? { status: 200, body: answer as Told['body'] }
    : { status: init?.status ?? 200, body: data }
}

const sittingId = () =>
  reader.sql.get<{ id: string }>('SELECT id FROM Sitting WHERE inviteeId = ?', inviteeId)!.id
const chosen = () =>
  reader.sql
    .all<{ id: string }>(
      'SELECT itemVersionId AS id FROM SittingItem WHERE sittingId = ? ORDER BY number',
      sittingId(),
    )
    .map(({ id }) => `q-${id.split('@')[0]!}`)
const place = (name: string) => paths.surveyStep(campaignId, name)
const sent = (more: Record<string, string>) => ({ sittingId: sittingId(), answerId: randomUUID(), ...more })

beforeEach(async () => {
  campaignId = await campaign({ provinceCode: '04', communeCodes: [communeCode] })
  await inTransaction((tx) =>
    tx.campaign.update({ where: { id: campaignId }, data: { quizMode: 'adaptive' } }),
  )
  const learner = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
  inviteeId = await invitee({ campaignId, personId: learner.personId, communeCode })
  at = browser(learner)
  await through(home.action, '', {})
})

describe('the doors of an adaptive quiz', () => {
  it('lead from its door to the question chosen, and nowhere else', async () => {
    expect(await through(step.loader, door)).toMatchObject({ status: 200, body: { page: { shows: 'door' } } })
    const opened = await through(step.action, door, sent({}))
    const [first] = chosen()
    expect(opened).toEqual({ status: 303, to: place(first!) })
    expect(await through(step.loader, door)).toEqual({ status: 302, to: place(first!) })
    expect(await through(step.loader, 'q-7.6-3z')).toEqual({ status: 302, to: place(first!) })
    expect((await through(step.loader, 'nothing')).status).toBe(404)
  })

  it('take an answer once; another to the same question leads to what is kept', async () => {
    await through(step.action, door, sent({}))
    const [first] = chosen()
    expect(await through(step.action, first, sent({}))).toMatchObject({
      status: 400,
      body: { fault: { key: 'chooseOrUnknown' } },
    })
    expect(await through(step.action, first, sent({ v: '?', then: 'rest' }))).toEqual({
      status: 303,
      to: paths.survey(campaignId),
    })
    const [, second] = chosen()
    expect(await through(step.action, first, sent({ v: '?', then: 'next' }))).toEqual({
      status: 303,
      to: place(second!),
    })
    expect(await through(step.action, first, sent({ v: 'zz' }))).toEqual({ status: 303, to: place(first!) })
    expect(await through(step.loader, first)).toMatchObject({ body: { page: { shows: 'kept' } } })
    expect(chosen()).toHaveLength(2)
    expect((await through(check.action, '', {})).status).toBe(303)
  })

  it('save nothing when the language is switched', async () => {
    await through(step.action, door, sent({}))
    const [first] = chosen()
    const switched = await through(step.action, first, sent({ v: '?', switchLocale: 'en' }))
    expect(switched).toMatchObject({ status: 200, body: { typed: { v: ['?'] } } })
    expect(chosen()).toEqual([first])
  })
})
