import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { wholePercent } from '../quiz/attempt'
import type { PracticeStart } from './practice-views.server'

/** Before a try at a practice task. */
export function PracticePage({ page }: { page: PracticeStart }) {
  const t = useT('practice')
  const { code, state, best, tries } = page
  return (
    <Main>
      <BackLink to={paths.practices()}>{t('list.title')}</BackLink>
      <PageTitle lead={t('start.lead', { count: page.minutes })}>{page.title}</PageTitle>
      {best === null ? null : (
        <Note kind="done" title={t('start.best')}>
          {t('start.best.text', { percent: wholePercent(best) })}
        </Note>
      )}
      <h2>{t('start.situation')}</h2>
      <p>{page.situation}</p>
      <h2>{t('start.task')}</h2>
      <p>
        <b>{page.task}</b>
      </p>
      <ul>
        <li>{t('start.simulated', { system: page.system })}</li>
        <li>{t('start.freely')}</li>
        <li>{t('start.saved')}</li>
        <li>{t('start.who')}</li>
      </ul>
      <h2>{t('start.shows')}</h2>
      <ul>
        {page.shows.map((each) => (
          <li key={each.code}>{t('start.competency', { ...each })}</li>
        ))}
      </ul>
      <form method="post">
        <ButtonRow>
          <Button>
            {t(state === 'running' ? 'start.goOn' : state === 'done' ? 'start.again' : 'start.start')}
          </Button>
          {tries.length > 0 ? (
            <ButtonLink quiet to={paths.practiceResult(code)}>
              {t('start.lastResult')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </form>
      {tries.length > 1 ? (
        <Table
          caption={t('start.tries')}
          rows={tries}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', label: t('start.try'), cell: ({ number }) => `${t('start.try')} ${number}` },
            { key: 'at', label: t('start.at'), cell: ({ at }) => formatDate(at) },
            { key: 'score', label: t('start.score'), cell: ({ score }) => `${wholePercent(score)}%` },
          ]}
        />
      ) : null}
    </Main>
  )
}
