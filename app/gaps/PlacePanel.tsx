import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { EstimateDot } from '~/ui/EstimateDot'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { CommuneReport } from './commune-report.server'
import type { IndexValue } from './conditions-index'
import { sideText, signed } from './figure-words'

type Row = {
  key: string
  name: string
  of: Pick<IndexValue, 'value' | 'low' | 'high'>
  middle: number | null
  domain: [number, number]
  say: (value: number) => string
}

/** Ends of the drawn stretch of mean distances to target, in logits. */
const farthest = 2.5

/** Where a commune stands by skills and by conditions of work, and what training can and cannot mend there. */
export function PlacePanel({ report }: { report: CommuneReport }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { placement, campaign, canSeeProvince } = report
  const rows = useRows(report)
  return (
    <Panel title={t('place.title')}>
      <p>
        <b>
          {[t(`quadrant.${placement.place.quadrant}`), sideText(locale, placement.place)]
            .filter(Boolean)
            .join('; ')}
          .
        </b>{' '}
        {translateMessage(locale, 'segments', placement.place)}
      </p>
      {rows.length > 0 ? (
        <Table
          caption={t('place.caption')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', label: t('place.name'), cell: ({ name }) => name },
            {
              key: 'figure',
              label: t('place.figure'),
              figure: true,
              cell: ({ of, middle, domain, say }) => (
                <EstimateDot
                  {...of}
                  domain={domain}
                  format={say}
                  compare={middle === null ? undefined : { name: t('province.name'), value: middle }}
                />
              ),
            },
            {
              key: 'value',
              label: t('first.estimate'),
              align: 'end',
              cell: ({ of, say }) => (
                <>
                  <b>{say(of.value)}</b>{' '}
                  <small>{t('place.range', { low: say(of.low), high: say(of.high) })}</small>
                </>
              ),
            },
          ]}
        />
      ) : (
        <p>{t('place.none')}</p>
      )}
      {canSeeProvince ? (
        <p>
          <a href={paths.gapsConditions(campaign.id)}>{t('scatter.link')}</a>
        </p>
      ) : null}
    </Panel>
  )
}

function useRows({ placement, provinceConditions }: CommuneReport): Row[] {
  const t = useT('gaps')
  const words = useT('segments')
  const locale = useLocale()
  const { skills, conditions, middle } = placement
  const whole = (value: number) => formatNumber(locale, value)
  const rows: Row[] = []
  if (skills)
    rows.push({
      key: 'skills',
      name: t('place.skills'),
      of: skills,
      middle: skills.middle,
      domain: [-farthest, farthest],
      say: (value) => signed(locale, value, 1),
    })
  if (conditions.total)
    rows.push({
      key: 'conditions',
      name: t('place.conditions'),
      of: conditions.total,
      middle,
      domain: [0, 100],
      say: whole,
    })
  for (const facet of conditions.facets)
    rows.push({
      key: facet.facet,
      name: words(`facet.${facet.facet}`),
      of: facet,
      middle: provinceConditions.facets.find((each) => each.facet === facet.facet)?.value ?? null,
      domain: [0, 100],
      say: whole,
    })
  return rows
}
