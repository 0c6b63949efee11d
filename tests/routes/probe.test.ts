import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'vitest'
import { world } from '../builders/world'
import { freshDatabase } from '../builders/database'
import { address, manifest } from '../fixtures/manifest'
import { startServer } from '../fixtures/server'
import { roles } from './access-table'

await freshDatabase()
test('probe', async () => {
  const w = await world()
  const db = await import('~/platform/db/db.server')
  const folder = mkdtempSync(path.join(tmpdir(), 'probe-'))
  const server = await startServer(process.env.DATABASE_URL!.slice(5), path.join(folder, 'log'))
  const out: string[] = [JSON.stringify(w)]
  const stateOf = (p: string) => /gaps|results|me\/results/.test(p) ? 'closed' : /edit|open$/.test(p) ? 'draft' : 'open'
  for (const method of ['GET', 'POST']) for (const r of manifest) {
    const cells: string[] = []
    for (const role of ['nobody', ...roles] as const) {
      const other = role === 'leader' || role === 'learner' ? w.beside : w.elsewhere
      const st: string[] = []
      for (const at of [w.here, other]) {
        const camp = (at as any)[stateOf(r.path)]
        const campOther = role === 'learner' && at !== w.here ? (w.elsewhere as any)[stateOf(r.path)] : camp
        const params: Record<string,string> = { campaignId: campOther, id: r.path.startsWith('people/imports') ? at.importId : r.path.startsWith('accounts') ? at.accountId : campOther, personId: at.personId, step: 'computer', measure: '4.1',
          code: r.path.startsWith('communes') || r.path.includes('communes/:code') ? at.communeCode : r.path.startsWith('items') ? '4.1-1a' : r.path.startsWith('forms') ? 'commune-staff' : 'office-statistics', '*': 'x' }
        if (method==='POST' && r.path==='sign-out') { st.push('-'); continue }
        const res = await fetch(server.url + address(r.path, params).replace('*','x'), { method, redirect: 'manual', headers: { cookie: role === 'nobody' ? '' : w.signedIn[role].cookie, ...(method==='POST' ? {'content-type':'application/x-www-form-urlencoded'} : {}) }, body: method === 'POST' ? '' : undefined })
        st.push(String(res.status) + (res.status===302||res.status===303 ? '>' + res.headers.get('location')!.slice(0,12) : ''))
        await res.arrayBuffer()
        if (!r.path.includes(':')) break
      }
      cells.push(st.length === 2 && st[0] !== st[1] ? st.join('/') : st[0]!)
    }
    out.push(`${method} ${r.path.padEnd(46)} ${cells.join('  ')}`)
  }
  writeFileSync('/tmp/probe.txt', out.join('\n'))
  await server.stop()
}, 120000)
