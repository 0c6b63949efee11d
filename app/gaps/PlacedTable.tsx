import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table, type Column } from '~/ui/Table'
import { indexFacets } from './condition-facets'
import type { ConditionsReport, ConditionsRow } from './conditions-report.server'
import { sideText, signed } from './figure-words'
import type { Place } from './place-communes'

const order: Place['quadrant'][] = ['both', 'conditions', 'skills', 'unclear', 'neither']

/** Every number behind the drawing, those that lack both first. */
export function PlacedTable({ report }: { report: ConditionsReport }) {
  const t = useT('gaps')
  const rank = ({ place }: ConditionsRow) => order.indexOf(place.quadrant)
  return (
    <Panel title={t('conditionsPage.table')}>
      <Table
        caption={t('conditionsPage.caption')}
        rows={report.rows.toSorted((a, b) => rank(a) - rank(b))}
        rowKey={({ code }) => code}
        columns={useColumns(report)}
      />
    </Panel>
  )
}

function useColumns({ campaign }: ConditionsReport): Column<ConditionsRow>[] {
  const t = useT('gaps')
  const words = useT('segments')
  const locale = useLocale()
  const whole = (value: number) => formatNumber(locale, value)
  const skill = (value: number) => signed(locale, value, 1)
  const range = (of: { low: number; high: number }, say: (value: number) => string) =>
    t('place.range', { low: say(of.low), high: say(of.high) })
  return [
    {
      key: 'name',
      label: t('heat.commune'),
      cell: ({ code, name }) => <a href={paths.gapsCommune(campaign.id, code)}>{name}</a>,
    },
    {
      key: 'place',
      label: t('conditionsPage.stands'),
      cell: ({ place }) => {
        const side = sideText(locale, place)
        return (
          <>
            {t(`quadrant.${place.quadrant}`)}
            {side ? (
              <>
                <br />
                <small>{side}</small>
              </>
            ) : null}
          </>
        )
      },
    },
    {
      key: 'skills',
      label: t('place.skills'),
      align: 'end',
      cell: ({ skills }) =>
        skills ? (
          <>
            <b>{skill(skills.value)}</b> <small>{range(skills, skill)}</small>
          </>
        ) : (
          '–'
        ),
    },
    {
      key: 'conditions',
      label: t('place.conditions'),
      align: 'end',
      cell: ({ conditions }) =>
        conditions ? (
          <>
            <b>{whole(conditions.value)}</b> <small>{range(conditions, whole)}</small>
          </>
        ) : (
          '–'
        ),
    },
    ...indexFacets.map((facet): Column<ConditionsRow> => ({
      key: facet,
      label: words(`facet.${facet}`),
      align: 'end',
      cell: ({ facets }) => {
        const own = facets.find((each) => each.facet === facet)
        return own ? whole(own.value) : '–'
      },
    })),
  ]
}
