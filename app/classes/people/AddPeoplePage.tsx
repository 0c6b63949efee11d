import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary, type FieldError } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { FileField } from '~/ui/FileField'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { TextArea } from '~/ui/TextArea'
import type { Bilingual } from '~/platform/i18n/locale'
import { FoundList } from './FoundList'
import type { FoundPeople, Search } from './find-people.server'
import { mostListText } from './match-people'

export type PeopleReply = {
  search?: Search
  found?: FoundPeople
  /** The people ticked among those found. */
  ticked?: string[]
  list?: { text: string; error?: string }
  fileError?: string
  /** What is wrong with adding the people ticked. */
  error?: string
  withdraw?: FormReply
}

type AddPeoplePageProps = {
  class: { id: string; title: Bilingual }
  communes: { code: string; name: string }[]
  positions: Record<string, Bilingual>
  withdraw: { personId: string; fullName: string } | null
  reply: PeopleReply
}

/** Three ways to choose participants: a search, a list that is pasted, a file. */
export function AddPeoplePage({ class: found, communes, positions, withdraw, reply }: AddPeoplePageProps) {
  const t = useT('classes')
  const locale = useLocale()
  const self = paths.classPeople(found.id)
  const { search, list } = reply
  const field = fieldProps(t, reply.withdraw)
  const errors: FieldError[] = [
    ...summaryOf(field, ['reason']),
    ...(reply.error ? [{ fieldId: 'found', text: reply.error }] : []),
    ...(list?.error ? [{ fieldId: 'people', text: list.error }] : []),
    ...(reply.fileError ? [{ fieldId: 'file', text: reply.fileError }] : []),
  ]
  return (
    <Main wide>
      <ErrorSummary errors={errors} />
      <Crumbs
        items={[
          { to: paths.classes(), label: t('title') },
          { to: paths.trainingClass(found.id), label: found.title[locale] },
          { label: t('people.add') },
        ]}
      />
      {withdraw ? (
        <ConfirmPanel
          level={2}
          title={t('withdraw.title', { name: withdraw.fullName })}
          what={<p>{t('withdraw.what')}</p>}
          confirmLabel={t('withdraw.do')}
          cancelTo={paths.trainingClass(found.id)}
          action={paths.classPeople(found.id, { withdraw: withdraw.personId })}
          fields={{ intent: 'withdraw', personId: withdraw.personId }}
        >
          <Field
            {...field('reason')}
            label={t('withdraw.reason')}
            hint={t('withdraw.reasonHint')}
            maxLength={300}
          />
        </ConfirmPanel>
      ) : null}
      <PageTitle>{t('people.add')}</PageTitle>
      <Panel title={t('find.title')}>
        <form method="post" id={mainFormId} action={self}>
          <HiddenFields values={{ intent: 'find' }} />
          <div className="row class-session">
            <Field
              id="text"
              name="text"
              label={t('find.text')}
              defaultValue={search?.text}
              autoComplete="off"
              maxLength={100}
            />
            <Select
              id="commune"
              name="commune"
              label={t('find.commune')}
              placeholder={t('find.any')}
              defaultValue={search?.commune}
              options={communes.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Select
              id="position"
              name="position"
              label={t('find.position')}
              placeholder={t('find.any')}
              defaultValue={search?.position}
              options={Object.entries(positions).map(([code, name]) => ({
                value: code,
                label: name[locale],
              }))}
            />
          </div>
          <ButtonRow>
            <Button quiet={reply.found !== undefined}>{t('find.submit')}</Button>
          </ButtonRow>
        </form>
        {reply.found ? (
          <FoundList
            action={self}
            found={reply.found}
            search={search}
            ticked={reply.ticked ?? []}
            positions={positions}
          />
        ) : null}
      </Panel>
      <Panel title={t('list.pasteTitle')}>
        <form method="post" action={self}>
          <HiddenFields values={{ intent: 'list', step: 'write' }} />
          <TextArea
            id="people"
            name="people"
            label={t('list.people.label')}
            hint={t('list.people.hint')}
            rows={8}
            maxLength={mostListText}
            spellCheck={false}
            defaultValue={list?.text}
            error={list?.error}
          />
          <ButtonRow>
            <Button quiet>{t('list.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      <Panel title={t('file.title')}>
        <form method="post" action={self} encType="multipart/form-data" noValidate>
          <HiddenFields values={{ intent: 'file' }} />
          <FileField
            id="file"
            name="file"
            label={t('file.label')}
            hint={t('file.hint')}
            accept=".xlsx,.csv"
            error={reply.fileError}
          />
          <ButtonRow>
            <Button quiet>{t('file.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      <Note>{t('people.slips')}</Note>
    </Main>
  )
}
