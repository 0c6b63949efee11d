import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { allCompetencies, measurableLevels, type Framework } from './framework'
import { thresholdOf, type Standard } from './standard'

/** What the items written for a level speak for, and how many they are. */
export type Suggested = (competency: string, level: number) => { from: number; items: number } | undefined

type StandardTableProps = { framework: Framework; standard: Standard; suggested?: Suggested }

/** Where each level begins on the scale, by competency. */
export function StandardTable({ framework, standard, suggested }: StandardTableProps) {
  const t = useT('analysis')
  const locale = useLocale()
  const names = new Map(framework.levels.map(({ level, name }) => [level, name[locale]]))
  return (
    <Table
      caption={t('standards.table')}
      rows={allCompetencies(framework)}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'competency',
          label: t('competency'),
          cell: ({ code, short }) => `${code} ${short[locale]}`,
        },
        ...measurableLevels(framework).map(({ level }) => ({
          key: String(level),
          label: `${level} ${names.get(level)}`,
          align: 'end' as const,
          cell: ({ code }: { code: string }) => (
            <Threshold
              value={thresholdOf(standard, code, level)}
              own={standard.setting.own[code]?.[level] !== undefined}
              suggestion={suggested?.(code, level)}
            />
          ),
        })),
      ]}
    />
  )
}

type ThresholdProps = { value: number | null; own: boolean; suggestion: ReturnType<Suggested> }

function Threshold({ value, own, suggestion }: ThresholdProps) {
  const t = useT('analysis')
  const locale = useLocale()
  return (
    <>
      <span className="num">{value === null ? t('none') : formatNumber(locale, value, 2)}</span>
      {own ? <span className="small"> {t('standards.own')}</span> : null}
      {suggestion ? (
        <div className="small muted num">
          {t('standards.suggested', {
            from: formatNumber(locale, suggestion.from, 2),
            count: suggestion.items,
          })}
        </div>
      ) : null}
    </>
  )
}
