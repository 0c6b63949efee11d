import { paths } from '~/paths'
import { compareVi } from '~/formats/fold'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Table, type Column } from '~/ui/Table'
import type { BeforeAfter } from '../expected'
import { seatsByCommune } from './coded-class'
import { shareWithRange } from './plan-words'
import type { SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'

type Row = BeforeAfter & { key: string; name: string; href?: string; seats?: number }

/** The gap before and as it is expected after, of the whole, by domain and by commune, with 90 % intervals. */
export function ExpectedView({ view, solved }: { view: ScenarioView; solved: SolvedView }) {
  const t = useT('plans')
  const locale = useLocale()
  const { expected, classes } = solved
  const columns = useColumns(scaleOf(solved))
  if (!expected) return <Note>{t('expected.none')}</Note>
  const { names, campaign } = view
  const seats = new Map<string, number>()
  for (const each of classes)
    for (const [commune, count] of seatsByCommune(each)) seats.set(commune, (seats.get(commune) ?? 0) + count)
  const fall = ({ before, after }: BeforeAfter) => before.share - after.share
  const domains = expected.domains.map((each) => ({
    ...each,
    key: each.domain,
    name: `${each.domain} ${names.domains[each.domain] ?? ''}`,
  }))
  const communes = expected.communes
    .map((each) => ({
      ...each,
      key: each.commune,
      name: names.communes[each.commune] ?? each.commune,
      href: campaign.id ? paths.gapsCommune(campaign.id, each.commune) : undefined,
      seats: seats.get(each.commune) ?? 0,
    }))
    .sort((a, b) => fall(b) - fall(a) || compareVi(a.name, b.name))
  const seatColumn: Column<Row> = {
    key: 'seats',
    label: t('class.seats'),
    align: 'end',
    cell: ({ seats: count }) => formatNumber(locale, count ?? 0),
  }
  return (
    <>
      <Panel title={t('expected.domains')}>
        <Table
          caption={t('expected.caption')}
          rows={[{ ...expected.whole, key: 'whole', name: t('expected.whole') }, ...domains]}
          rowKey={({ key }) => key}
          columns={columns}
        />
        <p className="small muted">{t('expected.hint')}</p>
      </Panel>
      <Panel title={t('expected.communes')}>
        <Table
          caption={t('expected.communesCaption')}
          rows={communes}
          rowKey={({ key }) => key}
          columns={[...columns, seatColumn]}
        />
      </Panel>
    </>
  )
}

/** From zero to the next tenth above what is shown, so that communes can be told apart. */
function scaleOf({ expected }: SolvedView): [number, number] {
  const all = expected ? [expected.whole, ...expected.domains, ...expected.communes] : []
  const most = Math.max(0.1, ...all.flatMap(({ before, after }) => [before.share, after.high]))
  return [0, Math.min(1, Math.ceil(most * 10 + 0.2) / 10)]
}

function useColumns(domain: [number, number]): Column<Row>[] {
  const t = useT('plans')
  const locale = useLocale()
  return [
    {
      key: 'name',
      label: t('expected.name'),
      cell: ({ name, href }) => (href ? <a href={href}>{name}</a> : name),
    },
    {
      key: 'figure',
      label: t('expected.after'),
      figure: 'narrow',
      cell: ({ before, after }) => (
        <EstimateDot
          tone="gap"
          value={after.share}
          low={after.low}
          high={after.high}
          compare={{ name: t('expected.before'), value: before.share }}
          domain={domain}
        />
      ),
    },
    {
      key: 'before',
      label: t('expected.before'),
      align: 'end',
      cell: ({ before }) => shareWithRange(locale, before),
    },
    {
      key: 'after',
      label: t('expected.after'),
      align: 'end',
      cell: ({ after }) => <b>{shareWithRange(locale, after)}</b>,
    },
    {
      key: 'fall',
      label: t('expected.fall'),
      align: 'end',
      cell: ({ before, after }) =>
        t('expected.points', {
          points: formatNumber(locale, Math.max(0, before.share - after.share) * 100, 1),
        }),
    },
  ]
}
