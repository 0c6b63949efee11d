import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { LetterState } from './letter'
import type { LettersView, ListedLetter } from './list-letters.server'

export type LettersNote = { key: 'handed' | 'mailed'; count: number }

/** The letters of a plan by commune: which still have to be printed or sent, which were opened, who was named. */
export function LettersPage({ view, note }: { view: LettersView; note: LettersNote | null }) {
  const t = useT('carry')
  const locale = useLocale()
  const { plan, communes, waiting, commune } = view
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.plans(), label: t('crumb.plans') },
          { to: paths.plan(plan.id), label: plan.title[locale] },
          { to: paths.planFollowUp(plan.id), label: t('follow.short') },
          { label: t('letters.title') },
        ]}
      />
      {note ? (
        <Note kind="done" role="status">
          {t(`letters.note.${note.key}`, { count: note.count })}
        </Note>
      ) : null}
      <PageTitle
        under={plan.title[locale]}
        lead={
          waiting > 0 ? t('letters.lead', { count: waiting, waiting: number(waiting) }) : t('letters.allOut')
        }
        actions={
          waiting > 0 ? (
            <ButtonLink to={paths.printLetters(plan.id)}>
              {t('letters.printAll', { count: waiting, waiting: number(waiting) })}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('letters.title')}
      </PageTitle>
      {view.changed > 0 ? (
        <Note kind="care">
          {t('letters.changed', { count: view.changed, changed: number(view.changed) })}
        </Note>
      ) : null}
      {waiting > 0 ? <Hand view={view} commune="" /> : null}
      {commune ? <CommuneLetters view={view} /> : null}
      <Panel title={t('letters.byCommune')}>
        <Table
          caption={t('letters.caption')}
          captionHidden
          rows={communes}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'name',
              label: t('commune.name'),
              rowHeader: true,
              cell: ({ code, name }) => <a href={paths.planLetters(plan.id, { commune: code })}>{name}</a>,
            },
            { key: 'letters', label: t('letters.count'), align: 'end', cell: (row) => number(row.letters) },
            {
              key: 'waiting',
              label: t('letters.waiting'),
              align: 'end',
              cell: (row) =>
                row.waiting > 0 ? (
                  <a href={paths.printLetters(plan.id, { commune: row.code })}>{number(row.waiting)}</a>
                ) : (
                  number(0)
                ),
            },
            { key: 'gone', label: t('letters.gone'), align: 'end', cell: (row) => number(row.gone) },
            { key: 'opened', label: t('letters.opened'), align: 'end', cell: (row) => number(row.opened) },
            {
              key: 'named',
              label: t('letters.named'),
              align: 'end',
              cell: (row) => t('letters.namedOf', { named: number(row.named), seats: number(row.seats) }),
            },
          ]}
        />
      </Panel>
    </Main>
  )
}

function Hand({ view: { plan, mailable }, commune }: { view: LettersView; commune: string }) {
  const t = useT('carry')
  return (
    <form method="post" action={paths.planLetters(plan.id, { commune })}>
      <HiddenFields values={{ commune }} />
      <ButtonRow>
        <Button quiet name="intent" value="handed">
          {t(commune === '' ? 'letters.handAll' : 'letters.hand')}
        </Button>
        {commune === '' && mailable > 0 ? (
          <Button quiet name="intent" value="mail">
            {t('letters.mail', { count: mailable })}
          </Button>
        ) : null}
      </ButtonRow>
    </form>
  )
}

const tags: Record<LetterState, TagKind> = {
  toPrint: 'care',
  queued: 'now',
  failed: 'bad',
  sent: 'ok',
  handed: 'ok',
}

function CommuneLetters({ view }: { view: LettersView }) {
  const t = useT('carry')
  const locale = useLocale()
  const { plan, letters, commune } = view
  if (!commune) return null
  return (
    <Panel
      title={t('letters.of', { name: commune.name })}
      end={<a href={paths.printLetters(plan.id, { commune: commune.code })}>{t('letters.print')}</a>}
    >
      <Table
        caption={t('letters.of', { name: commune.name })}
        captionHidden
        rows={letters}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', label: t('class.title'), rowHeader: true, cell: ({ title }) => title[locale] },
          { key: 'kind', label: t('letters.kind'), cell: ({ kind }) => t(`letter.kind.${kind}`) },
          { key: 'made', label: t('letters.made'), cell: ({ madeAt }) => formatDate(madeAt) },
          { key: 'state', label: t('letters.state'), cell: (letter) => <LetterTag letter={letter} /> },
          {
            key: 'named',
            label: t('letters.named'),
            align: 'end',
            cell: ({ named, seats, kind }) =>
              kind === 'cancellation'
                ? '–'
                : t('letters.namedOf', {
                    named: formatNumber(locale, named),
                    seats: formatNumber(locale, seats),
                  }),
          },
        ]}
      />
      {commune.waiting > 0 ? <Hand view={view} commune={commune.code} /> : null}
    </Panel>
  )
}

function LetterTag({ letter: { state, failure, readAt, last } }: { letter: ListedLetter }) {
  const t = useT('carry')
  if (!last) return <Tag>{t('letters.replaced')}</Tag>
  if (readAt !== null) return <Tag kind="ok">{t('letters.openedOn', { date: formatDate(readAt) })}</Tag>
  return (
    <Tag kind={tags[state]}>
      {state === 'failed' ? t('letters.failed', { code: failure ?? '' }) : t(`letters.state.${state}`)}
    </Tag>
  )
}
