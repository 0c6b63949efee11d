import { Columns } from '~/ui/Columns'
import { ChangesPanel } from './ChangesPanel'
import { CostPanel } from './CostPanel'
import { MorePanel } from './MorePanel'
import { SchedulePanel } from './SchedulePanel'
import type { ScheduleBy } from './schedule'
import { ShortPanel } from './ShortPanel'
import type { SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'
import { WishesPanel } from './WishesPanel'

/** The calendar, what one more unit would bring, who is left short, and what it costs. */
export function OverviewView({
  view,
  solved,
  by,
}: {
  view: ScenarioView
  solved: SolvedView
  by: ScheduleBy
}) {
  return (
    <>
      <ChangesPanel view={view} solved={solved} />
      <SchedulePanel view={view} solved={solved} by={by} />
      <Columns kind="two">
        <div>
          <MorePanel view={view} solved={solved} />
          <CostPanel solved={solved} />
        </div>
        <div>
          <ShortPanel view={view} solved={solved} />
          <WishesPanel view={view} />
        </div>
      </Columns>
    </>
  )
}
