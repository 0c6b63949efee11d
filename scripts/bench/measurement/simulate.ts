// A province (or the country) with known abilities, and the answers that its people would give: the truth against which
// the commune estimates are held.
import { drawResponse } from '~/assessment/irt/models'
import type { ItemParameters } from '~/assessment/irt/parameters'
import { posterior } from '~/assessment/irt/posterior'
import { structuredCovariance, structuredPrior, type Components } from '~/assessment/irt/prior'
import { cholesky, matrix, type Matrix } from '~/assessment/numeric/matrix'
import { logistic, logit } from '~/assessment/numeric/normal'
import { normalDraw, seeded, shuffle, type Random } from '~/assessment/numeric/random'
import type { PooledAnswer, PooledInput, PooledPerson } from '~/gaps/pooled/types'

export const domainOf = [2, 3, 6, 4, 4, 4, 3, 6].flatMap((count, domain) =>
  new Array<number>(count).fill(domain),
)
export const reference: Components = { general: 0.6, domain: 0.2, own: 0.2 }
const competencies = domainOf.length
const levels = [1, 2, 3, 4]
const positions = 25
const departments = 14
const needed = 13

export type Setting = {
  places: number
  meanStaff: number
  /** Standard deviation of the logarithm of a commune's size. */
  sizeSpread: number
  form: 'fixed' | 'adaptive'
  person: Components
  place: Components
  position: Components
  mean: number
}

export const province: Setting = {
  places: 56,
  meanStaff: 41,
  sizeSpread: 0.3,
  form: 'fixed',
  person: reference,
  place: { general: 0.08, domain: 0.02, own: 0.0225 },
  position: { general: 0.15, domain: 0.04, own: 0.04 },
  mean: -0.3,
}

/** The country: communes of more unequal size. */
export const country: Setting = { ...province, places: 3321, sizeSpread: 0.45 }

/** `abilities`: people × competencies, in the order of input.people. */
export type Simulated = { input: PooledInput; abilities: Float64Array }

type BankItem = { index: number; competency: number; level: number; parameters: ItemParameters }
type Bank = { items: BankItem[][]; threshold: number[][] }
type Post = {
  needs: { dimension: number; threshold: number; level: number }[]
  forms: BankItem[][]
  weight: number
}

/** One simulated population with its answers; the same seed gives the same. */
export function simulate(seed: string, setting: Setting): Simulated {
  const random = seeded(seed)
  const bank = drawBank(random)
  const posts = Array.from({ length: positions }, () => drawPost(bank, random))
  const person = root(setting.person)
  const places = drawEffects(setting.places, setting.place, random)
  const means = drawEffects(positions, setting.position, random)
  const response = posts.map(() => 0.5 * normalDraw(random))
  const people: PooledPerson[] = []
  const abilities: number[] = []
  for (let place = 0; place < setting.places; place++) {
    const { meanStaff, sizeSpread } = setting
    const size = meanStaff * Math.exp(sizeSpread * normalDraw(random) - sizeSpread ** 2 / 2)
    const staff = Math.max(5, Math.round(size))
    const rate = 0.3 + 0.7 * random()
    for (let i = 0; i < staff; i++) {
      const position = pick(posts, random)
      const e = normalVector(person, random)
      const theta = Float64Array.from(
        e,
        (value, k) =>
          setting.mean + means[position * competencies + k]! + places[place * competencies + k]! + value,
      )
      const answers = random() < logistic(logit(Math.min(rate, 0.98)) + response[position]!)
      const post = posts[position]!
      people.push({
        place,
        position,
        department: position % departments,
        needs: post.needs.map(({ dimension, threshold }) => ({ dimension, threshold })),
        ...(answers ? answersOf(post, theta, setting.form, bank, random) : { sites: null }),
      })
      for (const value of theta) abilities.push(value)
    }
  }
  return {
    input: {
      domainOf,
      places: setting.places,
      positions,
      departments,
      prior: reference,
      items: bank.items
        .flat()
        .sort((a, b) => a.index - b.index)
        .map(({ competency, parameters }) => ({ dimension: competency, parameters })),
      people,
      seed,
    },
    abilities: Float64Array.from(abilities),
  }
}

/** 300 items: discrimination log-normal, difficulty by level; every second one a choice of four that can be guessed. */
function drawBank(random: Random): Bank {
  const items = Array.from({ length: competencies }, (): BankItem[] => [])
  for (let i = 0; i < 300; i++) {
    const competency = i % competencies
    const level = levels[Math.floor(i / competencies) % levels.length]!
    const parameters: ItemParameters = {
      model: '2pl',
      a: Math.exp(0.1 + 0.3 * normalDraw(random)),
      b: level - 2.5 + 0.3 * normalDraw(random),
      c: i % 2 === 0 ? 0.2 : 0,
    }
    items[competency]!.push({ index: i, competency, level, parameters })
  }
  const threshold = items.map((own) =>
    [0, ...levels].map((level) => {
      const written = own.filter((item) => item.level === level)
      const points = written.map(({ parameters }) => {
        const b = typeof parameters.b === 'number' ? parameters.b : 0
        return b + logit(0.67) / parameters.a
      })
      return points.reduce((sum, point) => sum + point, 0) / Math.max(1, points.length)
    }),
  )
  return { items, threshold }
}

/** A position: its target levels in 13 competencies, two parallel forms of 39 answers, and how many people hold it. */
function drawPost(bank: Bank, random: Random): Post {
  const chosen = shuffle(
    random,
    Array.from({ length: competencies }, (_, k) => k),
  ).slice(0, needed)
  const needs = chosen.map((dimension) => {
    const level = 1 + Math.floor(3 * random())
    return { dimension, level, threshold: bank.threshold[dimension]![level]! }
  })
  const forms = [0, 1].map(() =>
    needs.flatMap(({ dimension, level }) =>
      shuffle(random, bank.items[dimension]!)
        .sort((a, b) => Math.abs(a.level - level) - Math.abs(b.level - level))
        .slice(0, 3),
    ),
  )
  return { needs, forms, weight: Math.exp(0.5 * normalDraw(random)) }
}

function answersOf(
  post: Post,
  theta: Float64Array,
  form: Setting['form'],
  bank: Bank,
  random: Random,
): Pick<PooledPerson, 'sites' | 'answers'> {
  const dimensions = post.needs.map(({ dimension }) => dimension)
  const prior = structuredPrior(
    dimensions.map((k) => domainOf[k]!),
    reference,
  )
  const given =
    form === 'fixed'
      ? post.forms[random() < 0.5 ? 0 : 1]!.map((item) => respond(item, theta, random))
      : post.needs.flatMap(({ dimension, level }) => staircase(bank.items[dimension]!, level, theta, random))
  const observations = given.map(({ item: { competency, parameters }, category }) => ({
    dimension: dimensions.indexOf(competency),
    parameters,
    category,
  }))
  return {
    sites: posterior(prior, observations).sites.map((site) => ({
      ...site,
      dimension: dimensions[site.dimension]!,
    })),
    answers: given.map(({ item, category }): PooledAnswer => ({ item: item.index, category })),
  }
}

function respond(item: BankItem, theta: Float64Array, random: Random) {
  return { item, category: drawResponse(item.parameters, theta[item.competency]!, random) }
}

/** Two to four answers on one competency, begun a level low; the next is harder after a right answer, easier after a wrong one. */
function staircase(items: readonly BankItem[], target: number, theta: Float64Array, random: Random) {
  const left = shuffle(random, items)
  const count = 2 + Math.floor(3 * random())
  let level = Math.max(1, target - 1)
  const answers = []
  for (let i = 0; i < count; i++) {
    left.sort((a, b) => Math.abs(a.level - level) - Math.abs(b.level - level))
    const answer = respond(left.shift()!, theta, random)
    level = Math.min(4, Math.max(1, level + (answer.category === 1 ? 1 : -1)))
    answers.push(answer)
  }
  return answers
}

function pick(posts: readonly Post[], random: Random): number {
  let left = random() * posts.reduce((sum, { weight }) => sum + weight, 0)
  const found = posts.findIndex(({ weight }) => (left -= weight) < 0)
  return found === -1 ? 0 : found
}

function drawEffects(units: number, variances: Components, random: Random): Float64Array {
  const l = root(variances)
  return Float64Array.from(Array.from({ length: units }, () => [...normalVector(l, random)]).flat())
}

function root(variances: Components): Matrix {
  return cholesky(structuredCovariance(domainOf, variances))
}

function normalVector(l: Matrix, random: Random): Float64Array {
  const z = matrix(l.rows, 1, () => normalDraw(random)).data
  return Float64Array.from(z, (_, j) => {
    let sum = 0
    for (let k = 0; k <= j; k++) sum += l.data[j * l.columns + k]! * z[k]!
    return sum
  })
}
