/** Where a screen stands in the top navigation. */
export type NavKey =
  | 'tasks'
  | 'learn'
  | 'results'
  | 'help'
  | 'desk'
  | 'campaigns'
  | 'communes'
  | 'people'
  | 'learning'
  | 'profiles'
  | 'items'
  | 'plans'
  | 'classes'
  | 'accounts'

/** The button that Enter presses in a form that has several. */
export type DefaultButton = { name: string; value: string }

/** What a route tells the frame around it. */
export type RouteHandle = {
  /** Staff screens are denser and wider. */
  desk?: boolean
  nav?: NavKey
  /** The page has a form with the id `main-form`: the language switch submits it, saves nothing and returns everything typed. */
  form?: boolean | DefaultButton
  /** The page brings a frame of its own. */
  bare?: boolean
  /** What is printed fills its sheets: the head of the page stays off the paper. */
  sheets?: boolean
}

export const mainFormId = 'main-form'

/** The form of the language switch in the head of a page without a form of its own. */
export const languageFormId = 'language'

export function handleOf(matches: { handle?: unknown }[]): RouteHandle {
  return Object.assign({}, ...matches.map((match) => match.handle ?? {})) as RouteHandle
}
