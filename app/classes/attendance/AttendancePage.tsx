import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { timeText } from '../when'
import type { AttendanceView, Marked } from './mark.server'

type AttendancePageProps = {
  view: AttendanceView
  positions: Record<string, Bilingual>
  saved: number | null
}

/** The attendance of one session as a list to tick, in the room or afterwards from the signed paper. */
export function AttendancePage({
  view: { class: found, session, people },
  positions,
  saved,
}: AttendancePageProps) {
  const t = useT('classes')
  const locale = useLocale()
  const here = people.filter(({ present }) => present).length
  const facts = ({ communeName, positionCodes, present, via, at }: Marked) =>
    [
      ...positionCodes.map((code) => positions[code]?.[locale] ?? code),
      communeName,
      via && at
        ? t(present ? 'attendance.here' : 'attendance.away', { how: t(`via.${via}`), at: formatDateTime(at) })
        : t('attendance.unknown'),
    ]
      .filter(Boolean)
      .join('; ')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.classes(), label: t('title') },
          { to: paths.trainingClass(found.id), label: found.title[locale] },
          { label: t('attendance.title') },
        ]}
      />
      {saved === null ? null : (
        <Note kind="done" role="status">
          {t('attendance.saved', { count: saved })}
        </Note>
      )}
      <PageTitle
        under={`${timeText(session)} · ${session.place}`}
        lead={t('attendance.lead', { here, count: people.length })}
        actions={
          <>
            <a href={paths.classSheet(found.id, session.id)}>{t('session.sheet')}</a>
            <ButtonLink quiet to={paths.classRoom(found.id, session.id)}>
              {t('session.code')}
            </ButtonLink>
          </>
        }
      >
        {t('attendance.title')}
      </PageTitle>
      {people.length === 0 ? (
        <EmptyState
          title={t('people.none')}
          action={<ButtonLink to={paths.classPeople(found.id)}>{t('people.add')}</ButtonLink>}
        />
      ) : (
        <form method="post">
          <input type="hidden" name="listed" value={people.map(({ personId }) => personId).join(',')} />
          <ChoiceGroup
            id="present"
            name="present"
            type="checkbox"
            legend={t('attendance.legend')}
            hint={t('attendance.hint')}
            options={people.map((person) => ({
              value: person.personId,
              label: person.fullName,
              hint: facts(person),
              checked: person.present === true,
            }))}
          />
          <ChoiceGroup
            id="via"
            name="via"
            type="radio"
            tight
            legend={t('attendance.via')}
            options={[
              { value: 'list', label: t('attendance.viaList'), checked: true },
              { value: 'paper', label: t('attendance.viaPaper') },
            ]}
          />
          <ButtonRow stay>
            <Button>{t('attendance.save')}</Button>
            <a href={paths.trainingClass(found.id)}>{t('attendance.back')}</a>
          </ButtonRow>
        </form>
      )}
    </Main>
  )
}
