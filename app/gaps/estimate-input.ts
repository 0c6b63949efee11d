import type { DomainResult } from '~/assessment/results'
import type { Components } from '~/assessment/irt/prior'
import type { AskedAnswer, AskedPerson } from './asked-person'
import type { PooledAnswer, PooledInput, PooledItem } from './pooled/types'
import type { SegmentInput } from './segments/segment-people'

/** Codes by index, as the pooled model counts them. */
export type Codes = { places: string[]; positions: string[]; departments: string[] }

type Parts = {
  seed: string
  domainOf: readonly number[]
  prior: Components
  communeCodes: readonly string[]
  people: readonly AskedPerson[]
}

/** The people of a campaign for the pooled model, and what its indices stand for; the same people give the same input. */
export function pooledInput({ seed, domainOf, prior, communeCodes, people }: Parts): {
  input: PooledInput
  codes: Codes
} {
  const codes: Codes = {
    places: sorted([...communeCodes, ...people.map(({ communeCode }) => communeCode)]),
    positions: sorted(people.map(({ positionCode }) => positionCode)),
    departments: sorted(people.map(({ departmentCode }) => departmentCode)),
  }
  const places = indexOf(codes.places)
  const positions = indexOf(codes.positions)
  const departments = indexOf(codes.departments)
  const items = itemsOf(people)
  return {
    codes,
    input: {
      seed,
      domainOf: [...domainOf],
      prior,
      items: items.list,
      places: codes.places.length,
      positions: codes.positions.length,
      departments: codes.departments.length,
      people: people.map(({ communeCode, positionCode, departmentCode, needs, told }) => ({
        place: places.get(communeCode)!,
        position: positions.get(positionCode)!,
        department: departments.get(departmentCode)!,
        needs: needs.map(({ dimension, threshold }) => ({ dimension, threshold })),
        sites: told ? told.sites : null,
        ...(told ? { answers: told.answers.map(items.answer) } : {}),
      })),
    },
  }
}

/** Every item that somebody answered, by its code, and answers with their items as indices. */
function itemsOf(people: readonly AskedPerson[]): {
  list: PooledItem[]
  answer: (answer: AskedAnswer) => PooledAnswer
} {
  const known = new Map(
    people.flatMap(({ told }) => (told?.answers ?? []).map((answer) => [answer.itemId, answer] as const)),
  )
  const ids = sorted([...known.keys()])
  const indices = indexOf(ids)
  return {
    list: ids.map((id) => ({ dimension: known.get(id)!.dimension, parameters: known.get(id)!.parameters })),
    answer: ({ itemId, category }) => ({ item: indices.get(itemId)!, category }),
  }
}

/** Expected distances by domain of those who answered something, and who they are. */
export function segmentInput(
  people: readonly AskedPerson[],
  domains: readonly string[],
): { input: SegmentInput; people: AskedPerson[] } {
  const told = people.filter((each) => each.told !== null && each.told.sites.length > 0)
  return {
    people: told,
    input: told.map((each) => domains.map((domain) => distanceOf(each.told!.domains, domain))),
  }
}

function distanceOf(own: readonly DomainResult[], domain: string): number | null {
  return own.find((each) => each.domain === domain)?.distance ?? null
}

function sorted(codes: string[]): string[] {
  return [...new Set(codes)].sort()
}

function indexOf(codes: string[]): Map<string, number> {
  return new Map(codes.map((code, i) => [code, i]))
}
