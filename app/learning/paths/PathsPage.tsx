import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { TaskList } from '~/ui/TaskList'
import { OwnPathLinks } from './OwnPathLinks'
import type { DepartmentPaths, PositionCard } from './position-paths.server'
import { timeText } from './time-text'

/** The learning paths of all positions, by department. */
export function PathsPage({ departments }: { departments: DepartmentPaths[] }) {
  const t = useT('route')
  const own = departments.flatMap(({ positions }) => positions.filter((each) => each.own))
  return (
    <Main>
      <BackLink to={paths.learn()}>{t('list.back')}</BackLink>
      <PageTitle lead={t('list.lead')}>{t('list.title')}</PageTitle>
      <OwnPathLinks positions={own} />
      {departments.length === 0 ? <EmptyState title={t('list.empty')} text={t('list.empty.text')} /> : null}
      {departments.map(({ code, name, positions }) => (
        <section key={code} aria-labelledby={`d-${code}`}>
          <h2 id={`d-${code}`}>{name}</h2>
          <Positions positions={positions} />
        </section>
      ))}
    </Main>
  )
}

function Positions({ positions }: { positions: PositionCard[] }) {
  const t = useT('route')
  const locale = useLocale()
  return (
    <TaskList
      items={positions.map(({ code, name, own, modules, practices, minutes, missing }) => ({
        to: paths.learningPath(code),
        title: name,
        small:
          modules === 0 ? (
            t(missing === 0 ? 'list.noNeeds' : 'list.nothing')
          ) : (
            <>
              <span className="line">
                {[
                  t('list.modules', { count: modules }),
                  ...(practices > 0 ? [t('list.practices', { count: practices })] : []),
                  t('list.time', { time: timeText(locale, minutes) }),
                ].join(' · ')}
              </span>
              {missing > 0 ? <span className="line">{t('list.missing', { count: missing })}</span> : null}
            </>
          ),
        status: own ? ({ kind: 'now', label: t('list.own') } as const) : undefined,
      }))}
    />
  )
}
