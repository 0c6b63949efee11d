import type { DraftItem } from '~/assessment/item'
import { cleanText, foundBase, inOne, oneLine, partId } from '~/interchange/questions/plain-text'

type Both = { vi: string; en: string }
type Choice = Both & { id: string; correct?: boolean; weight?: number; feedback?: Both }
type Locale = 'vi' | 'en'

const near = (a: number, b: number) => Math.abs(a - b) < 1e-4
const six = (weight: number) => Number(weight.toFixed(6)) + 0
const differ = (parts: readonly { id: string }[]) => new Set(parts.map(({ id }) => id)).size === parts.length

/** What QTI holds of an item in one language, from what the format says rather than from the writer; null where it holds none of it. */
export function asQtiCarries(
  item: DraftItem,
  locale: Locale,
  picture: { width: number; height: number },
): DraftItem | null {
  const text = (part: Both) => inOne(locale, part[locale])
  const line = (part: Both) => inOne(locale, oneLine(part[locale]))
  const told = (part: { feedback?: Both | undefined }) =>
    cleanText(part.feedback?.[locale] ?? '') === '' ? {} : { feedback: text(part.feedback!) }
  const name = oneLine(item.name ?? '')
  const code = /^[a-z0-9][a-z0-9.-]*$/.test(item.code) ? item.code : ''
  const base = {
    ...foundBase(locale, item.stem[locale], item.explanation[locale]),
    code,
    ...(name === '' || name === oneLine(item.code) ? {} : { name }),
  }
  const choices = (options: Choice[], many: boolean, say = text): Choice[] | null => {
    if (options.length === 0 || !differ(options)) return null
    const right = options.filter(({ correct }) => correct)
    if (!many && right.length > 1) return null
    const weighed = options.some(({ weight }) => weight !== undefined)
    const best = Math.max(0, ...options.map(({ weight = 0 }) => weight))
    const keys =
      right.length > 0 || !weighed
        ? right
        : options.filter(({ weight = 0 }) => weight > 0 && (many || near(weight, best)))
    const known = many ? keys : keys.slice(0, 1)
    const usual = (option: Choice) =>
      known.includes(option) ? (many ? 100 / known.length : 100) : many ? -100 / known.length : 0
    const plain = options.every((option) => near(option.weight ?? 0, usual(option)))
    return options.map((option) => ({
      id: option.id,
      ...say(option),
      ...(known.includes(option) ? { correct: true } : {}),
      ...told(option),
      ...(weighed && !plain && option.weight !== undefined ? { weight: six(option.weight) } : {}),
    }))
  }
  const accepted = (answers: Choice[]) => {
    const own = answers
      .map((each) => ({ ...each, ...line(each) }))
      .filter(
        (each, i, all) =>
          each[locale] !== '' && all.findIndex((other) => other[locale] === each[locale]) === i,
      )
    const weighed =
      own.some(({ weight }) => weight !== undefined) && !own.every(({ weight }) => near(weight ?? 0, 100))
    return own.map((each, i) => ({
      id: partId(i),
      vi: each.vi,
      en: each.en,
      ...told(each),
      ...(weighed ? { weight: six(each.weight ?? 0) } : {}),
    }))
  }
  switch (item.kind) {
    case 'single': {
      const options = choices(item.options, false)
      return options && { ...base, kind: 'single', options }
    }
    case 'multiple': {
      const all = item.scoring === 'all'
      const options = choices(
        all ? item.options.map(({ weight: _, ...option }) => option) : item.options,
        true,
      )
      if (!options) return null
      const scoring = all && options.some(({ correct }) => correct) ? { scoring: 'all' as const } : {}
      return { ...base, kind: 'multiple', ...scoring, options }
    }
    case 'truefalse':
      if (item.statements.length === 0 || !differ(item.statements)) return null
      return {
        ...base,
        kind: 'truefalse',
        ...(item.scoring === 'all' ? { scoring: 'all' } : {}),
        statements: item.statements.map((each) => ({
          id: each.id,
          ...text(each),
          correct: each.correct,
          ...told(each),
        })),
      }
    case 'matching': {
      const extra = (item.extra ?? []).map((each) => ({ id: each.id, ...text(each), ...told(each) }))
      if (item.pairs.length === 0 || !differ([...item.pairs, ...extra])) return null
      return {
        ...base,
        kind: 'matching',
        pairs: item.pairs.map((each) => ({
          id: each.id,
          left: text(each.left),
          right: text(each.right),
          ...told(each),
        })),
        ...(extra.length > 0 ? { extra } : {}),
      }
    }
    case 'ordering':
      if (item.steps.length === 0 || !differ(item.steps)) return null
      return { ...base, kind: 'ordering', steps: item.steps.map((each) => ({ id: each.id, ...text(each) })) }
    case 'numeric': {
      const unit = item.unit ? oneLine(item.unit[locale]) : ''
      return {
        ...base,
        kind: 'numeric',
        answer: item.answer + 0,
        tolerance: item.tolerance + 0,
        ...(unit === '' ? {} : { unit: inOne(locale, unit) }),
      }
    }
    case 'short': {
      const answers = accepted(item.answers)
      return { ...base, kind: 'short', answers, ...(item.exact && answers.length > 0 ? { exact: true } : {}) }
    }
    case 'gaps': {
      const around = cleanText(item.text[locale])
      const once = (id: string) => around.split(`{${id}}`).length === 2
      if (item.gaps.length === 0 || !differ(item.gaps) || !item.gaps.every(({ id }) => once(id))) return null
      const gaps = item.gaps.map((gap) => {
        if ('options' in gap) {
          const options = choices(gap.options, false, line)
          return options && { id: gap.id, options }
        }
        const answers = accepted(gap.answers)
        return { id: gap.id, answers, ...(gap.exact && answers.length > 0 ? { exact: true } : {}) }
      })
      const whole = gaps.flatMap((gap) => gap ?? [])
      return whole.length < gaps.length
        ? null
        : { ...base, kind: 'gaps', text: inOne(locale, around), gaps: whole }
    }
    case 'point':
      if (!differ(item.areas)) return null
      return {
        ...base,
        kind: 'point',
        picture: { src: item.picture.src, alt: line(item.picture.alt) },
        areas: item.areas.map((area) => ({
          id: area.id,
          name: line(area.name),
          shape: area.shape,
          at: area.at.map((value, i) => {
            const size = i % 2 === 0 || (area.shape === 'circle' && i === 2) ? picture.width : picture.height
            return Math.round((Math.round((value / 1000) * size) * 10_000) / size) / 10
          }),
          ...(area.correct ? { correct: true } : {}),
          ...told(area),
        })),
      }
    case 'essay':
      return {
        ...base,
        kind: 'essay',
        most: item.most,
        rubric: item.rubric.map((each) => ({
          id: each.id,
          name: line(each.name),
          levels: each.levels.map((level) => ({ points: level.points, ...line(level) })),
        })),
      }
  }
}
