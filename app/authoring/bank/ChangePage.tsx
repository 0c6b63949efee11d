import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table, type Column } from '~/ui/Table'
import { BankNote, type BankNoteKey } from './BankNote'
import { mostItems, type Change } from './bulk-change'
import type { ChangeView } from './bulk-change.server'
import { ChangeValue, valueFields } from './ChangeValue'
import { useValueText } from './value-text'

type ChangePageProps = {
  view: ChangeView
  /** The list that the items were ticked in, as its address has it. */
  from: string
  note: { key: BankNoteKey; count: number } | null
  /** Something changed between the look and the confirmation. */
  changed: boolean
}

type Shown = ChangeView['items'][number]

/** What a change does to each of many items, before it is done. */
export function ChangePage({ view, from, note, changed }: ChangePageProps) {
  const t = useT('bank')
  const teach = useT('teach')
  const { asked, change, codes, domains, levels } = view
  const action = asked?.action ?? change?.action
  const back = `${paths.items()}${from ? `?${from}` : ''}`
  const toBank = <ButtonLink to={back}>{t('change.back')}</ButtonLink>
  const count = codes.length
  return (
    <Main wide>
      <Crumbs items={[{ to: back, label: teach('items.title') }, { label: t('do') }]} />
      {note ? <BankNote note={note.key} count={note.count} /> : null}
      {changed ? (
        <Note kind="care" role="alert">
          {t('change.changed')}
        </Note>
      ) : null}
      <PageTitle lead={count > 0 ? t('change.lead') : undefined}>
        {action ? t('change.title', { action: t(`do.${action}`), count }) : t('do')}
      </PageTitle>
      {count === 0 || !action ? (
        <EmptyState title={t('change.none')} text={t('change.noneText')} action={toBank} />
      ) : count > mostItems ? (
        <EmptyState
          title={t('change.tooMany', { count })}
          text={t('change.tooManyText', { most: mostItems })}
          action={toBank}
        />
      ) : (
        <>
          {asked || (change && valueFields(change)) ? (
            <ChangeValue
              {...{ domains, levels, action }}
              errors={asked?.errors ?? {}}
              change={change}
              keep={{ do: action, items: codes.join(','), in: from || undefined }}
            />
          ) : null}
          {change ? <Planned items={view.items} change={change} from={from} back={back} /> : null}
        </>
      )}
    </Main>
  )
}

type PlannedProps = { items: Shown[]; change: Change; from: string; back: string }

function Planned({ items, change, from, back }: PlannedProps) {
  const t = useT('bank')
  const locale = useLocale()
  const said = useValueText(change.action)
  const will = items.filter(({ obstacle }) => !obstacle)
  const stay = items.filter(({ obstacle }) => obstacle)
  const count = will.length
  const item: Column<Shown> = {
    key: 'item',
    label: t('families.members'),
    cell: ({ code, stem }) => (
      <>
        <a className="num" href={paths.item(code)}>
          {code}
        </a>
        <div className="small muted">{pick(stem, locale)}</div>
      </>
    ),
  }
  const value = (key: 'before' | 'after'): Column<Shown> => ({
    key,
    label: t(`change.${key}`),
    cell: (row) => (row.obstacle ? null : said(row[key])),
  })
  const kind = change.action === 'retire' || change.action === 'restore' ? change.action : 'drafts'
  return (
    <>
      {count > 0 ? (
        <Table
          caption={t('change.will', { count })}
          rows={will}
          rowKey={({ id }) => id}
          columns={change.action === 'revise' ? [item] : [item, value('before'), value('after')]}
        />
      ) : (
        <EmptyState title={t('change.nothing')} />
      )}
      {stay.length > 0 ? (
        <Table
          caption={t('change.cannot', { count: stay.length })}
          rows={stay}
          rowKey={({ id }) => id}
          columns={[
            item,
            {
              key: 'why',
              label: t('change.why'),
              cell: ({ obstacle, draft }) =>
                obstacle === 'draft' && draft ? (
                  <a href={paths.studioItem(draft.id)}>{t('change.why.draft')}</a>
                ) : (
                  t(`change.why.${obstacle!}`)
                ),
            },
          ]}
        />
      ) : null}
      {count > 0 ? (
        <>
          <p>{t(kind === 'drafts' ? 'change.drafts' : `change.${kind}s`)}</p>
          <form method="post" action={paths.bankChange()}>
            <HiddenFields
              values={{
                do: change.action,
                ...valueFields(change),
                in: from,
                ids: will.map(({ id }) => id).join(','),
                items: items.map(({ code }) => code).join(','),
              }}
            />
            <ButtonRow>
              <Button danger={kind === 'retire'}>
                {t(`change.confirm.${kind}`, { count: formatNumber(locale, count) })}
              </Button>
              <a href={back}>{t('change.back')}</a>
            </ButtonRow>
          </form>
        </>
      ) : (
        <p>
          <a href={back}>{t('change.back')}</a>
        </p>
      )}
    </>
  )
}
