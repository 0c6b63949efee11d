import type { MeasureResult } from '~/assessment/calibration/measure-table'
import { Terms } from '~/assessment/catalogue/Terms'
import { mean } from '~/assessment/numeric/statistics'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { DefinitionList } from '~/ui/DefinitionList'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { ClassicalTable } from './ClassicalTable'
import { DifTable } from './DifTable'
import { doubtfulItems } from './doubtful-items'
import { figure } from './figure-text'
import { ItemsTable } from './ItemsTable'
import { ScoresTable } from './ScoresTable'

/** So many doubtful items are named before any figure. */
const mostNamed = 8

/** What a response matrix says of its items and of those who answered. */
export function ResponsesResult({ title, result }: { title: string; result: MeasureResult }) {
  const t = useT('measure')
  const locale = useLocale()
  const { items, fit, model, prior, notes } = result
  const doubtful = doubtfulItems(result)
  return (
    <>
      <PageTitle
        under={t('responses.under', { model: t(`model.${model}`), prior: t(`prior.${prior}`) })}
        lead={
          <>
            {t('responses.lead', {
              persons: formatNumber(locale, fit.persons),
              items: formatNumber(locale, items.length),
            })}{' '}
            {doubtful.length > 0
              ? t(doubtful.length > mostNamed ? 'responses.lookMore' : 'responses.look', {
                  count: doubtful.length,
                  items: doubtful.slice(0, mostNamed).join(', '),
                })
              : null}
          </>
        }
      >
        {title}
      </PageTitle>
      {notes.map((note) => (
        <Note key={note} kind="care">
          {t(`responses.note.${note}`)}
        </Note>
      ))}
      <Columns kind="two">
        <Quality result={result} />
        <Persons result={result} />
      </Columns>
      <Panel title={t('items.title')}>
        <ItemsTable items={items} />
        <Terms terms={['facility', 'difficulty', 'discrimination', 'infit', 'alpha', 'standardError']} />
      </Panel>
      {result.byScore ? <ScoresTable scores={result.byScore} /> : null}
      {result.dif && result.dif.items.length > 0 ? <DifTable dif={result.dif} /> : null}
      <Panel title={t('classical.title')}>
        <ClassicalTable result={result} />
        <Terms terms={['index', 'efficiency', 'weight']} />
      </Panel>
    </>
  )
}

function Quality({ result: { reliability, fit, classical } }: { result: MeasureResult }) {
  const t = useT('measure')
  const locale = useLocale()
  const say = (value: number | null, digits = 2) => figure(locale, value, digits)
  const percent = (value: number | null) => (value === null ? say(null) : `${say(value, 1)}%`)
  return (
    <Panel title={t('quality.title')}>
      <DefinitionList
        items={[
          { term: t('quality.alpha'), description: say(reliability.alpha, 3) },
          { term: t('quality.empirical'), description: say(reliability.empirical, 3) },
          { term: t('quality.marginal'), description: say(reliability.marginal, 3) },
          {
            term: t('quality.mean'),
            description: `${say(classical.mean)} (${say(classical.standardDeviation)})`,
          },
          { term: t('quality.standardError'), description: say(classical.standardError) },
          { term: t('quality.errorRatio'), description: percent(classical.errorRatio) },
          {
            term: t('quality.skewness'),
            description: `${say(classical.skewness)}; ${say(classical.kurtosis)}`,
          },
          { term: t('quality.logLikelihood'), description: say(fit.logLikelihood, 3) },
          { term: t('quality.aic'), description: `${say(fit.aic, 1)}; ${say(fit.bic, 1)}` },
          { term: t('quality.iterations'), description: formatNumber(locale, fit.iterations) },
        ]}
      />
    </Panel>
  )
}

/** Below this a pattern of answers is called unusual: in 2 of 100 of those that fit the model. */
const misfit = -2

function Persons({ result }: { result: MeasureResult }) {
  const t = useT('measure')
  const locale = useLocale()
  const persons = result.persons.filter(({ answered }) => answered > 0)
  const abilities = persons.map(({ eap }) => eap)
  const judged = persons.flatMap(({ lz }) => (lz === null ? [] : [lz]))
  const spanned = (pick: (a: number, b: number) => number) =>
    figure(
      locale,
      abilities.reduce((a, b) => pick(a, b)),
    )
  return (
    <Panel title={t('persons.title')}>
      <DefinitionList
        items={
          persons.length === 0
            ? []
            : [
                {
                  term: t('persons.ability'),
                  description: t('persons.abilityValue', {
                    mean: figure(locale, mean(abilities)),
                    low: spanned(Math.min),
                    high: spanned(Math.max),
                  }),
                },
                {
                  term: t('persons.sd'),
                  description: figure(locale, mean(persons.map(({ sd }) => sd))),
                },
                {
                  term: t('persons.misfit'),
                  description: t('persons.misfitValue', {
                    count: formatNumber(locale, judged.filter((lz) => lz < misfit).length),
                    n: formatNumber(locale, judged.length),
                  }),
                },
              ]
        }
      />
    </Panel>
  )
}
