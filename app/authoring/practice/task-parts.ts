import { partsAt, textAt, type Tree } from '../form/form-tree'
import { changeParts, type PartLists } from '../form/parts'

const both = { vi: '', en: '' }

/** What each list of a practice task can hold. */
export const taskLists = {
  evidence: {
    least: 1,
    most: 6,
    letters: 'e',
    fresh: (id) => ({ id, competency: '', level: '', difficulty: '0' }),
  },
  memory: { least: 0, most: 12, letters: 'm', fresh: (id) => ({ id, name: '', values: '' }) },
  screens: { least: 1, most: 20, letters: 's', fresh: (id) => ({ id, title: both, look: 'form' }) },
  paragraphs: { least: 0, most: 12, letters: 'p', fresh: (id) => ({ id, ...both, when: '' }) },
  shown: { least: 0, most: 12, letters: 'd', fresh: (id) => ({ id, document: '', when: '' }) },
  fields: {
    least: 0,
    most: 12,
    letters: 'f',
    fresh: (id) => ({ id, kind: 'choice', label: both, when: '' }),
  },
  options: { least: 2, most: 12, letters: '', fresh: (id) => ({ id, ...both, when: '' }) },
  actions: {
    least: 0,
    most: 12,
    letters: 'a',
    fresh: (id) => ({ id, label: both, when: '', needs: '', outcomes: [outcome('c1')] }),
  },
  outcomes: { least: 1, most: 12, letters: 'c', fresh: (id) => outcome(id) },
  hints: { least: 0, most: 6, letters: 'h', fresh: (id) => ({ id, ...both }) },
  documents: {
    least: 0,
    most: 20,
    letters: 'd',
    fresh: (id) => ({ id, kind: 'paper', title: both, facts: both, text: both, table: both }),
  },
  scoring: {
    least: 1,
    most: 12,
    letters: 's',
    fresh: (id) => ({
      ...{ id, text: both, competency: '', points: '1', when: '', half: '', met: both, missed: both },
    }),
  },
  mistakes: {
    least: 1,
    most: 12,
    letters: 'k',
    fresh: (id) => ({ id, name: both, begin: '', finish: '', moves: '', scores: '' }),
  },
} satisfies PartLists

function outcome(id: string): Tree {
  return { id, when: '', set: '', go: '', tone: '', say: both }
}

/** The form with at least two options in each field that is a choice, and none in others. */
export function settleFields(tree: Tree): Tree {
  const screens = partsAt(tree, 'screens')
  if (screens.every((screen) => partsAt(screen, 'fields').length === 0)) return tree
  return {
    ...tree,
    screens: screens.map((screen) => {
      const fields = partsAt(screen, 'fields')
      return fields.length === 0 ? screen : { ...screen, fields: fields.map(settled) }
    }),
  }
}

function settled(field: Tree): Tree {
  const { options: _options, ...rest } = field
  if (!/^choices?$/.test(textAt(field, 'kind'))) return rest
  let whole = field
  while (partsAt(whole, 'options').length < taskLists.options.least)
    whole = changeParts(whole, 'add.options', taskLists)
  return whole
}
