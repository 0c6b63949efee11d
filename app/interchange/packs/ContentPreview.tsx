import { DiffTable } from '~/authoring/diff/DiffTable'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Tabs } from '~/ui/Tabs'
import { Tag, type TagKind } from '~/ui/Tag'
import { lossText } from '../loss-text'
import { shows, type PackChange } from '../imports/batch'
import type { PreviewView } from '../imports/view-import.server'
import type { ContentRow } from './content-change.server'

type ContentPreviewProps = { view: PreviewView; rows: ContentRow[] }

/** What a content pack would change here, part by part; nothing of it counts before it is confirmed. */
export function ContentPreview({ view, rows }: ContentPreviewProps) {
  const t = useT('interchange')
  const own = useT('packs')
  const locale = useLocale()
  const { id, fileName, counts, show, page, pages } = view
  const number = (value: number) => formatNumber(locale, value)
  return (
    <>
      <PageTitle
        lead={
          <>
            <b>{t('preview.nothing')}</b>{' '}
            {own('preview.lead', {
              all: number(counts.all),
              taken: number(counts.taken),
              refused: number(counts.refused),
            })}
          </>
        }
        under={t('format.content')}
      >
        {t('preview.title', { file: fileName })}
      </PageTitle>
      <Tabs
        label={t('show.label')}
        items={shows
          .filter((each) => counts[each] > 0 || each === show)
          .map((each) => ({
            to: paths.questionImport(id, { show: each }),
            label: t(`show.${each}`),
            count: number(counts[each]),
            current: each === show,
          }))}
      />
      <form method="post" id="questions">
        <HiddenFields values={{ show, page, shown: rows.map((row) => row.number).join(',') }} />
        {rows.map((row) => (
          <PartPanel key={row.number} row={row} />
        ))}
        {rows.length === 0 ? <p>{t('preview.noneShown')}</p> : null}
        <ButtonRow>
          <Button name="intent" value="save" quiet>
            {t('preview.save')}
          </Button>
          {page < pages ? (
            <Button name="intent" value="next" quiet>
              {t('preview.next')}
            </Button>
          ) : null}
          <Button name="intent" value="all" quiet>
            {t('preview.all')}
          </Button>
          <Button name="intent" value="none" quiet>
            {t('preview.none')}
          </Button>
        </ButtonRow>
        <p className="muted">
          {own('preview.confirmText')} {t('preview.kept')}
        </p>
        <ButtonRow>
          <Button name="intent" value="confirm">
            {t('preview.confirm')}
          </Button>
          <Button name="intent" value="discard" quiet>
            {t('preview.discard')}
          </Button>
        </ButtonRow>
      </form>
      <Pagination page={page} pages={pages} hrefOf={(n) => paths.questionImport(id, { show, page: n })} />
    </>
  )
}

const kinds: Record<PackChange, TagKind> = {
  new: 'now',
  newer: 'now',
  same: 'plain',
  older: 'care',
  conflict: 'bad',
}

function PartPanel({ row }: { row: ContentRow }) {
  const t = useT('interchange')
  const own = useT('packs')
  const locale = useLocale()
  const { number, kind, code, version, title, losses, taken, change, differences } = row
  return (
    <section aria-labelledby={`part-${number}`}>
      <h2 id={`part-${number}`}>
        {title || code} <Tag>{own(`kind.${kind}`)}</Tag>{' '}
        {change ? <Tag kind={kinds[change]}>{t(`change.${change}`)}</Tag> : null}
      </h2>
      <p className="small muted">{own('part.version', { code, version })}</p>
      {losses.length > 0 ? (
        <Note kind={change ? 'care' : 'stop'} title={own(change ? 'part.losses' : 'part.refused')}>
          <ul>
            {losses.map((loss, i) => (
              <li key={i}>{lossText(locale, loss)}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      {change ? (
        <Choice
          type="checkbox"
          tight
          name="take"
          value={String(number)}
          id={`take-${number}`}
          label={own('part.take', { code })}
          checked={taken}
        />
      ) : null}
      {differences ? (
        <details>
          <summary>{own('part.differences', { count: differences.length })}</summary>
          <DiffTable rows={differences} before={own('part.here')} after={own('part.there')} />
        </details>
      ) : null}
    </section>
  )
}
