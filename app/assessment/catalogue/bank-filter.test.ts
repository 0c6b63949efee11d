import { expect, test } from 'vitest'
import { bankFilter, bankOrder, bankQuery } from './bank-filter'

const nothing = { q: null, competency: null, level: null, kind: null, purpose: null, cognitive: null }
const rest = { family: null, status: 'inUse', author: null, figures: null, sort: 'code', direction: 'asc' }

test('an address says what the bank shows, and what it cannot mean is left out', () => {
  const asked = {
    ...{ q: 'thư giả', competency: '4.1', level: '2', kind: 'single', purpose: 'teach', cognitive: 'apply' },
    ...{ family: '4.1-link', status: 'review', author: 'studio', figures: 'flagged' },
  }
  const filter = bankFilter(new URLSearchParams({ ...asked, sort: 'flags' }))
  expect(filter).toEqual({ ...asked, level: 2, sort: 'flags', direction: 'desc' })
  expect(bankQuery(filter)).toEqual(asked)
  expect(bankOrder(filter)).toEqual({ sort: 'flags', dir: 'desc' })
  const unclear = bankFilter(new URLSearchParams('q=%20&purpose=both&status=x&figures=y&sort=z&dir=up'))
  expect(unclear).toEqual({ ...nothing, ...rest })
  expect(bankOrder(unclear)).toEqual({})
})
