import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Tag, type TagKind } from '~/ui/Tag'
import { isLate, type AskedRequest, type RequestState, type Standing } from './request'

const kinds: Record<RequestState, TagKind> = {
  new: 'care',
  accepted: 'plain',
  working: 'now',
  done: 'ok',
  declined: 'plain',
}

/** How far a request has come, and whether it should have come further. */
export function StateTag({
  standing,
  today,
}: {
  standing: Pick<Standing, 'state' | 'dueOn'>
  today: string
}) {
  const t = useT('requests')
  return (
    <>
      <Tag kind={kinds[standing.state]}>{t(`state.${standing.state}`)}</Tag>
      {isLate(standing, today) ? (
        <>
          {' '}
          <Tag kind="bad">{t('late')}</Tag>
        </>
      ) : null}
    </>
  )
}

/** Who sees to it and by when. */
export function InCharge({
  standing: { inCharge, dueOn },
}: {
  standing: Pick<Standing, 'inCharge' | 'dueOn'>
}) {
  const t = useT('requests')
  const due = dueOn === null ? null : t('until', { date: formatDate(dueOn) })
  return <>{[inCharge, due].filter((each) => each !== null).join(', ') || '–'}</>
}

/** The words of a request: those of the form, or what a commune wrote. */
export function useRequestText(): (
  request: Pick<AskedRequest, 'text' | 'isOwnWords'>,
  locale: 'vi' | 'en',
) => string {
  const t = useT('requests')
  return ({ text, isOwnWords }, locale) => (isOwnWords ? t('own', { text: text[locale] }) : text[locale])
}
