import type { UIMatch } from '@remix-run/react'

/** Where a screen stands in the top navigation. */
export type NavKey = 'tasks' | 'results' | 'help' | 'desk' | 'campaigns' | 'communes' | 'people' | 'profiles' | 'items' | 'accounts'

/** What a route tells the frame around it. */
export type RouteHandle = {
  /** Staff screens are denser and wider. */
  desk?: boolean
  nav?: NavKey
  /** The page has a form with the id `main-form`: the language switch submits it, saves nothing and returns everything typed. */
  form?: boolean
}

export const mainFormId = 'main-form'

export function handleOf(matches: UIMatch[]): RouteHandle {
  return Object.assign({}, ...matches.map((match) => match.handle ?? {})) as RouteHandle
}
