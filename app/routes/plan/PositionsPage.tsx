import { paths } from '~/paths'
import type { ListedDepartment } from '~/people/positions/list-positions.server'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag } from '~/ui/Tag'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'

type PositionsPageProps = {
  departments: ListedDepartment[]
  note: 'saved' | 'removed' | null
  kept: string[]
  reply?: FormReply
}

export function PositionsPage({ departments, note, kept, reply }: PositionsPageProps) {
  const t = useT('people')
  const locale = useLocale()
  const names = [...departments, null].flatMap((_, i) =>
    ['nameVi', 'nameEn', 'order'].map((field) => `departments[${i}].${field}`),
  )
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.people(), label: t('search.title') }, { label: t('positions.title') }]} />
      <PageTitle
        lead={t('positions.lead')}
        actions={<ButtonLink to={paths.newPosition()}>{t('positions.add')}</ButtonLink>}
      >
        {t('positions.title')}
      </PageTitle>
      {note && !reply && kept.length === 0 ? (
        <Note kind="done" role="status">
          {t(`positions.${note}`)}
        </Note>
      ) : null}
      {kept.length > 0 ? (
        <Note kind="care" role="alert">
          {t('positions.kept', { names: kept.join('; ') })}
        </Note>
      ) : null}
      <ErrorSummary errors={summaryOf(fieldProps(t, reply), names)} />
      {departments.map((department) => (
        <Panel key={department.code} title={pick(department.name, locale)}>
          {department.positions.length === 0 ? (
            <p>{t('positions.none')}</p>
          ) : (
            <PositionTable department={department} />
          )}
        </Panel>
      ))}
      <DepartmentsForm departments={departments} reply={reply} />
    </Main>
  )
}

function PositionTable({ department }: { department: ListedDepartment }) {
  const t = useT('people')
  const locale = useLocale()
  return (
    <Table
      caption={pick(department.name, locale)}
      captionHidden
      rows={department.positions}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          label: t('positions.name'),
          cell: ({ code, name }) => <a href={paths.position(code)}>{pick(name, locale)}</a>,
        },
        {
          key: 'aliases',
          label: t('positions.aliases'),
          wideOnly: true,
          cell: ({ aliases }) => <span className="muted">{aliases.join('; ')}</span>,
        },
        {
          key: 'people',
          label: t('positions.people'),
          align: 'end',
          cell: ({ people }) => formatNumber(locale, people),
        },
        {
          key: 'state',
          label: t('positions.state'),
          cell: ({ active }) =>
            active ? <Tag kind="ok">{t('positions.active')}</Tag> : <Tag>{t('positions.inactive')}</Tag>,
        },
      ]}
    />
  )
}

function DepartmentsForm({ departments, reply }: Pick<PositionsPageProps, 'departments' | 'reply'>) {
  const t = useT('people')
  const last = {
    code: '',
    name: { vi: '', en: '' },
    order: (departments.at(-1)?.order ?? 0) + 1,
    positions: [],
  }
  return (
    <form method="post" id={mainFormId} noValidate>
      <details open={reply !== undefined}>
        <summary>{t('positions.departments')}</summary>
        <Panel>
          <p>{t('positions.departments.hint')}</p>
          {[...departments, last].map(({ code, name, order, positions }, i) => {
            const row = `departments[${i}]`
            const field = fieldProps(t, reply, {
              [`${row}.nameVi`]: name.vi,
              [`${row}.nameEn`]: name.en,
              [`${row}.order`]: String(order),
            })
            const legend = code
              ? t('positions.departments.row', { number: i + 1 })
              : t('positions.departments.new')
            return (
              <Fieldset key={row} id={`department-${i}`} legend={legend}>
                <HiddenFields values={{ [`${row}.code`]: code || undefined }} />
                <Columns kind="two">
                  <Field {...field(`${row}.nameVi`)} label={t('positions.departments.vi')} lang="vi" />
                  <Field {...field(`${row}.nameEn`)} label={t('positions.departments.en')} lang="en" />
                </Columns>
                <Field
                  {...field(`${row}.order`)}
                  label={t('positions.departments.order')}
                  inputMode="numeric"
                  width="short"
                />
                {code && positions.length === 0 ? (
                  <Choice
                    type="checkbox"
                    name={`${row}.remove`}
                    value="yes"
                    label={t('positions.departments.remove')}
                    tight
                  />
                ) : null}
              </Fieldset>
            )
          })}
          <ButtonRow>
            <Button quiet>{t('positions.departments.save')}</Button>
          </ButtonRow>
        </Panel>
      </details>
    </form>
  )
}
