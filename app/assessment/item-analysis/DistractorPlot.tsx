import { formatPercent } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { OptionCurve } from './distractors'

type DistractorPlotProps = {
  curves: OptionCurve[]
  options: ReadonlyMap<string, Bilingual>
  keys: readonly string[]
  byAbility: boolean
}

const fifthNumbers = [1, 2, 3, 4, 5] as const

/** Each option by the five groups of people, the lowest first: bars that rise for the key and fall for a distractor. */
export function DistractorPlot({ curves, options, keys, byAbility }: DistractorPlotProps) {
  const t = useT('analysis')
  const b = useT('bank')
  const locale = useLocale()
  const nameOf = (option: string | null) =>
    option === null ? t('options.unknown') : (options.get(option)?.[locale] ?? option)
  const isKey = (option: string | null) => option !== null && keys.includes(option)
  const share = (value: number | null) => (value === null ? t('noFigure') : formatPercent(locale, value))
  return (
    <Panel title={b('plot.title')}>
      <p className="small muted">{b(byAbility ? 'plot.byAbility' : 'plot.byRest')}</p>
      <Columns kind="two">
        {curves.map(({ option, shares }) => (
          <figure key={option ?? '?'} className="scatter">
            <p>
              {nameOf(option)} {isKey(option) ? <Tag kind="ok">{t('options.key')}</Tag> : null}
            </p>
            <svg
              className={isKey(option) ? 'estimate' : undefined}
              width="100%"
              height="72"
              role="img"
              aria-label={b('plot.label', { option: nameOf(option), shares: shares.map(share).join('; ') })}
            >
              {shares.map((value, i) => (
                <rect
                  key={i}
                  className="bar"
                  x={`${i * 20 + 3}%`}
                  width="14%"
                  y={`${100 - 100 * (value ?? 0)}%`}
                  height={`${100 * (value ?? 0)}%`}
                />
              ))}
            </svg>
            <p className="row between">
              <span>{t('groups.1')}</span>
              <span>{t('groups.5')}</span>
            </p>
          </figure>
        ))}
      </Columns>
      <details>
        <summary>{b('plot.table')}</summary>
        <Table
          caption={b('plot.table')}
          captionHidden
          rows={curves}
          rowKey={({ option }) => option ?? '?'}
          columns={[
            { key: 'option', label: t('options.option'), cell: ({ option }) => nameOf(option) },
            ...fifthNumbers.map((number) => ({
              key: String(number),
              label: t(`groups.${number}`),
              align: 'end' as const,
              cell: ({ shares }: OptionCurve) => share(shares[number - 1] ?? null),
            })),
          ]}
        />
      </details>
    </Panel>
  )
}
