import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import type { GroupCounts } from './counts'
import { CountsTable } from './CountsTable'
import type { LearningReport, LearningRow } from './learning-report.server'
import type { CountSort } from './sort-counts'

type LearningPageProps = LearningReport & {
  by: 'communes' | 'positions'
  rows: LearningRow[]
  sort: CountSort
  mayRevoke: boolean
}

/** Who learns what, as counts: all modules, or one by commune and by position. */
export function LearningPage(props: LearningPageProps) {
  const { modules, chosen, place, own, province, mayRevoke } = props
  const t = useT('enrolment')
  const locale = useLocale()
  const actions = mayRevoke ? (
    <ButtonLink quiet to={paths.certificates()}>
      {t('certificates')}
    </ButtonLink>
  ) : undefined
  const nobody = modules.every(({ all }) => all.people === 0)
  return (
    <Main wide>
      {chosen ? (
        <Crumbs
          items={[{ to: paths.learning(), label: t('title') }, { label: pick(chosen.title, locale) }]}
        />
      ) : null}
      <PageTitle lead={<Lead {...props} />} under={place || undefined} actions={actions}>
        {chosen ? pick(chosen.title, locale) : t('title')}
      </PageTitle>
      {own.length > 1 && !chosen ? (
        <Tabs
          label={t('tabs')}
          items={own.map(({ code, name, current }) => ({
            to: paths.learning({ commune: code }),
            label: name,
            current,
          }))}
        />
      ) : null}
      {modules.length === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      ) : nobody ? (
        <EmptyState title={t('nobody.title')} text={t('nobody.text')} />
      ) : chosen ? (
        <OneModule {...props} code={chosen.code} />
      ) : (
        <CountsTable
          caption={t('modules')}
          first={t('module')}
          withParts={province}
          rows={modules.map(({ code, title, all }) => ({ ...all, code, title }))}
          nameOf={({ code, title }) => <a href={paths.learning({ module: code })}>{pick(title, locale)}</a>}
        />
      )}
      <p className="small muted">{t('meaning')}</p>
    </Main>
  )
}

function OneModule({ code, by, rows, sort, province }: LearningPageProps & { code: string }) {
  const t = useT('enrolment')
  const locale = useLocale()
  const nameOf = (row: LearningRow) =>
    row.code === '~team'
      ? t('position.team')
      : row.code === '~none'
        ? t('position.none')
        : pick(row.name, locale)
  return (
    <>
      {province ? (
        <Tabs
          label={t('tabs')}
          items={(['communes', 'positions'] as const).map((each) => ({
            to: paths.learning({ module: code, by: each }),
            label: t(`tab.${each}`),
            current: each === by,
          }))}
        />
      ) : null}
      <CountsTable
        caption={t(by === 'communes' ? 'tab.communes' : 'tab.positions')}
        first={t(by === 'communes' ? 'commune' : 'position')}
        rows={rows}
        nameOf={nameOf}
        sort={sort}
        sortHref={
          rows.length > 1
            ? (key, direction) => paths.learning({ module: code, by, sort: key, dir: direction })
            : undefined
        }
      />
    </>
  )
}

const entered = ({ learning, finished }: GroupCounts): number | null =>
  learning === 'hidden' || finished === 'hidden' ? null : learning + finished

/** The sentence before any figure. */
function Lead({ until, modules, chosen, province }: LearningPageProps) {
  const t = useT('enrolment')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const date = formatDate(until)
  if (chosen) {
    const all = modules.find(({ code }) => code === chosen.code)?.all
    return all && entered(all) !== null ? (
      <>
        {t('leadModule', {
          date,
          people: number(all.people),
          finished: number(Number(all.finished)),
          begun: number(Number(all.learning)),
        })}
      </>
    ) : (
      <>{t('leadModuleHidden', { date })}</>
    )
  }
  const ranked = modules
    .flatMap(({ title, all }) => {
      const people = entered(all)
      return people ? [{ title, all, people }] : []
    })
    .sort((a, b) => b.people - a.people)
  const [most] = ranked
  if (!most) return <>{t('leadHidden', { date, by: t(province ? 'by.places' : 'by.place') })}</>
  return (
    <>
      {t('lead', {
        date,
        module: pick(most.title, locale),
        begun: number(most.people),
        people: number(most.all.people),
        finished: number(Number(most.all.finished)),
      })}
    </>
  )
}
