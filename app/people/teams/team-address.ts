import { mostMembers } from './read-members'

/** What was just done, as the address tells it. */
export type Done = { note: 'created' | 'saved' | 'person' } | { added: number; joined: number } | null

type Query = { get(name: string): string | null }

/** Which form of a team's page an address asks for. */
export function editIn(query: Query): 'name' | 'delete' | null {
  const edit = query.get('edit')
  return edit === 'name' || edit === 'delete' ? edit : null
}

/** What an address says was just done; anything else says nothing. */
export function doneIn(query: Query): Done {
  const note = query.get('note')
  if (note === 'created' || note === 'saved' || note === 'person') return { note }
  const [added, joined] = [count(query.get('added')), count(query.get('joined'))]
  return added === null || joined === null ? null : { added, joined }
}

function count(text: string | null): number | null {
  const number = /^\d{1,3}$/.test(text ?? '') ? Number(text) : null
  return number !== null && number <= mostMembers ? number : null
}
