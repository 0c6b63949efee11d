import { partsAt, textAt, type Tree } from '../form/form-tree'
import type { PartList, PartLists } from '../form/parts'

const both = { vi: '', en: '' }
/** The id of a part that was just added; `settleParts` gives it one that the whole form has not used. */
const fresh = 'new'
const list = (least: number, most: number, letters: string, part: Tree): PartList => ({
  ...{ least, most, letters },
  fresh: (id) => ({ id, ...part }),
})

/** What each list of a survey form can hold. */
export const surveyLists = {
  sections: list(1, 12, fresh, {}),
  questions: list(1, 60, fresh, {}),
  options: list(2, 30, '', both),
  rows: list(1, 12, 'r', both),
  items: list(0, 60, 'i', {}),
} satisfies PartLists

const begunLevels = ['1', '2', '3'].map((id) => ({ id, on: 'yes' }))

/** What a new question of a kind begins with. */
function begun(kind: string): Tree {
  const some = (ids: string[]) => ids.map((id) => ({ id, ...both }))
  switch (kind) {
    case 'number':
      return { min: '0', max: '100' }
    case 'text':
      return { maxLength: '500' }
    case 'likert':
      return { rows: some(['r1', 'r2']), options: some(['a', 'b', 'c', 'd']) }
    case 'ranking':
      return { options: some(['a', 'b', 'c']) }
    case 'systems':
      return {}
    default:
      return { options: some(['a', 'b']) }
  }
}

/**
 * The form in order once its parts have changed: new parts have a kind, a start and an id of their own in the whole form, a
 * condition has the options of the question that it names, items that were ticked in a search are in the quiz.
 */
export function settleParts(tree: Tree): Tree {
  const sections = partsAt(tree, 'sections').map((section): Tree => {
    const kind = textAt(section, 'kind') || textAt(tree, 'newSection') || 'questions'
    if (kind === 'quiz')
      return textAt(section, 'kind') === ''
        ? { ...section, kind, by: 'profile', perCompetency: '3', levels: begunLevels }
        : withPicked(section)
    if (kind !== 'questions') return { ...section, kind }
    const own = partsAt(section, 'questions')
    const questions = (own.length > 0 ? own : [{ id: `${fresh}1` }]).map((question): Tree => {
      if (textAt(question, 'kind') !== '') return question
      const wanted = textAt(section, 'newQuestion') || 'single'
      return { ...begun(wanted), ...question, kind: wanted }
    })
    return { ...section, kind, questions }
  })
  return withConditions({ ...tree, sections: numbered(sections) })
}

/** Gives new sections and questions ids that no other has; what a copied section says of its own questions goes with them. */
function numbered(sections: Tree[]): Tree[] {
  const isNew = (part: Tree) => textAt(part, 'id').startsWith(fresh)
  const kept = sections.filter((section) => !isNew(section))
  const taken = new Set(
    kept.flatMap((section) => [
      textAt(section, 'id'),
      ...partsAt(section, 'questions').flatMap((each) => (isNew(each) ? [] : [textAt(each, 'id')])),
    ]),
  )
  const free = (letter: string) => {
    let n = 1
    while (taken.has(`${letter}${n}`)) n++
    taken.add(`${letter}${n}`)
    return `${letter}${n}`
  }
  return sections.map((section): Tree => {
    const added = isNew(section)
    const renamed = new Map<string, string>()
    const questions = partsAt(section, 'questions').map((question): Tree => {
      const id = textAt(question, 'id')
      if (!isNew(question) && !(added && taken.has(id))) {
        taken.add(id)
        return question
      }
      renamed.set(id, free('q'))
      return { ...question, id: renamed.get(id)! }
    })
    const following = questions.map((question): Tree => {
      const to = added ? renamed.get(textAt(question, 'showIf.question')) : undefined
      return to ? { ...question, showIf: { ...(question.showIf as Tree), question: to } } : question
    })
    return {
      ...section,
      ...(added ? { id: free('s') } : {}),
      ...(following.length > 0 ? { questions: following } : {}),
    }
  })
}

/** The options that a condition can name are those of its question, ticked where they were. */
function withConditions(tree: Tree): Tree {
  const byId = new Map(
    partsAt(tree, 'sections')
      .flatMap((section) => partsAt(section, 'questions'))
      .map((question) => [textAt(question, 'id'), question]),
  )
  const sections = partsAt(tree, 'sections').map((section): Tree => {
    const questions = partsAt(section, 'questions').map((question): Tree => {
      const { showIf, ...rest } = question
      const code = textAt(question, 'showIf.question')
      if (!showIf || code === '') return rest
      const named = byId.get(code)
      // Ticks and bounds were for the question that the form showed; for another one they mean nothing.
      const of = textAt(question, 'showIf.of')
      const stays = of === '' || of === code
      const ticked = new Set(
        (stays ? partsAt(question, 'showIf.options') : []).flatMap((each) =>
          textAt(each, 'on') === 'yes' ? [textAt(each, 'id')] : [],
        ),
      )
      const options = ['single', 'multiple'].includes(named ? textAt(named, 'kind') : '')
        ? partsAt(named!, 'options').map((each): Tree => {
            const id = textAt(each, 'id')
            return { id, ...(ticked.has(id) ? { on: 'yes' } : {}) }
          })
        : []
      const { min, max } = (stays ? showIf : {}) as Tree
      return {
        ...rest,
        showIf: {
          question: code,
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
          ...(options.length > 0 ? { options } : {}),
        },
      }
    })
    return questions.length > 0 ? { ...section, questions } : section
  })
  return { ...tree, sections }
}

/** A quiz with the items that were ticked among those found for it. */
function withPicked(section: Tree): Tree {
  const { found: _found, ...rest } = section
  const known = new Set(partsAt(section, 'items').map((each) => textAt(each, 'id')))
  const picked = partsAt(section, 'found')
    .filter((each) => textAt(each, 'on') === 'yes' && !known.has(textAt(each, 'id')))
    .map((each): Tree => ({ id: textAt(each, 'id') }))
  return picked.length > 0 ? { ...rest, items: [...partsAt(section, 'items'), ...picked] } : rest
}
