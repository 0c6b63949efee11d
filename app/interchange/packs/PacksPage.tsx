import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Choice } from '~/ui/Choice'
import { Crumbs } from '~/ui/Crumbs'
import { Fieldset } from '~/ui/Fieldset'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Select } from '~/ui/Select'
import type { PackLine, PacksView } from './view-packs.server'

/** What of the library goes into a content pack, to be taken elsewhere. */
export function PacksPage({ view, empty }: { view: PacksView; empty: boolean }) {
  const t = useT('packs')
  const studio = useT('studio')
  const locale = useLocale()
  const { modules, forms, practice, counts, drafts } = view
  const count = (value: number) => formatNumber(locale, value)
  return (
    <Main>
      <Crumbs items={[{ to: paths.studio(), label: studio('title') }, { label: t('export.title') }]} />
      <PageTitle lead={t('export.lead')}>{t('export.title')}</PageTitle>
      <p>
        {t('export.import')} <a href={paths.questionImports()}>{t('export.importLink')}</a>
      </p>
      {empty ? (
        <Note kind="stop" role="alert">
          {t('export.empty')}
        </Note>
      ) : null}
      <form method="get" action={paths.packFile()}>
        <Lines name="module" legend={t('export.modules')} hint={t('export.modulesHint')} lines={modules} />
        <Lines name="practice" legend={t('export.practice')} lines={practice} />
        <Lines name="form" legend={t('export.forms')} lines={forms} />
        <Select
          id="items"
          name="items"
          label={t('export.items')}
          options={[
            { value: 'none', label: t('items.none') },
            { value: 'measure', label: t('items.measure', { number: count(counts.measure) }) },
            { value: 'teach', label: t('items.teach', { number: count(counts.teach) }) },
            { value: 'all', label: t('items.all', { number: count(counts.measure + counts.teach) }) },
          ]}
        />
        {drafts.length > 0 ? (
          <Fieldset id="drafts" legend={t('export.drafts')} hint={t('export.draftsHint')}>
            {drafts.map(({ id, kind, code, title, whole }) => (
              <Choice
                key={id}
                type="checkbox"
                tight
                name="draft"
                value={id}
                id={`draft-${id}`}
                label={`${t(`kind.${kind}`)}: ${title || code || studio('draft.untitled')}`}
                hint={whole ? code : t('export.unfinished')}
                disabled={!whole}
              />
            ))}
          </Fieldset>
        ) : null}
        <Button>{t('export.do')}</Button>
      </form>
    </Main>
  )
}

type LinesProps = { name: string; legend: string; hint?: string; lines: PackLine[] }

function Lines({ name, legend, hint, lines }: LinesProps) {
  const t = useT('packs')
  if (lines.length === 0) return null
  return (
    <Fieldset id={name} legend={legend} hint={hint}>
      {lines.map(({ value, title, version }) => (
        <Choice
          key={value}
          type="checkbox"
          tight
          name={name}
          value={value}
          id={`${name}-${value}`}
          label={title}
          hint={t('part.version', { code: value, version })}
        />
      ))}
    </Fieldset>
  )
}
