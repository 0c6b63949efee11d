import { daysText } from '~/classes/when'
import { StateTag } from '~/classes/StateTag'
import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import type { SeatsView } from './seats-page.server'

export type SeatsNote = { key: 'named' | 'withdrawn'; count: number }

/** The classes in which a commune has seats, and how many of them have a name. */
export function SeatsPage({ view, note }: { view: SeatsView; note: SeatsNote | null }) {
  const t = useT('carry')
  const official = useT('official')
  const locale = useLocale()
  const { commune, classes, open, late } = view
  const number = (value: number) => formatNumber(locale, value)
  const mine = (id: string) => paths.communeSeats(commune.code, { class: id })
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.communes(), label: t('crumb.communes') },
          { to: paths.commune(commune.code), label: commune.name },
          { label: t('seats.short') },
        ]}
      />
      {note ? (
        <Note kind="done" role="status">
          {t(`seats.note.${note.key}`, { count: note.count })}
        </Note>
      ) : null}
      <PageTitle
        actions={
          classes.length > 0 ? (
            <ButtonLink quiet to={paths.newDocument({ kind: 'participants', commune: commune.code })}>
              {official('link.list')}
            </ButtonLink>
          ) : undefined
        }
        under={commune.name}
        lead={
          classes.length === 0
            ? undefined
            : open === 0
              ? t('seats.all')
              : `${t('seats.lead', { count: open, open: number(open) })}${late > 0 ? ` ${t('seats.late', { count: late, late: number(late) })}` : ''}`
        }
      >
        {t('seats.title')}
      </PageTitle>
      {classes.length === 0 ? (
        <EmptyState title={t('seats.empty')} text={t('seats.emptyText')} />
      ) : (
        <Panel>
          <Table
            caption={t('seats.caption')}
            captionHidden
            rows={classes}
            rowKey={({ classId }) => classId}
            columns={[
              {
                key: 'title',
                label: t('class.title'),
                rowHeader: true,
                cell: ({ classId, title, cancelReason }) => (
                  <>
                    <a href={mine(classId)}>{title[locale]}</a>
                    {cancelReason ? <small> {t('seats.cancelled', { reason: cancelReason })}</small> : null}
                  </>
                ),
              },
              {
                key: 'when',
                label: t('class.when'),
                cell: ({ delivery, sessions }) =>
                  delivery === 'online' ? t('class.until', { date: daysText(sessions) }) : daysText(sessions),
              },
              {
                key: 'named',
                label: t('letters.named'),
                align: 'end',
                cell: ({ named, seats }) =>
                  t('letters.namedOf', { named: number(named), seats: number(seats) }),
              },
              {
                key: 'nameBy',
                label: t('seats.nameBy'),
                cell: ({ nameBy, state, late: over }) =>
                  state !== 'planned' ? (
                    '–'
                  ) : over ? (
                    <Tag kind="care">{t('seats.over', { date: formatDate(nameBy) })}</Tag>
                  ) : (
                    formatDate(nameBy)
                  ),
              },
              { key: 'state', label: t('class.state'), cell: ({ state }) => <StateTag state={state} /> },
            ]}
          />
        </Panel>
      )}
    </Main>
  )
}
