import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Panel } from '~/ui/Panel'
import { groupings } from './calibration-run'
import { fewestForDif } from './dif'
import type { CalibrationView } from './view-calibrations.server'

/** Whether items treat people of equal ability alike, whatever their group. */
export function FairnessPanel({ view }: { view: CalibrationView }) {
  const t = useT('analysis')
  const locale = useLocale()
  const { dif, judged, items } = view.report
  const codes = new Map(items.map(({ id, code }) => [id, code]))
  return (
    <Panel title={t('fairness.title')}>
      <p>{t('fairness.what', { fewest: fewestForDif })}</p>
      <ul>
        {groupings.map((by) => {
          const found = dif.filter((each) => each.by === by)
          const groups = judged[by].groups.map((group) => translated(t, `group.${group}`)).join(', ')
          if (judged[by].items === 0)
            return <li key={by}>{t('fairness.few', { by: t(`by.${by}`), groups: groups || t('none') })}</li>
          return (
            <li key={by}>
              {t(found.length === 0 ? 'fairness.alike' : 'fairness.differ', {
                by: t(`by.${by}`),
                judged: judged[by].items,
                count: found.length,
              })}
              {found.length > 0 ? (
                <ul>
                  {found.map(({ item, focal, difference, class: grade }) => (
                    <li key={`${item}/${focal}`}>
                      {t(difference < 0 ? 'fairness.harder' : 'fairness.easier', {
                        item: codes.get(item) ?? item,
                        group: translated(t, `group.${focal}`) ?? focal,
                        size: t(grade === 'C' ? 'fairness.large' : 'fairness.moderate'),
                        difference: formatNumber(locale, Math.abs(difference), 2),
                      })}
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
