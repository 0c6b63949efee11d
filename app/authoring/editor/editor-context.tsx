import { createContext, useContext, type ReactNode } from 'react'
import type { TranslationState } from '../drafts/translation'
import type { Tree } from '../items/form-tree'
import type { FieldErrors } from '../items/item-form'

type Editor = {
  tree: Tree
  errors: FieldErrors
  stateOf: (path: string) => TranslationState
}

const EditorContext = createContext<Editor>({ tree: {}, errors: {}, stateOf: () => 'empty' })

/** What the fields of an editor are filled with and say. */
export function EditorProvider({ value, children }: { value: Editor; children: ReactNode }) {
  return <EditorContext.Provider value={value}>{children}</EditorContext.Provider>
}

export const useEditor = () => useContext(EditorContext)
