import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Field } from '~/ui/Field'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { Tabs } from '~/ui/Tabs'
import { ModuleList } from './ModuleList'
import type { Catalogue, CatalogueGroup } from './view-catalogue.server'

type PageProps = { catalogue: Catalogue }
type CataloguePageProps = PageProps & {
  /** Other ways to what there is to learn, under the lead. */
  ways?: ReactNode
}

/** What there is to learn. */
export function CataloguePage({ catalogue, ways }: CataloguePageProps) {
  const t = useT('learning')
  const { query, who, groups } = catalogue
  return (
    <Main>
      <h1>{t('list.title')}</h1>
      <Lead catalogue={catalogue} />
      {ways}
      <Filters action={paths.learn()} label={t('list.search')} submitLabel={t('list.find')}>
        <Field
          id="q"
          name="q"
          type="search"
          label={t('list.search')}
          defaultValue={query.q}
          maxLength={100}
        />
      </Filters>
      {who === 'visitor' ? null : <Views catalogue={catalogue} />}
      <Groups catalogue={catalogue} />
      {catalogue.practice ? (
        <p>
          <a href={paths.practices()}>{t('list.practice')}</a>
          <br />
          <span className="small muted">{t('list.practiceWhat')}</span>
        </p>
      ) : null}
      {query.competency && groups.length === 1 ? (
        <p>
          <a href={paths.learn({ view: 'competency' })}>{t('list.allCompetencies')}</a>
        </p>
      ) : null}
      {catalogue.remembered ? (
        <p className="small muted">
          {t('forget.kept')} <a href={paths.learn({ view: 'forget' })}>{t('forget.ask')}</a>
        </p>
      ) : null}
    </Main>
  )
}

function Views({ catalogue: { query, who } }: PageProps) {
  const t = useT('learning')
  const views = (['mine', 'all', 'competency'] as const).filter((view) => view !== 'mine' || who === 'person')
  return (
    <Tabs
      label={t('list.views')}
      items={views.map((view) => ({
        to: paths.learn({ view }),
        label: t(`list.view.${view}`),
        current: query.view === view && query.q === '',
      }))}
    />
  )
}

/** On what the list rests, or how one signs in. */
function Lead({ catalogue: { who, basis } }: PageProps) {
  const t = useT('learning')
  if (who === 'visitor') {
    return (
      <>
        <p>{t('list.open')}</p>
        <p className="small muted">
          {t('list.staff')} <a href={paths.signIn({ to: paths.learn() })}>{t('list.signIn')}</a>
        </p>
      </>
    )
  }
  if (!basis) return null
  if (basis.kind === 'result') {
    return (
      <p>
        {t('list.basis.result', { date: formatDate(basis.submittedAt) })}{' '}
        <a href={paths.result(basis.campaignId)}>{t('list.basis.see')}</a>
      </p>
    )
  }
  return <p>{t(`list.basis.${basis.kind}`)}</p>
}

function Groups({ catalogue: { query, groups, who, basis } }: PageProps) {
  const t = useT('learning')
  if (groups.length === 0 && query.q) {
    return (
      <EmptyState
        title={t('list.nothing.title', { q: query.q })}
        text={t('list.nothing.text')}
        action={
          <ButtonLink quiet to={paths.learn({ view: 'all' })}>
            {t('list.nothing.do')}
          </ButtonLink>
        }
      />
    )
  }
  if (groups.length === 0)
    return <EmptyState title={t('list.empty.title')} text={t('list.empty.text')} action={elsewhere()} />
  const reached = basis?.kind === 'result' && !groups.some(({ key }) => key === 'first' || key === 'begun')
  return (
    <>
      {reached ? <p>{t('list.reached')}</p> : null}
      {query.q ? (
        <p role="status">
          {t('list.found', { count: found(groups), q: query.q })}{' '}
          <a href={paths.learn({ view: 'all' })}>{t('list.nothing.do')}</a>
        </p>
      ) : null}
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </>
  )

  function elsewhere() {
    return who === 'person' && query.view === 'mine' ? (
      <ButtonLink quiet to={paths.learn({ view: 'all' })}>
        {t('list.nothing.do')}
      </ButtonLink>
    ) : undefined
  }
}

const found = (groups: CatalogueGroup[]) => groups.reduce((sum, { modules }) => sum + modules.length, 0)

function Group({ group }: { group: CatalogueGroup }) {
  const t = useT('learning')
  return (
    <>
      {group.kind === 'own' ? <h2>{t(`list.part.${group.part}`)}</h2> : null}
      {group.kind === 'competency' ? <h2>{group.name}</h2> : null}
      <ModuleList items={group.modules} brief={group.kind === 'competency'} />
    </>
  )
}
