import { createContext, useContext, type ReactNode } from 'react'
import type { TranslationState } from '../drafts/translation'
import type { FieldErrors, Tree } from '../form/form-tree'
import type { PartLists } from '../form/parts'

type Editor = {
  tree: Tree
  errors: FieldErrors
  lists: PartLists
  stateOf: (path: string) => TranslationState
}

const EditorContext = createContext<Editor>({ tree: {}, errors: {}, lists: {}, stateOf: () => 'empty' })

/** What the fields of an editor are filled with and say. */
export function EditorProvider({ value, children }: { value: Editor; children: ReactNode }) {
  return <EditorContext.Provider value={value}>{children}</EditorContext.Provider>
}

export const useEditor = () => useContext(EditorContext)
