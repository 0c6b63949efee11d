import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Terms } from '../catalogue/Terms'
import { CalibratedItems } from './CalibratedItems'
import { FairnessPanel } from './FairnessPanel'
import { PopulationPanel } from './PopulationPanel'
import { VersionState } from './VersionState'
import type { CalibrationView } from './view-calibrations.server'

/** One calibration, to be read before it is adopted. */
export function CalibrationPage({ view }: { view: CalibrationView }) {
  const t = useT('analysis')
  const locale = useLocale()
  const { entry, report, inForce, decisions, mayDecide } = view
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const title = t('calibrations.version', { number: entry.id })
  const drifted = report.items.filter(({ drift }) => drift?.drifted).length
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.calibrations(), label: t('calibrations.title') }, { label: title }]} />
      <PageTitle
        tag={<VersionState state={entry.state} inForce={inForce} />}
        lead={t('calibration.lead', { items: entry.items, drifted, differ: report.dif.length })}
        under={t('calibration.under', {
          at: formatDateTime(entry.at),
          by: entry.by ?? t('calibrations.operator'),
        })}
      >
        {title}
      </PageTitle>
      {report.converged ? null : <Note kind="care">{t('calibration.unsettled')}</Note>}
      <DefinitionList
        items={[
          { term: t('calibrations.persons'), description: number(entry.persons) },
          {
            term: t('calibrations.answers'),
            description: t('calibration.answers', {
              answers: number(entry.answers),
              rapid: number(report.rapid),
            }),
          },
          {
            term: t('calibration.from'),
            description: t('calibration.fromText', {
              campaigns: view.campaigns,
              until: formatDateTime(view.until),
            }),
          },
          {
            term: t('term.shrinkage'),
            description: entry.shrinkage
              ? entry.parentId === null
                ? t('calibration.toExperts')
                : t('calibration.toVersion', { number: entry.parentId })
              : t('calibrations.off'),
          },
          {
            term: t('calibration.correlation'),
            description: report.correlation === null ? t('none') : number(report.correlation, 2),
          },
          { term: t('calibration.iterations'), description: number(report.iterations) },
        ]}
      />
      {mayDecide ? (
        <form method="post" id={mainFormId}>
          <ButtonRow>
            {inForce ? null : (
              <Button name="intent" value="ask-adopt">
                {t(entry.state === 'adopted' ? 'decide.adoptAgain' : 'decide.adopt')}
              </Button>
            )}
            {inForce || entry.state !== 'rejected' ? (
              <Button quiet name="intent" value="ask-reject">
                {t(inForce ? 'decide.withdraw' : 'decide.reject')}
              </Button>
            ) : null}
          </ButtonRow>
        </form>
      ) : (
        <form method="post" id={mainFormId} hidden />
      )}
      {decisions.length > 0 ? (
        <Panel title={t('decide.history')}>
          <ul>
            {decisions.map(({ at, by, what, reason }) => (
              <li key={at}>
                {t(`decide.was-${what}`, {
                  at: formatDateTime(at),
                  by: by ?? t('calibrations.operator'),
                })}
                {reason ? ` ${reason}` : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <PopulationPanel view={view} />
      <FairnessPanel view={view} />
      <Terms
        terms={['difficulty', 'discrimination', 'standardError', 'infit', 'shrinkage', 'drift', 'dif']}
      />
      <CalibratedItems view={view} />
    </Main>
  )
}
