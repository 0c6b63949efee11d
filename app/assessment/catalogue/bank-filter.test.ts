import { expect, test } from 'vitest'
import { bankFilter, bankQuery } from './bank-filter'

test('an address says what the bank shows, and what it cannot mean is left out', () => {
  const asked = { q: 'thư giả', competency: '4.1', purpose: 'teach', origin: 'studio', status: 'retired' }
  const filter = bankFilter(new URLSearchParams(asked))
  expect(filter).toEqual({
    ...{ q: 'thư giả', competency: '4.1', level: null, kind: null },
    ...{ purpose: 'teach', origin: 'studio', retired: true },
  })
  expect(bankQuery(filter)).toEqual({ ...asked, level: undefined, kind: undefined })
  expect(bankFilter(new URLSearchParams('q=%20&purpose=both&status=x'))).toEqual({
    ...{ q: null, competency: null, level: null, kind: null, purpose: null, origin: null, retired: false },
  })
})
