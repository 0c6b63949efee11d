/** The parts of the explanation of the method, in order; the page and the export's first sheet show the same. */
export const methodPoints = [
  { title: 'method.who.title', text: 'method.who.text' },
  { title: 'method.ability.title', text: 'method.ability.text' },
  { title: 'method.below.title', text: 'method.below.text' },
  { title: 'method.domain.title', text: 'method.domain.text' },
  { title: 'method.pool.title', text: 'method.pool.text' },
  { title: 'method.interval.title', text: 'method.interval.text' },
  { title: 'method.informed.title', text: 'method.informed.text' },
  { title: 'method.hidden.title', text: 'method.hidden.text' },
  { title: 'method.rank.title', text: 'method.rank.text' },
  { title: 'method.difference.title', text: 'method.difference.text' },
  { title: 'method.first.title', text: 'method.first.text' },
  { title: 'method.self.title', text: 'method.self.text' },
  { title: 'method.conditions.title', text: 'method.conditions.text' },
  { title: 'method.limits.title', text: 'method.limits.text' },
] as const
