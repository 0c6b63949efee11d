import { useT } from '~/platform/i18n/react'
import type { MissingView, PathView } from './path-view'
import { PathLead } from './PathLead'
import { PathMissing } from './PathMissing'
import { PathSteps } from './PathSteps'

type GroupPathProps = {
  path: PathView
  /** The address of the list for printing, with all that there is to say. */
  printAt?: string
}

/** What to teach a group of people, in order, and what nothing teaches it yet. */
export function GroupPath({ path, printAt }: GroupPathProps) {
  const t = useT('route')
  if (path.steps.length === 0 && path.missing.length === 0) return <p>{t('group.reached')}</p>
  return (
    <>
      {path.steps.length > 0 ? (
        <>
          <p>
            <PathLead path={path} />
          </p>
          <PathSteps steps={path.steps} whose="group" wide={Boolean(printAt)} />
        </>
      ) : null}
      {printAt ? <Lacking missing={path.missing} /> : <PathMissing missing={path.missing} />}
      {printAt && path.steps.length > 0 ? (
        <p className="no-print">
          <a href={printAt}>{t('group.print')}</a>
        </p>
      ) : null}
    </>
  )
}

/** What the library lacks in one sentence, on a page that has more to say. */
function Lacking({ missing }: { missing: readonly MissingView[] }) {
  const t = useT('route')
  if (missing.length === 0) return null
  const names = missing.map(({ name, level }) => t('competency', { name, level }))
  return <p className="small muted">{t('group.missing', { names: names.join('; ') })}</p>
}
