import { paths } from '~/paths'
import type { DepartmentRow } from '~/people/positions/positions.server'
import { mainFormId } from '~/platform/http/handle'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { TextArea } from '~/ui/TextArea'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'

type PositionPageProps = {
  title: string
  departments: DepartmentRow[]
  stored: Record<string, string>
  /** How many people are tied to it; null for a new one. */
  uses: number | null
  reply?: FormReply
  refused?: number
}

export function PositionPage({ title, departments, stored, uses, reply, refused }: PositionPageProps) {
  const t = useT('people')
  const locale = useLocale()
  const field = fieldProps(t, reply, stored)
  const { defaultValue: active } = field('active')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.people(), label: t('search.title') },
          { to: paths.positions(), label: t('positions.title') },
          { label: title },
        ]}
      />
      <PageTitle>{title}</PageTitle>
      {refused ? (
        <Note kind="stop" role="alert">
          {t('position.inUse', { count: refused })}
        </Note>
      ) : null}
      <ErrorSummary errors={summaryOf(field, ['nameVi', 'nameEn', 'department', 'aliases', 'order'])} />
      <form method="post" id={mainFormId} noValidate>
        <Field {...field('nameVi')} label={t('position.nameVi')} lang="vi" maxLength={160} required />
        <Field {...field('nameEn')} label={t('position.nameEn')} lang="en" maxLength={160} required />
        <Select
          {...field('department')}
          label={t('position.department')}
          placeholder
          options={departments.map(({ code, name }) => ({ value: code, label: pick(name, locale) }))}
          required
        />
        <TextArea
          {...field('aliases')}
          label={t('position.aliases')}
          hint={t('position.aliases.hint')}
          optional
          rows={5}
        />
        <Field {...field('order')} label={t('position.order')} inputMode="numeric" width="short" required />
        <Choice
          type="checkbox"
          name="active"
          value="yes"
          label={t('position.active')}
          hint={t('position.active.hint')}
          checked={active === 'yes'}
        />
        <ButtonRow>
          <Button name="intent" value="save">
            {t('position.save')}
          </Button>
          <a href={paths.positions()}>{t('form.cancel')}</a>
        </ButtonRow>
      </form>
      {uses === 0 ? (
        <Panel title={t('position.remove')}>
          <p>{t('position.remove.text')}</p>
          <form method="post">
            <HiddenFields values={{ intent: 'remove' }} />
            <Button danger>{t('position.remove')}</Button>
          </form>
        </Panel>
      ) : null}
    </Main>
  )
}
