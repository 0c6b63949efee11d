import type { Card } from '../card'
import { figureField, parseFigure } from '../figure-field'
import type { FormFaults } from './criterion-form'

export const settingsFields = ['titleVi', 'titleEn', 'basisVi', 'basisEn', 'total', 'groups'] as const

type Typed = Readonly<Record<string, string | undefined>>
type Settings = Pick<Card, 'title' | 'basis' | 'total' | 'groups' | 'example'>
type Read = { value: Settings; faults?: never } | { value?: never; faults: FormFaults }

/** Title, basis, points in all and groups as typed; a group with criteria cannot be left out. */
export function readSettings(typed: Typed, card: Card): Read {
  const faults: FormFaults = { errors: {}, values: {} }
  const fault = (name: string, key: string, values?: Record<string, string | number>) => {
    faults.errors[name] ??= key
    if (values) faults.values[name] ??= values
  }
  const raw = (name: string) => (typed[name] ?? '').normalize('NFC').trim()
  const pair = (name: 'title' | 'basis', most: number) => {
    const [vi, en] = [raw(`${name}Vi`), raw(`${name}En`)]
    if (vi === '') fault(`${name}Vi`, `typed.${name}`)
    if (vi.length > most) fault(`${name}Vi`, 'typed.long', { most })
    if (en.length > most) fault(`${name}En`, 'typed.long', { most })
    return { vi, en: en || vi }
  }
  const [title, basis] = [pair('title', 300), pair('basis', 1000)]
  const total = parseFigure(raw('total'))
  if (total === null || total <= 0 || total > 1000) fault('total', 'typed.total')
  const groups = groupsIn(raw('groups'))
  const wrong = groups.findIndex(
    ({ code, name }) => !/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(code) || name.vi === '' || name.vi.length > 300,
  )
  if (groups.length === 0 || groups.length > 12) fault('groups', 'typed.groups')
  else if (wrong >= 0) fault('groups', 'typed.groupLine', { line: wrong + 1 })
  else if (new Set(groups.map(({ code }) => code)).size < groups.length) fault('groups', 'typed.groupTwice')
  const lost = card.criteria.find(({ group }) => !groups.some(({ code }) => code === group))
  if (lost && wrong < 0) fault('groups', 'typed.groupUsed', { group: lost.group, code: lost.code })
  if (Object.keys(faults.errors).length > 0 || total === null) return { faults }
  return { value: { title, basis, total, groups, example: raw('own') === '' } }
}

function groupsIn(text: string): Card['groups'] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((part) => part.replace(/\s+/g, ' ').trim()))
    .filter(([code]) => code)
    .map(([code, vi, en]) => ({ code: code!.toLowerCase(), name: { vi: vi ?? '', en: en || (vi ?? '') } }))
}

export function settingsValues({ title, basis, total, groups }: Card): Record<string, string> {
  const english = (pair: { vi: string; en: string }) => (pair.en === pair.vi ? '' : pair.en)
  return {
    titleVi: title.vi,
    titleEn: english(title),
    basisVi: basis.vi,
    basisEn: english(basis),
    total: figureField(total),
    groups: groups.map(({ code, name }) => `${code} | ${name.vi} | ${english(name)}`).join('\n'),
  }
}
