import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { actorWith, plannerOf } from '../../../tests/builders/actors'
import { answeredBank } from '../../../tests/builders/answered-bank'
import { browser } from '../../../tests/builders/browser'
import { freshDatabase } from '../../../tests/builders/database'

await freshDatabase()
const list = await import('./calibrations')
const one = await import('./calibration')
const { runJobs } = await import('~/platform/jobs/jobs.server')
const { parametersInForce } = await import('~/assessment/measuring.server')

const trainer = browser(actorWith({ role: 'trainer', provinceCode: '04', communeCode: null }))
const planner = browser(plannerOf('04'))
type Form = Record<string, string | string[]>
type Door = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>
type Answer = { status: number; to?: string | null; headers?: unknown; body?: Record<string, unknown> }

async function through(
  door: unknown,
  { form, id = '', at = trainer }: { form?: Form; id?: string; at?: typeof trainer } = {},
) {
  const request = at.request(`/calibrations/${id}`, form)
  try {
    return told(await (door as Door)({ request, params: { id }, context: await at.context() }))
  } catch (thrown) {
    return told(thrown)
  }
}

function told(answer: unknown): Answer {
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as { data?: Record<string, unknown>; init?: ResponseInit | null }
  if (data === undefined) return { status: 200, body: answer as Record<string, unknown> }
  return { status: init?.status ?? 200, headers: init?.headers, body: data }
}

let campaign: string
beforeAll(async () => {
  campaign = await answeredBank({ people: 110, competencies: ['4.1'] })
}, 60_000)

describe('the doors of a calibration', () => {
  it('ask for a campaign, with what was chosen still there', async () => {
    expect(await through(list.action, { form: { shrinkage: 'off' } })).toMatchObject({
      status: 400,
      body: { chosen: { shrinkage: 'off', campaigns: [], error: 'calibrate.choose' } },
    })
    expect(
      await through(list.action, { form: { campaigns: [campaign], shrinkage: 'off', switchLocale: 'en' } }),
    ).toMatchObject({ status: 200, body: { chosen: { shrinkage: 'off', campaigns: [campaign] } } })
  })

  it('show the page again until the work is done', async () => {
    const started = await through(list.action, { form: { campaigns: campaign, shrinkage: 'on' } })
    expect(started).toMatchObject({ status: 303, to: '/calibrations' })
    expect(await through(list.loader)).toMatchObject({ headers: { Refresh: '2' } })
    await runJobs()
    const after = await through(list.loader)
    expect(after.headers).toBeUndefined()
    expect(after.body).toMatchObject({ view: { versions: [{ state: 'proposed' }] } })
  })

  it('ask before a decision, want a reason to reject, and tell of one made meanwhile', async () => {
    const decide = (form: Form) => through(one.action, { id: '1', form })
    expect(await decide({ intent: 'ask-adopt' })).toMatchObject({ status: 200, body: { asking: 'adopt' } })
    expect(await decide({ intent: 'reject', seen: '0' })).toMatchObject({
      status: 400,
      body: { asking: 'reject', reply: { errors: { reason: 'standard.reason' } } },
    })
    expect(parametersInForce()).toBeNull()
    expect(await decide({ intent: 'adopt', seen: '0' })).toMatchObject({
      status: 303,
      to: '/calibrations?note=adopted',
    })
    expect(parametersInForce()).toBe(1)
    expect(await decide({ intent: 'reject', seen: '0', reason: 'Không khớp' })).toMatchObject({
      status: 400,
      body: { meanwhile: true, reply: { typed: { reason: 'Không khớp' } } },
    })
    expect(await decide({ intent: 'nothing' })).toMatchObject({ status: 400 })
  })

  it('are read by planners, who decide nothing', async () => {
    expect(await through(list.loader, { at: planner })).toMatchObject({ body: { view: { mayRun: false } } })
    expect(await through(one.loader, { id: '1', at: planner })).toMatchObject({ status: 200 })
    expect(await through(list.action, { at: planner, form: { campaigns: campaign } })).toMatchObject({
      status: 403,
    })
    expect(
      await through(one.action, { id: '1', at: planner, form: { intent: 'adopt', seen: '1' } }),
    ).toMatchObject({ status: 403 })
    expect(await through(one.loader, { id: 'x' })).toMatchObject({ status: 404 })
  })
})
