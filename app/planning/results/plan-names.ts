/** What codes are called in one language; what is gone keeps the name it had, or its code. */
export type PlanNames = Record<
  'modules' | 'venues' | 'trainers' | 'communes' | 'positions' | 'domains',
  Record<string, string>
>
