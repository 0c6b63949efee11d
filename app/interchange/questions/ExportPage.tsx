import { itemKinds } from '~/assessment/catalogue/item-filter'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import { lossText } from '../loss-text'
import { bilingualFormats, exportFormats, exportQuery, type ExportChoice } from './export-choice'
import type { viewExport } from './write-export.server'

type ExportPageProps = { choice: ExportChoice; view: Awaited<ReturnType<typeof viewExport>> }

/** Which questions go into what kind of file, and what of them the file cannot hold. */
export function ExportPage({ choice, view }: ExportPageProps) {
  const t = useT('interchange')
  const locale = useLocale()
  const { count, losses, size } = view
  const number = (value: number) => formatNumber(locale, value)
  const kilobytes = number(Math.max(1, Math.round(size / 1024)))
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.studio(), label: t('imports.studio') }, { label: t('export.title') }]} />
      <PageTitle lead={t('export.lead')}>{t('export.title')}</PageTitle>
      <ExportFilters choice={choice} view={view} />
      {count === 0 ? (
        <EmptyState title={t('export.empty')} text={t('export.emptyText')} />
      ) : (
        <>
          <h2>{t('export.ready', { count })}</h2>
          {losses.length === 0 ? (
            <Note kind="done">
              {t(bilingualFormats.includes(choice.format) ? 'export.whole' : 'export.wholeOne')}
            </Note>
          ) : (
            <>
              <Note kind="care">{t('export.losses', { count: losses.length })}</Note>
              <details>
                <summary>{t('export.lossList')}</summary>
                <Table
                  caption={t('export.lossList')}
                  captionHidden
                  rows={losses}
                  rowKey={({ code }) => code}
                  columns={[
                    {
                      key: 'code',
                      label: t('sheet.column.code'),
                      cell: ({ code }) => <a href={paths.item(code)}>{code}</a>,
                    },
                    {
                      key: 'losses',
                      label: t('export.lost'),
                      cell: (row) => (
                        <ul>
                          {row.losses.map((loss, i) => (
                            <li key={i}>{lossText(locale, loss)}</li>
                          ))}
                        </ul>
                      ),
                    },
                  ]}
                />
              </details>
            </>
          )}
          <ButtonRow>
            <ButtonLink to={paths.exportFile(exportQuery(choice))} download>
              {t('export.download', { size: kilobytes })}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </Main>
  )
}

function ExportFilters({ choice, view }: ExportPageProps) {
  const t = useT('interchange')
  const locale = useLocale()
  return (
    <Filters
      label={t('export.choose')}
      submitLabel={t('export.look')}
      keep={{ items: choice.items?.join(',') }}
      clearHref={choice.items ? paths.exportQuestions({ format: choice.format }) : undefined}
    >
      <Select
        id="format"
        name="format"
        label={t('export.format')}
        defaultValue={choice.format}
        options={exportFormats.map((value) => ({ value, label: t(`export.format.${value}`) }))}
      />
      <Select
        id="texts-language"
        name="language"
        label={t('export.language')}
        hint={t('export.languageHint')}
        defaultValue={choice.language}
        options={(['vi', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <Select
        id="competency"
        name="competency"
        label={t('sheet.column.competency')}
        defaultValue={choice.competency ?? ''}
        placeholder={t('export.all')}
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
        defaultValue={choice.level ? String(choice.level) : ''}
        placeholder={t('export.all')}
        options={view.levels.map((each) => ({
          value: String(each.level),
          label: `${each.level} ${pick(each.name, locale)}`,
        }))}
      />
      <Select
        id="kind"
        name="kind"
        label={t('sheet.column.kind')}
        defaultValue={choice.kind ?? ''}
        placeholder={t('export.all')}
        options={itemKinds.map((value) => ({ value, label: t(`sheet.kind.${value}`) }))}
      />
      <Select
        id="purpose"
        name="purpose"
        label={t('sheet.column.purpose')}
        defaultValue={choice.purpose ?? ''}
        placeholder={t('export.all')}
        options={(['measure', 'teach'] as const).map((value) => ({
          value,
          label: t(`sheet.purpose.${value}`),
        }))}
      />
    </Filters>
  )
}
