import { describe, expect, it } from 'vitest'
import { parseDecisions, rereadSchema } from './import-form'

describe('decisions of a form', () => {
  it('are read by row, those put off are left out', () => {
    const form = new FormData()
    form.set('intent', 'decide')
    form.set('decision.77', 'same:p-1')
    form.set('decision.80', 'different')
    form.set('decision.81', '')
    form.set('decision.x', 'different')
    expect(parseDecisions(form)).toEqual({ 77: { same: 'p-1' }, 80: 'different' })
  })
})

describe('another way to read', () => {
  it('is one of four', () => {
    expect(rereadSchema.parse({ intent: 'convert' })).toEqual({ convertLegacy: true })
    expect(rereadSchema.parse({ intent: 'sheet', sheet: 'DS' })).toEqual({ sheet: 'DS' })
    expect(rereadSchema.parse({ intent: 'commune', commune: '01321' })).toEqual({ communeCode: '01321' })
    expect(rereadSchema.safeParse({ intent: 'accept', column: 'email', value: 'a', code: 'b' }).success).toBe(
      false,
    )
    expect(rereadSchema.safeParse({ intent: 'other' }).success).toBe(false)
  })
})
