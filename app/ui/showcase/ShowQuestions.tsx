import { useT } from '~/platform/i18n/react'
import { ChoiceGroup } from '../ChoiceGroup'
import { Matching } from '../Matching'
import { Ordering } from '../Ordering'
import { ScaleAnchors } from '../ScaleAnchors'

/** One of each kind of question. */
export function ShowQuestions() {
  const t = useT('ui')
  return (
    <div>
      <ChoiceGroup
        id="show-q"
        name="q"
        type="radio"
        legend={t('show.q.legend')}
        options={[
          { value: 'a', label: t('show.q.a') },
          { value: 'b', label: t('show.q.b'), checked: true },
          { value: 'c', label: t('show.q.c'), disabled: true },
        ]}
        or={{ value: 'unknown', label: t('show.q.unknown'), hint: t('show.q.unknownHint') }}
      />
      <ChoiceGroup
        id="show-many"
        name="many"
        type="checkbox"
        legend={t('show.many.legend')}
        hint={t('show.many.hint')}
        error={t('show.many.error')}
        options={[
          { value: 'a', label: t('show.many.a') },
          { value: 'b', label: t('show.many.b') },
        ]}
        or={{ value: 'none', label: t('show.many.none') }}
      />
      <ScaleAnchors
        id="show-rate"
        name="rate"
        legend={t('show.rate.legend')}
        anchors={[
          { value: '1', label: t('show.rate.1'), anchor: t('show.rate.1a') },
          { value: '2', label: t('show.rate.2'), anchor: t('show.rate.2a'), checked: true },
          { value: '3', label: t('show.rate.3'), anchor: t('show.rate.3a') },
          { value: '4', label: t('show.rate.4'), anchor: t('show.rate.4a') },
        ]}
      />
      <Matching
        id="show-match"
        name="match"
        legend={t('show.match.legend')}
        left={[
          { value: 'a', label: t('show.match.a'), chosen: '1' },
          { value: 'b', label: t('show.match.b') },
        ]}
        right={[
          { value: '1', label: t('show.match.1') },
          { value: '2', label: t('show.match.2') },
        ]}
      />
      <Ordering
        id="show-order"
        name="order"
        legend={t('show.order.legend')}
        steps={[
          { value: 'a', label: t('show.order.a'), position: 1 },
          { value: 'b', label: t('show.order.b') },
          { value: 'c', label: t('show.order.c') },
        ]}
      />
    </div>
  )
}
