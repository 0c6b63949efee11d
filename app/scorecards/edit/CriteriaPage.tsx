import { paths } from '~/paths'
import type { FormReply } from '~/platform/http/form-reply'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { EmptyState } from '~/ui/EmptyState'
import { HiddenFields } from '~/ui/HiddenFields'
import { LanguageForm } from '~/ui/LanguageForm'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { pointsText } from '../score-words'
import { DoneNote, ExampleNote, ScorecardTabs } from '../views/ProvinceNotes'
import type { CriteriaView } from '../views/view-criteria.server'
import { ChangesPanel } from './ChangesPanel'
import { CriteriaTables } from './CriteriaTables'
import { PublishPanel } from './PublishPanel'

type Props = {
  view: CriteriaView
  ask: string | null
  note: string | null
  /** The criterion that was just retired. */ retired: string | null
  today: string
  reply?: FormReply | null
}

/** The criteria of a province: a version, or the draft with what can be done to it, and the history of versions. */
export function CriteriaPage({ view, ask, note, retired, today, reply }: Props) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { card, draft, mayEdit, hasDraft } = view
  const begin = (
    <form method="post">
      <HiddenFields values={{ intent: 'begin' }} />
      <Button quiet={card !== null}>{t(card ? 'draft.begin' : 'draft.take')}</Button>
    </form>
  )
  if (!card)
    return (
      <Main wide>
        <PageTitle lead={t('lead.nothing')}>{t('tab.criteria')}</PageTitle>
        <ScorecardTabs current="criteria" />
        <LanguageForm />
        <DoneNote note={note} known={['discarded']} />
        <EmptyState
          title={t(hasDraft ? 'empty.draft' : 'empty.none')}
          text={t(hasDraft ? 'empty.draft.text' : 'empty.none.text')}
          action={
            !mayEdit ? undefined : hasDraft ? (
              <ButtonLink to={paths.scorecardCriteria({ draft: 'yes' })}>
                {t('empty.draft.action')}
              </ButtonLink>
            ) : (
              begin
            )
          }
        />
      </Main>
    )
  return (
    <Main wide>
      <PageTitle
        under={card.title[locale]}
        tag={draft ? <Tag kind="care">{t('draft.tag')}</Tag> : undefined}
        lead={
          draft
            ? t('criteria.lead.draft', {
                points: pointsText(locale, view.points),
                total: pointsText(locale, card.total),
                count: card.criteria.filter((each) => !each.retired).length,
              })
            : t('criteria.lead', {
                number: view.number ?? 0,
                day: formatDate(view.validFrom!),
                points: pointsText(locale, view.points),
                count: card.criteria.filter((each) => !each.retired).length,
              })
        }
        actions={
          draft ? (
            <ButtonLink to={paths.scorecardCriteria({ draft: 'yes', ask: 'publish' })}>
              {t('publish.open')}
            </ButtonLink>
          ) : mayEdit && hasDraft ? (
            <ButtonLink to={paths.scorecardCriteria({ draft: 'yes' })}>{t('empty.draft.action')}</ButtonLink>
          ) : undefined
        }
      >
        {t('tab.criteria')}
      </PageTitle>
      <ScorecardTabs current="criteria" />
      <DoneNote note={note} known={['saved', 'published', 'restored']} />
      {retired && note === 'retired' ? <RetiredNote code={retired} /> : null}
      {ask === 'publish' && draft ? (
        <PublishPanel view={view} today={today} reply={reply} />
      ) : (
        <LanguageForm />
      )}
      {ask === 'discard' && draft ? (
        <ConfirmPanel
          level={2}
          title={t('discard.title')}
          what={<p>{t('discard.text')}</p>}
          confirmLabel={t('discard.submit')}
          cancelTo={paths.scorecardCriteria({ draft: 'yes' })}
          fields={{ intent: 'discard' }}
        />
      ) : null}
      <ExampleNote example={card.example} />
      {draft && draft.faults.length > 0 && ask !== 'publish' ? (
        <Note kind="care" title={t('faults.title')}>
          <ul>
            {draft.faults.map((fault, i) => (
              <li key={i}>{translateMessage(locale, 'scorecard', fault)}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      {view.missingIndicators.length > 0 ? (
        <Note kind="care" title={t('indicators.missing', { count: view.missingIndicators.length })}>
          {t('indicators.missing.text', {
            names: view.missingIndicators.map(({ code, name }) => `${code} ${name[locale]}`).join('; '),
          })}{' '}
          <a href={paths.indicators()}>{t('indicators.to')}</a>
        </Note>
      ) : null}
      <Panel
        title={t('basis.title')}
        end={draft ? <a href={paths.scorecardSettings()}>{t('settings.change')}</a> : null}
      >
        <p>{card.basis[locale]}</p>
      </Panel>
      <CriteriaTables view={view} card={card} />
      {draft ? (
        <ButtonRow>
          <ButtonLink quiet to={paths.newScorecardCriterion()}>
            {t('criterion.add')}
          </ButtonLink>
          <a href={paths.scorecardCriteria({ draft: 'yes', ask: 'discard' })}>{t('discard.submit')}</a>
        </ButtonRow>
      ) : mayEdit && !hasDraft ? (
        begin
      ) : null}
      {view.changes ? <ChangesPanel changes={view.changes} /> : null}
      {view.versions.length > 0 ? <VersionsPanel view={view} /> : null}
    </Main>
  )
}

function RetiredNote({ code }: { code: string }) {
  const t = useT('scorecard')
  return (
    <Note kind="done" role="status" title={t('note.retired', { code })}>
      {t('note.retiredText')}
      <form method="post">
        <HiddenFields values={{ intent: 'restore', code }} />
        <Button quiet>{t('action.undo')}</Button>
      </form>
    </Note>
  )
}

function VersionsPanel({ view }: { view: CriteriaView }) {
  const t = useT('scorecard')
  const locale = useLocale()
  return (
    <Panel title={t('versions.title')}>
      <Table
        caption={t('versions.caption')}
        captionHidden
        rows={view.versions}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            label: t('history.version'),
            cell: ({ number, title }) => (
              <a href={paths.scorecardCriteria({ version: number })}>
                {number} · {title[locale]}
              </a>
            ),
          },
          { key: 'from', label: t('versions.from'), cell: ({ validFrom }) => formatDate(validFrom) },
          { key: 'criteria', label: t('versions.criteria'), align: 'end', cell: ({ criteria }) => criteria },
          { key: 'by', label: t('versions.by'), cell: ({ publishedBy }) => publishedBy ?? '–' },
          {
            key: 'state',
            label: t('entry.state'),
            cell: ({ state }) => (
              <Tag kind={state === 'inForce' ? 'ok' : 'plain'}>{t(`versions.${state}`)}</Tag>
            ),
          },
        ]}
      />
    </Panel>
  )
}
