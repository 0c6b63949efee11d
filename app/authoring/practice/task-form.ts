import { fieldsOf, partsAt, textAt, treeFrom, type FieldErrors, type Tree } from '../form/form-tree'
import { taskFormSchema, type TaskDraft } from './task-draft'

/** The pages of a task's editor. A page shows its part of the draft; the rest stays as it was. */
const taskPages = ['about', 'screen', 'documents', 'scoring'] as const
export type TaskPageName = (typeof taskPages)[number]

const listsOf: Record<TaskPageName, readonly (keyof TaskDraft)[]> = {
  about: ['evidence', 'memory', 'staff', 'team'],
  screen: [],
  documents: ['documents'],
  scoring: ['scoring', 'mistakes'],
}

/** A task as its form shows it, whole. */
export function treeOfTask(draft: TaskDraft): Tree {
  return treeFrom(fieldsOf(draft))
}

/** What one page of the editor shows of the whole form; `screen` is the screen whose page it is. */
export function pageTree(whole: Tree, page: TaskPageName, screen?: string): Tree {
  if (textAt(whole, 'page') === page) return whole
  if (page === 'screen') return { page, screens: partsAt(whole, 'screens').filter(({ id }) => id === screen) }
  if (page === 'documents') return { page, documents: partsAt(whole, 'documents') }
  const { documents: _documents, scoring = [], model = '', mistakes = [], ...about } = whole
  if (page === 'scoring') return { page, scoring, model, mistakes }
  return {
    ...about,
    page,
    screens: partsAt(whole, 'screens').map(({ id = '', title = '', look = '', end = '' }) => ({
      ...{ id, title, look, end, from: id },
    })),
  }
}

/** Of the whole form what the page shows that a form was sent from. */
export function shownOfTask(form: Tree, whole: Tree): Tree {
  const page = pageOf(form)
  return page ? pageTree(whole, page, textAt(form, 'screens.0.id')) : whole
}

const pageOf = (form: Tree) => taskPages.find((each) => each === textAt(form, 'page'))

/**
 * The task that a page of the editor says, or the whole form. Of a screen that the first page lists everything else stays;
 * a copied one (`from`) begins as the other was.
 */
export function taskFrom(tree: Tree, before: TaskDraft): { data: TaskDraft } | { errors: FieldErrors } {
  const parsed = taskFormSchema.safeParse(wholeOf(tree, before))
  if (parsed.data) return { data: parsed.data }
  const errors: FieldErrors = {}
  for (const { path } of parsed.error.issues) {
    const at =
      textAt(tree, 'page') === 'screen' && path[0] === 'screens' ? ['screens', 0, ...path.slice(2)] : path
    errors[at.map(String).join('.')] ??= 'error.field'
  }
  return { errors }
}

function wholeOf(tree: Tree, before: TaskDraft): unknown {
  const page = pageOf(tree)
  if (!page) return tree
  // What a page shows and does not send is empty: a tick that is not set, a list whose last part was taken out.
  const emptied = Object.fromEntries(listsOf[page].map((name) => [name, undefined]))
  const kept = { ...before, ...emptied }
  const { screens: sent = [], ...rest } = tree
  const screens = Array.isArray(sent) ? sent : []
  if (page === 'screen') {
    const changed = new Map(screens.map((screen) => [textAt(screen, 'id'), screen]))
    return { ...kept, screens: before.screens.map((screen) => changed.get(screen.id) ?? screen) }
  }
  if (page !== 'about') return { ...kept, ...rest }
  return {
    ...kept,
    ...rest,
    screens: screens.map((screen) => {
      const [id, from] = [textAt(screen, 'id'), textAt(screen, 'from')]
      const known =
        before.screens.find((each) => each.id === id) ?? before.screens.find((each) => each.id === from)
      return { ...known, ...screen, end: textAt(screen, 'end') }
    }),
  }
}
