import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { minutesOf } from './class'
import { GainPanel } from './quiz/GainPanel'
import type { GainView } from './quiz/class-gain.server'
import { PeopleTable } from './people/PeopleTable'
import { SessionTable } from './SessionTable'
import { StateTag } from './StateTag'
import type { ClassView } from './view-class.server'

export type ClassNote = { key: 'created' | 'saved' | 'added' | 'cancelled' | 'imported'; count: number }

type ClassPageProps = {
  view: ClassView
  gain: GainView
  positions: Record<string, { vi: string; en: string }>
  ask: 'cancel' | 'delete' | null
  note: ClassNote | null
  reply?: FormReply | null
}

/** A class at the desk of who runs it: its days, its people, what they gained, and where to go from here. */
export function ClassPage({ view, gain, positions, ask, note, reply }: ClassPageProps) {
  const t = useT('classes')
  const locale = useLocale()
  const { class: found, state, people } = view
  const { id, title, sessions, seats } = found
  const self = paths.trainingClass(id)
  const seated = people.filter(({ withdrawnAt }) => withdrawnAt === null)
  const number = (value: number) => formatNumber(locale, value)
  const field = fieldProps(t, reply)
  const open = state !== 'cancelled'
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['reason'])} />
      <Crumbs items={[{ to: paths.classes(), label: t('title') }, { label: title[locale] }]} />
      {note ? (
        <Note kind="done" role="status">
          {t(`note.${note.key}`, { count: note.count })}
        </Note>
      ) : null}
      {ask === 'cancel' ? (
        <ConfirmPanel
          level={2}
          title={t('cancel.title')}
          what={<p>{t('cancel.what')}</p>}
          confirmLabel={t('cancel.do')}
          cancelTo={self}
          action={paths.trainingClass(id, { ask: 'cancel' })}
          fields={{ intent: 'cancel' }}
        >
          <Field
            {...field('reason')}
            label={t('cancel.reason')}
            hint={t('cancel.reasonHint')}
            maxLength={300}
          />
        </ConfirmPanel>
      ) : null}
      {ask === 'delete' ? (
        <ConfirmPanel
          level={2}
          title={t('delete.title')}
          what={<p>{t('delete.what')}</p>}
          confirmLabel={t('delete.do')}
          cancelTo={self}
          action={self}
          fields={{ intent: 'delete' }}
        />
      ) : null}
      <PageTitle
        tag={<StateTag state={state} />}
        under={found.aim[locale]}
        actions={
          open ? (
            <ButtonLink to={state === 'ended' ? paths.classCertificates(id) : paths.classPeople(id)}>
              {t(state === 'ended' ? 'certificates.title' : 'people.add')}
            </ButtonLink>
          ) : undefined
        }
      >
        {title[locale]}
      </PageTitle>
      {found.cancelledAt ? (
        <Note kind="stop" title={t('cancelled.note', { date: formatDate(found.cancelledAt) })}>
          {found.cancelReason}
        </Note>
      ) : null}
      <Panel title={t('sessions.title')}>
        <SessionTable
          classId={id}
          sessions={sessions}
          present={view.present}
          people={seated.length}
          open={open}
        />
      </Panel>
      <Panel
        title={
          seats === null
            ? t('people.title', { people: number(seated.length) })
            : t('people.titleSeats', { people: number(seated.length), seats: number(seats) })
        }
        id="people"
        end={open ? <a href={paths.classPeople(id)}>{t('people.add')}</a> : undefined}
      >
        {people.length === 0 ? (
          <p>{t('people.none')}</p>
        ) : (
          <PeopleTable
            classId={id}
            people={people}
            sessions={sessions.length}
            positions={positions}
            open={open}
          />
        )}
      </Panel>
      <GainPanel view={gain} />
      <Panel title={t('facts.title')}>
        <DefinitionList
          items={[
            {
              term: t('facts.competencies'),
              description:
                view.competencies.map(({ code, name }) => `${code} ${name[locale]}`).join('; ') ||
                t('facts.nothing'),
            },
            {
              term: t('facts.modules'),
              description:
                view.modules.map((module) => module.title[locale]).join('; ') || t('facts.nothing'),
            },
            { term: t('facts.hours'), description: formatNumber(locale, minutesOf(sessions) / 60, 1) },
            {
              term: t('facts.certificate'),
              description:
                found.passPercent === null
                  ? t('facts.share', { share: found.minShare })
                  : t('facts.shareAndPass', { share: found.minShare, pass: found.passPercent }),
            },
          ]}
        />
        <p>
          {open ? (
            <>
              <a href={paths.editClass(id)}>{t('edit.title')}</a> ·{' '}
            </>
          ) : null}
          <a href={`${paths.newClass()}?copy=${id}`}>{t('copy')}</a>
          {' · '}
          <a href={paths.classCertificates(id)}>{t('certificates.title')}</a>
          {state === 'planned' || state === 'running' ? (
            <>
              {' · '}
              <a href={paths.trainingClass(id, { ask: 'cancel' })}>{t('cancel.short')}</a>
            </>
          ) : null}
          {people.length === 0 ? (
            <>
              {' · '}
              <a href={paths.trainingClass(id, { ask: 'delete' })}>{t('delete.short')}</a>
            </>
          ) : null}
        </p>
      </Panel>
    </Main>
  )
}
