import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { letterheadFields } from './letterhead'
import type { LetterheadView } from './letterhead.server'

type Props = { view: LetterheadView; note: string | null; reply?: FormReply | null }

/** What stands at the head and the foot of every document of the province. */
export function LetterheadPage({ view: { letterhead, saved }, note, reply }: Props) {
  const t = useT('official')
  const field = fieldProps(t, reply, letterhead)
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, [...letterheadFields])} />
      <Crumbs items={[{ to: paths.documents(), label: t('crumb') }, { label: t('letterhead.title') }]} />
      {note === 'saved' && !reply ? (
        <Note kind="done" role="status">
          {t('note.letterhead')}
        </Note>
      ) : null}
      <PageTitle
        lead={t('letterhead.lead')}
        under={
          saved
            ? t('letterhead.savedBy', { when: formatDateTime(saved.at), who: saved.by ?? t('somebody') })
            : t('letterhead.suggested')
        }
      >
        {t('letterhead.title')}
      </PageTitle>
      <form method="post" id={mainFormId} noValidate>
        <Panel title={t('letterhead.head')}>
          <Field {...field('superior')} label={t('section.superior')} optional lang="vi" />
          <Field {...field('issuer')} label={t('section.issuer')} lang="vi" />
          <Field
            {...field('symbol')}
            label={t('letterhead.symbol')}
            hint={t('letterhead.symbol.hint')}
            width="short"
          />
          <Field {...field('place')} label={t('section.place')} width="medium" lang="vi" />
        </Panel>
        <Panel title={t('letterhead.foot')}>
          <TextArea
            {...field('authority')}
            label={t('section.authority')}
            hint={t('hint.authority')}
            rows={2}
            optional
            lang="vi"
          />
          <Field {...field('signerTitle')} label={t('section.signerTitle')} width="medium" lang="vi" />
          <Field {...field('signerName')} label={t('section.signerName')} width="medium" optional lang="vi" />
          <TextArea
            {...field('recipients')}
            label={t('section.recipients')}
            hint={t('hint.recipients')}
            rows={4}
            lang="vi"
          />
        </Panel>
        <Panel title={t('letterhead.english')}>
          <Field {...field('superiorEn')} label={t('letterhead.superiorEn')} optional lang="en" />
          <Field {...field('issuerEn')} label={t('letterhead.issuerEn')} optional lang="en" />
        </Panel>
        <ButtonRow>
          <Button>{t('letterhead.save')}</Button>
          <a href={paths.documents()}>{t('new.cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}
