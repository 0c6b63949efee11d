import loadHighs from 'highs'

/**
 * One figure of the tables that a campaign releases. `people` were asked, which everybody knows; `count` is how many are
 * below target in units of which `unit` are one person, or null where the figure does not show.
 */
export type ReleasedCell = {
  campaign: string
  /** '' is the whole province. */
  place: string
  /** '' is everybody. */
  group: string
  measure: string
  people: number
  count: number | null
}

type Known = {
  unit: number
  /** The group that a group is part of; '' for those that everybody is made of. */
  widerOf: (group: string) => string
  /** The competency that alone makes up a domain for all people of a position, from the published target profiles. */
  onlyPart: (position: string, measure: string) => string | null
}

type Term = { cell: number; sign: 1 | -1 }

const highs = await loadHighs()

/**
 * What a reader of all tables together can work out, as an integer program: every count is a whole number of units from 0 to
 * all people, shown counts are known exactly, the province is the sum of its communes, everybody of the departments, a
 * department of its positions, and a domain of which people need one competency only is that competency. For each cell of
 * `ask` the number of whole people that its count, rounded, can still be: the largest less the smallest, and one.
 */
export function possibleCounts(
  cells: readonly ReleasedCell[],
  known: Known,
  ask: readonly number[],
): number[] {
  const partOf = programs(cells, known)
  const solved = (cell: number, goal: 'Maximize' | 'Minimize') => {
    const { constraints, bounds, generals } = partOf(cell)
    const program = `${goal}
 whole: k
Subject To
${constraints}
 above: 2 x${cell} - ${2 * known.unit} k <= ${known.unit}
 below: 2 x${cell} - ${2 * known.unit} k >= -${known.unit}
Bounds
${bounds}
 0 <= k <= ${cells[cell]!.people}
Generals
 k ${generals}
End`
    const { Status, ObjectiveValue } = highs.solve(program, { output_flag: false })
    if (Status !== 'Optimal') throw new Error(`the tables contradict each other: ${Status}`)
    return Math.round(ObjectiveValue)
  }
  return ask.map((cell) => solved(cell, 'Maximize') - solved(cell, 'Minimize') + 1)
}

type Part = { constraints: string; bounds: string; generals: string }

/** The program falls into parts that share no unknown count; each is written once. */
function programs(cells: readonly ReleasedCell[], known: Known): (cell: number) => Part {
  const sums = rows(cells, known).filter((terms) => terms.some(({ cell }) => cells[cell]!.count === null))
  const root = cells.map((_, i) => i)
  const rootOf = (cell: number): number => (root[cell] === cell ? cell : (root[cell] = rootOf(root[cell]!)))
  const unknowns = (terms: Term[]) => terms.flatMap(({ cell }) => (cells[cell]!.count === null ? [cell] : []))
  for (const terms of sums) {
    const [first, ...others] = unknowns(terms)
    for (const other of others) root[rootOf(other)] = rootOf(first!)
  }
  const made = new Map<number, Part>()
  return (cell) => {
    const part = made.get(rootOf(cell)) ?? written(rootOf(cell))
    made.set(rootOf(cell), part)
    return part
  }

  function written(own: number): Part {
    const inside = sums.filter((terms) => rootOf(unknowns(terms)[0]!) === own)
    const used = [...new Set([own, ...inside.flatMap((terms) => terms.map(({ cell }) => cell))])]
    return {
      constraints: inside
        .map(
          (terms, i) =>
            ` sum${i}: ${terms.map(({ cell, sign }) => `${sign > 0 ? '+' : '-'} x${cell}`).join(' ')} = 0`,
        )
        .join('\n'),
      bounds: used
        .map((i) => {
          const { people, count } = cells[i]!
          return count === null ? ` 0 <= x${i} <= ${people * known.unit}` : ` x${i} = ${count}`
        })
        .join('\n'),
      generals: used.map((i) => `x${i}`).join(' '),
    }
  }
}

function rows(cells: readonly ReleasedCell[], { widerOf, onlyPart }: Known): Term[][] {
  const keyOf = (campaign: string, place: string, group: string, measure: string) =>
    [campaign, place, group, measure].join('|')
  const index = new Map(
    cells.map((each, i) => [keyOf(each.campaign, each.place, each.group, each.measure), i]),
  )
  const sums = new Map<string, Term[]>()
  const part = (name: string, parent: number | undefined, cell: number) => {
    if (parent === undefined) return
    const own = sums.get(`${name} ${parent}`) ?? [{ cell: parent, sign: -1 }]
    sums.set(`${name} ${parent}`, [...own, { cell, sign: 1 }])
  }
  cells.forEach(({ campaign, place, group, measure }, i) => {
    if (place !== '') part('place', index.get(keyOf(campaign, '', group, measure)), i)
    if (group !== '') part('group', index.get(keyOf(campaign, place, widerOf(group), measure)), i)
    const only = group.startsWith('position:') ? onlyPart(group, measure) : null
    if (only !== null) part('only', i, index.get(keyOf(campaign, place, group, only))!)
  })
  return [...sums.values()]
}
