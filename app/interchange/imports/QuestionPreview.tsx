import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Select } from '~/ui/Select'
import { Tabs } from '~/ui/Tabs'
import { lossText } from '../loss-text'
import { shows } from './batch'
import { FoundPanel } from './FoundPanel'
import type { PreviewView } from './view-import.server'

type QuestionPreviewProps = { view: PreviewView; typed: Record<string, string> }

/** What was found in a file, question by question; nothing of it counts before it is confirmed. */
export function QuestionPreview({ view, typed }: QuestionPreviewProps) {
  const t = useT('interchange')
  const locale = useLocale()
  const { id, fileName, format, notes, counts, show, page, pages, questions } = view
  const number = (value: number) => formatNumber(locale, value)
  const counted = { all: number(counts.all), taken: number(counts.taken), refused: number(counts.refused) }
  return (
    <>
      <PageTitle
        lead={
          <>
            <b>{t('preview.nothing')}</b> {t('preview.lead', counted)}
          </>
        }
        under={format ? t(`format.${format}`) : null}
      >
        {t('preview.title', { file: fileName })}
      </PageTitle>
      {notes.map((note, i) => (
        <Note key={i} kind="care">
          {lossText(locale, note)}
        </Note>
      ))}
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
        <HiddenFields values={{ show, page, shown: questions.map(({ number }) => number).join(',') }} />
        {questions.map((question) => (
          <FoundPanel key={question.number} batchId={id} question={question} />
        ))}
        {questions.length === 0 ? <p>{t('preview.noneShown')}</p> : null}
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
        <Defaults view={view} typed={typed} />
        <p className="muted">
          {t('preview.confirmText')} {t('preview.kept')}
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

/** What questions get that say nothing of it themselves. */
function Defaults({ view, typed }: QuestionPreviewProps) {
  const t = useT('interchange')
  const locale = useLocale()
  return (
    <Fieldset id="defaults" legend={t('defaults.legend')} hint={t('defaults.hint')}>
      <Columns kind="four">
        <Select
          id="competency"
          name="competency"
          label={t('sheet.column.competency')}
          placeholder={t('defaults.none')}
          defaultValue={typed.competency ?? ''}
          options={view.domains.map((domain) => ({
            label: `${domain.code} ${pick(domain.name, locale)}`,
            options: domain.competencies.map(({ code, short }) => ({
              value: code,
              label: `${code} ${pick(short, locale)}`,
            })),
          }))}
        />
        <Select
          id="level"
          name="level"
          label={t('sheet.column.level')}
          placeholder={t('defaults.none')}
          defaultValue={typed.level ?? ''}
          options={view.levels.map((each) => ({
            value: String(each.level),
            label: `${each.level} ${pick(each.name, locale)}`,
          }))}
        />
        <Select
          id="purpose"
          name="purpose"
          label={t('sheet.column.purpose')}
          placeholder={t('defaults.asFound')}
          defaultValue={typed.purpose ?? ''}
          options={(['teach', 'measure'] as const).map((value) => ({
            value,
            label: t(`sheet.purpose.${value}`),
          }))}
        />
      </Columns>
    </Fieldset>
  )
}
