import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Progress } from '~/ui/Progress'
import type { CalibrationsView } from './view-calibrations.server'

/** How far the calibration is that runs, or why the last one ended. */
export function CalibrationJob({ job }: { job: NonNullable<CalibrationsView['job']> }) {
  const t = useT('analysis')
  const locale = useLocale()
  const { state, stage, done, total, failure } = job
  if (state === 'failed')
    return (
      <Note kind="stop" role="alert" title={t('job.failedTitle')}>
        {failure?.key === 'failed' || !failure ? t('job.failed') : translated(t, failure.key, failure.values)}
      </Note>
    )
  if (state === 'done') return null
  const counts = { done: formatNumber(locale, done), total: formatNumber(locale, total) }
  const words = stage === null ? t('job.waiting') : translated(t, stage, counts)
  return (
    <Panel title={t('job.title')}>
      {total > 0 ? <Progress words={words} value={done} max={total} /> : <p>{words}</p>}
      <p className="muted">{t('job.reloads')}</p>
    </Panel>
  )
}

export function isRunning(job: CalibrationsView['job']): boolean {
  return job?.state === 'queued' || job?.state === 'running'
}
