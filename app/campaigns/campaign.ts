/** The states of a campaign as stored. */
export const campaignStates = ['draft', 'open', 'closed'] as const
export type CampaignState = (typeof campaignStates)[number]

/**
 * Where a campaign stands on a day: `waiting` is open but before its first day, `due` is past its last day and about to be
 * closed.
 */
export type Phase = 'draft' | 'waiting' | 'running' | 'due' | 'closed'

type Dated = { state: CampaignState; opensOn: string; closesOn: string }

/** `today` and the dates are `YYYY-MM-DD`, Vietnam's days. */
export function phaseOf({ state, opensOn, closesOn }: Dated, today: string): Phase {
  if (state !== 'open') return state
  if (today < opensOn) return 'waiting'
  return today > closesOn ? 'due' : 'running'
}

/** Whole days from one calendar day to another: `daysBetween('2026-11-21', '2026-11-28')` gives 7. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Sums of a list of communes, or the figures of one. */
export type Rates = { asked: number; submitted: number; started: number; notStarted: number }

export function sumRates(rates: Rates[]): Rates {
  const sum = (pick: (each: Rates) => number) => rates.reduce((total, each) => total + pick(each), 0)
  return {
    asked: sum(({ asked }) => asked),
    submitted: sum(({ submitted }) => submitted),
    started: sum(({ started }) => started),
    notStarted: sum(({ notStarted }) => notStarted),
  }
}

/** Share of those asked who have submitted; 0 where nobody is asked. */
export function submittedShare({ asked, submitted }: Rates): number {
  return asked === 0 ? 0 : submitted / asked
}
