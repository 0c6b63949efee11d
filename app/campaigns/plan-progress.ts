/** How far the approved plan of a province is: classes held of those that are not cancelled, and đồng spent of the budget. */
export type PlanProgress = {
  planId: string
  title: string
  held: number
  classes: number
  spent: number
  /** Null where the plan has none. */
  budget: number | null
}
