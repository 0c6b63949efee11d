import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { difficultyOf } from '../item-analysis/analyse-item'
import { Figure } from '../item-analysis/Figure'
import type { DifReport } from './calibration-run'
import type { CalibrationView } from './view-calibrations.server'

type Item = CalibrationView['report']['items'][number]
type CalibratedItemsProps = { view: CalibrationView }

/** Every item before and after. */
export function CalibratedItems({ view }: CalibratedItemsProps) {
  const t = useT('analysis')
  const locale = useLocale()
  const names = new Map(view.competencies.map(({ code, short }) => [code, pick(short, locale)]))
  const differing = new Map<string, DifReport[]>()
  for (const each of view.report.dif) differing.set(each.item, [...(differing.get(each.item) ?? []), each])
  const errorOf = ({ errors }: Item) =>
    errors && errors.b.length > 0
      ? Math.sqrt(errors.b.reduce((sum, error) => sum + error * error, 0)) / errors.b.length
      : null
  return (
    <Table
      caption={t('calibrated.caption')}
      rows={view.report.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'item',
          label: t('column.code'),
          cell: ({ code, competency }) => (
            <>
              <a className="num" href={paths.item(code)}>
                {code}
              </a>
              <div className="small muted">{names.get(competency)}</div>
            </>
          ),
        },
        {
          key: 'answered',
          label: t('calibrations.answers'),
          align: 'end',
          cell: ({ answered }) => formatNumber(locale, answered),
        },
        {
          key: 'before',
          label: t('calibrated.before'),
          align: 'end',
          cell: ({ before }) => <Figure value={difficultyOf(before)} digits={2} />,
        },
        {
          key: 'after',
          label: t('calibrated.after'),
          align: 'end',
          cell: ({ parameters }) => <Figure value={difficultyOf(parameters)} digits={2} />,
        },
        {
          key: 'error',
          label: t('term.standardError'),
          align: 'end',
          cell: (item) => <Figure value={errorOf(item)} digits={2} />,
        },
        {
          key: 'slopeBefore',
          label: t('calibrated.slopeBefore'),
          align: 'end',
          cell: ({ before }) => <Figure value={before.a} digits={2} />,
        },
        {
          key: 'slopeAfter',
          label: t('calibrated.slopeAfter'),
          align: 'end',
          cell: ({ parameters }) => <Figure value={parameters.a} digits={2} />,
        },
        {
          key: 'infit',
          label: t('column.infit'),
          align: 'end',
          cell: ({ infit }) => <Figure value={infit} digits={2} />,
        },
        {
          key: 'notes',
          label: t('column.flags'),
          cell: (item) => <Notes item={item} dif={differing.get(item.id) ?? []} />,
        },
      ]}
    />
  )
}

function Notes({ item, dif }: { item: Item; dif: DifReport[] }) {
  const t = useT('analysis')
  const words = [
    ...item.notes.map((note) => t(`note.${note}`)),
    ...(item.drift?.drifted ? [t('note.drifted')] : []),
    ...(item.infit !== null && item.answered >= 30 && item.infit > 1.3 ? [t('flag.erratic')] : []),
    ...dif.map(({ by }) => t(`note.dif-${by}`)),
  ]
  return (
    <>
      {words.map((each) => (
        <span key={each}>
          <Tag kind="care">{each}</Tag>{' '}
        </span>
      ))}
    </>
  )
}
