import tooltipUrl from '~/ui/tooltip.js?url'

/** Tooltips for the drawings and heat maps of a report; whatever they say stands in the page as well. */
export function ReportScript() {
  return (
    <>
      <div className="tip no-print" role="status" hidden />
      <script type="module" src={tooltipUrl} />
    </>
  )
}
