import { categories } from '../irt/models'
import type { BankAnswer, BankInput } from './bank'

/** Answers of one person to the items of one competency. */
export type Answered = { dimension: number; items: number[]; categories: number[] }

/**
 * The answers of a person by competency, ascending, with the items as indices into the bank.
 * @throws RangeError for an item that is not in the bank, a competency or a category that is not there
 */
export function groupAnswers(
  answers: readonly BankAnswer[],
  { items, domainOf }: Pick<BankInput, 'items' | 'domainOf'>,
  index = new Map(items.map(({ id }, j) => [id, j])),
): Answered[] {
  const groups = new Map<number, Answered>()
  for (const { item, category } of answers) {
    const j = index.get(item)
    if (j === undefined) throw new RangeError(`item ${item} is not in the bank`)
    const { dimension, parameters } = items[j]!
    if (!(dimension in domainOf))
      throw new RangeError(`item ${item}: competency ${dimension} of ${domainOf.length}`)
    if (!(Number.isInteger(category) && category >= 0 && category < categories(parameters)))
      throw new RangeError(`item ${item}: category ${category} of ${categories(parameters)}`)
    const own = groups.get(dimension) ?? { dimension, items: [], categories: [] }
    own.items.push(j)
    own.categories.push(category)
    groups.set(dimension, own)
  }
  return [...groups.values()].sort((a, b) => a.dimension - b.dimension)
}

export type Seen = { answered: number; sum: number; constant: boolean }

/** How often each item was answered, the sum of the categories, and whether all answers were the same. */
export function countAnswers(people: readonly (readonly Answered[])[], items: number): Seen[] {
  const seen: Seen[] = Array.from({ length: items }, () => ({ answered: 0, sum: 0, constant: true }))
  const first = new Map<number, number>()
  for (const answers of people) {
    for (const group of answers) {
      group.items.forEach((j, i) => {
        const category = group.categories[i]!
        const own = seen[j]!
        own.answered++
        own.sum += category
        if (!first.has(j)) first.set(j, category)
        else if (first.get(j) !== category) own.constant = false
      })
    }
  }
  return seen
}
