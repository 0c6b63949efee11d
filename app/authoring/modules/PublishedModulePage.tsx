import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tag } from '~/ui/Tag'
import type { ContentNote } from '../review/content-notes'
import { VersionList } from '../review/VersionList'
import type { PublishedView } from './view-published.server'

type PublishedModulePageProps = { view: PublishedView; note: ContentNote | null }

/** A published module: write its next version, copy it, withdraw it, go back to an earlier version. */
export function PublishedModulePage({ view, note }: PublishedModulePageProps) {
  const t = useT('modules')
  const studio = useT('studio')
  const locale = useLocale()
  const { code, title, withdrawn, decides, draft, learners } = view
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.studio(), label: studio('title') },
          { to: paths.studioModules(), label: t('published.title') },
          { label: pick(title, locale) },
        ]}
      />
      <PageTitle
        tag={
          <Tag kind={withdrawn ? 'care' : 'ok'}>
            {t(withdrawn ? 'published.withdrawn' : 'published.inUse')}
          </Tag>
        }
        under={t('published.learners', { code, count: formatNumber(locale, learners) })}
        actions={
          withdrawn ? null : (
            <ButtonLink quiet to={paths.module(code)}>
              {t('published.see')}
            </ButtonLink>
          )
        }
      >
        {pick(title, locale)}
      </PageTitle>
      {note ? (
        <Note kind={note === 'changed' ? 'care' : 'done'} role="status">
          {t(`note.${note}`)}
        </Note>
      ) : null}
      <form method="post" className="row buttons">
        <Button name="intent" value="revise">
          {t(draft ? 'published.goOn' : 'published.revise')}
        </Button>
        <Button quiet name="intent" value="copy">
          {t('published.copy')}
        </Button>
        {decides ? (
          <Button quiet name="intent" value={withdrawn ? 'restore' : 'retire'}>
            {t(withdrawn ? 'published.restore' : 'published.withdraw')}
          </Button>
        ) : null}
      </form>
      <VersionList view={view} compareAt={(from) => paths.publishedModule(code, { from })} />
    </Main>
  )
}
