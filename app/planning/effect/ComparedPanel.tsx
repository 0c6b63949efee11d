import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { Estimate } from './did'
import { counted, logits, percentPoints } from './effect-words'
import type { EffectView } from './view-effect.server'

type ComparedPanelProps = { view: EffectView; ability: Estimate; below: Estimate | null }

/** The measured effect beside the expected one, in the same units; then where the two sides stood before and how they changed. */
export function ComparedPanel({ view: { expected, completed }, ability, below }: ComparedPanelProps) {
  const t = useT('carry')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const far =
    Math.max(0.5, Math.abs(ability.low), Math.abs(ability.high), Math.abs(expected.ability ?? 0)) * 1.1
  // What was measured of each person, for everybody who completed: the unit of what the plan expected.
  const all = below ? (below.pairs / below.trained) * completed : 0
  const fewer = below && { value: -below.effect * all, low: -below.high * all, high: -below.low * all }
  const rows = [
    {
      key: 'ability',
      name: t('effect.ability'),
      expected: expected.ability === null ? t('effect.unknown') : logits(locale, expected.ability),
      measured: t('effect.interval', {
        value: logits(locale, ability.effect),
        low: logits(locale, ability.low),
        high: logits(locale, ability.high),
      }),
      figure: (
        <EstimateDot
          value={ability.effect}
          low={ability.low}
          high={ability.high}
          domain={[-far, far]}
          compare={
            expected.ability === null ? undefined : { name: t('effect.expected'), value: expected.ability }
          }
          format={(value) => logits(locale, value)}
        />
      ),
    },
    ...(below && fewer
      ? [
          {
            key: 'share',
            name: t('effect.share'),
            expected: '–',
            measured: t('effect.interval', {
              value: percentPoints(locale, below.effect),
              low: percentPoints(locale, below.low),
              high: percentPoints(locale, below.high),
            }),
            figure: null,
          },
          {
            key: 'fewer',
            name: t('effect.fewer', { count: completed, people: number(completed) }),
            expected: t('effect.fewerExpected', {
              done: formatNumber(locale, expected.done, 1),
              whole: formatNumber(locale, expected.whole, 1),
            }),
            measured: t('effect.interval', {
              value: counted(locale, fewer.value),
              low: counted(locale, fewer.low),
              high: counted(locale, fewer.high),
            }),
            figure: null,
          },
        ]
      : []),
  ]
  const sides = [
    {
      key: 'trained',
      name: t('effect.trained'),
      people: ability.trained,
      before: ability.beforeTrained,
      change: ability.changeTrained,
      below: below?.beforeTrained ?? null,
    },
    {
      key: 'untrained',
      name: t('effect.untrained'),
      people: ability.untrained,
      before: ability.beforeUntrained,
      change: ability.changeUntrained,
      below: below?.beforeUntrained ?? null,
    },
  ]
  return (
    <>
      <Panel title={t('effect.compared')}>
        <Table
          caption={t('effect.comparedCaption')}
          captionHidden
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', label: t('effect.what'), rowHeader: true, cell: ({ name }) => name },
            { key: 'expected', label: t('effect.expected'), align: 'end', cell: (row) => row.expected },
            { key: 'measured', label: t('effect.measured'), align: 'end', cell: ({ measured }) => measured },
            { key: 'figure', label: t('effect.picture'), figure: true, cell: ({ figure }) => figure },
          ]}
        />
      </Panel>
      <Panel title={t('effect.sides')}>
        <Table
          caption={t('effect.sidesCaption')}
          captionHidden
          rows={sides}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', label: t('effect.side'), rowHeader: true, cell: ({ name }) => name },
            { key: 'people', label: t('effect.people'), align: 'end', cell: ({ people }) => number(people) },
            {
              key: 'before',
              label: t('effect.before'),
              align: 'end',
              cell: ({ before }) => logits(locale, before),
            },
            {
              key: 'below',
              label: t('effect.belowBefore'),
              align: 'end',
              cell: (row) => (row.below === null ? '–' : formatPercent(locale, row.below)),
            },
            {
              key: 'change',
              label: t('effect.change'),
              align: 'end',
              cell: ({ change }) => logits(locale, change),
            },
          ]}
        />
        <p className="small muted">
          {t('effect.communes', { count: ability.communes, communes: number(ability.communes) })}
        </p>
      </Panel>
    </>
  )
}
