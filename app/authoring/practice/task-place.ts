import { paths } from '~/paths'
import { nameOfPath, type Tree } from '../form/form-tree'
import type { TaskDraft } from './task-draft'
import { pageTree, type TaskPageName } from './task-form'

/** A page of a task's editor; `screen` is the id of the screen whose page it is. */
export type TaskPlace = { page: TaskPageName; screen?: string }

export function taskPath(id: string, { page, screen }: TaskPlace): string {
  if (page === 'about') return paths.studioTask(id)
  return page === 'screen' ? paths.studioTaskScreen(id, screen ?? '') : paths.studioTaskPart(id, page)
}

/** The page on which a part of a draft stands, by the part's path. */
export function placeOf(path: string | undefined, draft: TaskDraft): TaskPlace {
  const [list, id, more] = (path ?? '').split('.')
  if (list === 'documents') return { page: 'documents' }
  if (list === 'scoring' || list === 'model' || list === 'mistakes') return { page: 'scoring' }
  const isOpen = list === 'screens' && more !== undefined && draft.screens.some((screen) => screen.id === id)
  return isOpen ? { page: 'screen', screen: id } : { page: 'about' }
}

/** The name that a part has in the form of its page; of a text that of its Vietnamese. */
export function fieldAt(whole: Tree, { page, screen }: TaskPlace, path: string, isText: boolean): string {
  const name = nameOfPath(pageTree(whole, page, screen), path)
  return isText ? `${name}.vi` : name
}
