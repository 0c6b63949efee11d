import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { DefinitionList } from '~/ui/DefinitionList'
import { Panel } from '~/ui/Panel'
import { Figure } from './Figure'
import type { FormsTest } from './several-forms'

/** The quiz as a whole: totals of the fixed forms, and how consistently they measure. */
export function TestFigures({ test }: { test: Omit<FormsTest, 'items'> }) {
  const t = useT('analysis')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Panel title={t('test.title')}>
      <Columns kind="two">
        <DefinitionList
          items={[
            { term: t('test.people'), description: number(test.people) },
            { term: t('test.forms'), description: number(test.forms) },
            { term: t('test.mean'), description: <Figure value={test.mean} digits={1} percent /> },
            { term: t('test.median'), description: <Figure value={test.median} digits={1} percent /> },
            { term: t('test.sd'), description: <Figure value={test.standardDeviation} digits={1} percent /> },
          ]}
        />
        <DefinitionList
          items={[
            { term: t('test.skewness'), description: <Figure value={test.skewness} digits={2} /> },
            { term: t('test.kurtosis'), description: <Figure value={test.kurtosis} digits={2} /> },
            {
              term: t('test.consistency'),
              description: <Figure value={test.internalConsistency} digits={1} percent />,
            },
            {
              term: t('test.errorRatio'),
              description: <Figure value={test.errorRatio} digits={1} percent />,
            },
            {
              term: t('test.standardError'),
              description: <Figure value={test.standardError} digits={1} percent />,
            },
          ]}
        />
      </Columns>
      {test.forms > 1 ? (
        <p className="small">
          {t('test.several', {
            forms: number(test.forms),
            judged: number(test.judged.forms),
            people: number(test.judged.people),
          })}
        </p>
      ) : null}
    </Panel>
  )
}
