import { describe, expect, it } from 'vitest'
import { actorWith, learner } from '../../../tests/builders/actors'
import { browser } from '../../../tests/builders/browser'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import type { Actor } from '~/platform/policy/actor'

await freshDatabase({ content: false })
const measure = await import('./measure')
const result = await import('./measure-result')
const file = await import('./measure-file')
const { runJobs } = await import('~/platform/jobs/jobs.server')
const { deleteOldMeasures } = await import('~/gaps/measure-page/own-measures.server')
const { now } = await import('~/platform/clock/now.server')
const { dbDate } = await import('~/platform/db/sqlite.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { writeWorkbook } = await import('~/formats/write-workbook.server')

let count = 0
/** Somebody new, since one person has one table worked on at a time. */
const trainer = (): Actor => ({
  ...actorWith({ role: 'trainer', provinceCode: '04', communeCode: null }),
  accountId: `trainer-${++count}`,
})
const responses = { kind: 'responses', model: '2pl', prior: 'weak', group: '' }
const matrix = `c1,c2,c3\n${['1,0,1', '0,0,1', '1,1,1', '1,0,0', '0,1,'].join('\n')}\n`

async function send(actor: Actor, typed: Record<string, string>, name?: string, bytes?: BlobPart) {
  const body = new FormData()
  for (const [key, value] of Object.entries(typed)) body.append(key, value)
  if (name !== undefined) body.append('file', new File([bytes ?? ''], name))
  const request = new Request('http://localhost/measure', { method: 'POST', body })
  const args = { request, params: {}, context: await browser(actor).context() }
  const answer = await measure.action(args)
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location')! }
  const { data, init } = answer as unknown as { data: object; init: ResponseInit | null }
  return { status: init?.status ?? 200, ...data }
}

async function look(actor: Actor, jobId: string) {
  const at = browser(actor)
  const args = { request: at.request(`/measure/${jobId}`), params: { jobId }, context: await at.context() }
  const { data, init } = await result.loader(args)
  return { view: data.view, refresh: new Headers(init?.headers).get('Refresh') }
}

async function saved(actor: Actor, jobId: string, name: string) {
  const at = browser(actor)
  const params = { jobId, file: name }
  const args = { request: at.request('/'), params, context: await at.context() }
  return file.loader(args)
}

const idIn = (answer: object) => ('to' in answer ? String(answer.to).replace('/measure/', '') : '')

async function worked(actor: Actor, typed: Record<string, string>, name: string, bytes: BlobPart) {
  const id = idIn(await send(actor, typed, name, bytes))
  await runJobs()
  return id
}

describe('a table sent to /measure', () => {
  it('waits on a page that asks again, and no other is taken meanwhile', async () => {
    const me = trainer()
    await runJobs()
    await inTransaction(async (tx) =>
      tx.sql.run(
        `INSERT INTO Job (id, kind, subject, input, state, createdAt, createdBy)
         VALUES ('waiting', 'measure', ?, '{}', 'queued', ?, ?)`,
        `${me.accountId}:Lớp 1.csv`,
        dbDate(now()),
        me.accountId,
      ),
    )
    expect(await look(me, 'waiting')).toMatchObject({
      view: { state: 'queued', fileName: 'Lớp 1.csv', run: null },
      refresh: '2',
    })
    expect(await send(me, responses, 'hai.csv', matrix)).toMatchObject({
      status: 400,
      busy: 'waiting',
      reply: { typed: responses, errors: { file: 'form.busy' } },
    })
    await runJobs()
    expect((await look(me, 'waiting')).view.state).toBe('failed')
  })

  it('is read and saved when it was worked on', async () => {
    const me = trainer()
    const sent = await send(me, responses, 'Lớp 1.csv', matrix)
    expect(sent).toMatchObject({ status: 303 })
    const id = idIn(sent)
    await runJobs()
    const { view, refresh } = await look(me, id)
    expect(view.state).toBe('done')
    expect(refresh).toBeNull()
    const run = view.run!
    expect(run.kind === 'responses' && run.result.items.map(({ name }) => name)).toEqual(['c1', 'c2', 'c3'])
    const json = await saved(me, id, 'result.json')
    expect(json.headers.get('Content-Disposition')).toBe('attachment; filename="result.json"')
    expect(await json.json()).toEqual(run.result)
    expect((await (await saved(me, id, 'persons.csv')).text()).split('\r\n')).toHaveLength(7)
    expect((await (await saved(me, id, 'items.csv')).text()).split('\r\n')[1]).toMatch(/^c1,2pl,/)
    expect(await refusal(saved(me, id, 'estimates.csv'))).toBe('notFound')
  })

  it('may be the first sheet of a workbook, and areas', async () => {
    const me = trainer()
    const sheet = {
      name: 'Xã',
      columns: ['area', 'estimate', 'variance', 'vùng'].map((header) => ({ header })),
      rows: [1, 2, 4, 9, 7].map((value, d) => [`Xã ${d}`, value, 1, d % 2 ? 'núi' : 'biển']),
    }
    const bytes = new Uint8Array(await writeWorkbook([sheet]))
    const id = await worked(me, { kind: 'areas', factors: '' }, 'xa.xlsx', bytes)
    const run = (await look(me, id)).view.run
    expect(run).toMatchObject({ kind: 'areas', result: { areas: { total: 5 } } })
    expect((await (await saved(me, id, 'estimates.csv')).text()).split('\r\n')[0]).toContain('area,direct')
  })

  it('that cannot be used says where and how to mend it, everything typed still there', async () => {
    const typed = { ...responses, group: 'lớp' }
    expect(
      await send(trainer(), typed, 'sai.csv', 'c1,c2,lớp\n1,x,A\n0,3.5,B\n1,1,A\n1,0,B\n0,1,A\n'),
    ).toMatchObject({
      status: 400,
      reply: { typed, errors: { file: 'form.badFile' } },
      problems: [
        { line: 2, column: 2, key: 'problem.notAnswer' },
        { line: 3, column: 2, key: 'problem.notAnswer' },
      ],
    })
    expect(await send(trainer(), typed)).toMatchObject({
      status: 400,
      reply: { errors: { file: 'form.noFile' } },
    })
    expect(await send(trainer(), typed, 'a.pdf', '%PDF-1.7 \n')).toMatchObject({
      problems: [{ key: 'problem.file.not-xlsx' }],
    })
    expect(await send(trainer(), { ...typed, model: '9pl' }, 'a.csv', matrix)).toMatchObject({
      status: 400,
      reply: { errors: { model: 'form.model' } },
    })
    const few = 'area,estimate,variance,x\nA,1,1,1\nB,2,1,2\n'
    expect(await send(trainer(), { kind: 'areas', factors: '' }, 'a.csv', few)).toMatchObject({
      problems: [{ key: 'problem.tooFewAreas' }],
    })
  })

  it('comes back in the other language with nothing sent', async () => {
    const me = trainer()
    expect(await send(me, { ...responses, switchLocale: 'en' }, 'a.csv', matrix)).toMatchObject({
      status: 200,
      reply: { typed: responses, errors: {} },
    })
    expect(reader.sql.all('SELECT 1 FROM Job WHERE createdBy = ?', me.accountId)).toEqual([])
  })

  it('is seen by nobody else, and refused to who may not measure', async () => {
    const me = trainer()
    const id = await worked(me, responses, 'a.csv', matrix)
    expect(await refusal(look(trainer(), id))).toBe('notFound')
    expect(await refusal(look(learner, id))).toBe('notAllowed')
    expect(await refusal(send(learner, responses, 'a.csv', matrix))).toBe('notAllowed')
    await send(trainer(), { intent: 'delete', id })
    expect((await look(me, id)).view.state).toBe('done')
  })

  it('is deleted when its owner wants it, or after seven days', async () => {
    const me = trainer()
    const mine = await worked(me, responses, 'a.csv', matrix)
    expect(await send(me, { intent: 'delete', id: mine })).toMatchObject({ status: 303, to: '/measure' })
    expect(await refusal(look(me, mine))).toBe('notFound')
    const old = await worked(me, responses, 'b.csv', matrix)
    await inTransaction(async (tx) =>
      tx.sql.run("UPDATE Job SET createdAt = '2026-01-01T00:00:00.000+00:00' WHERE id = ?", old),
    )
    expect(await refusal(look(me, old))).toBe('notFound')
    await deleteOldMeasures()
    expect(reader.sql.all('SELECT 1 FROM Job WHERE id = ?', old)).toEqual([])
  })
})
