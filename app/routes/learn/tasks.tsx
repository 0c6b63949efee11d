import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mySurveys, myWork, type MySurvey } from '~/campaigns/my-surveys.server'
import { MyClassesPart } from '~/classes/MyClassList'
import { myClasses } from '~/classes/my-classes.server'
import { hasCertificates } from '~/learning/certificates/list.server'
import { MyCertificatesLink } from '~/learning/certificates/MyCertificatesLink'
import { OwnPathLinks } from '~/learning/paths/OwnPathLinks'
import { ownPaths } from '~/learning/paths/position-paths.server'
import { myLearning } from '~/learning/my-learning.server'
import { MyLearningPart } from '~/learning/MyLearningPart'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { TaskList } from '~/ui/TaskList'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'tasks' }
export const meta = pageTitle('results', 'tasks.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { locale } = context.prefs
  return {
    surveys: mySurveys(actor, locale),
    work: myWork(actor, locale),
    learning: myLearning(actor, locale),
    own: ownPaths(actor, locale),
    certificates: hasCertificates(actor),
    classes: myClasses(actor),
  }
}

export default function Tasks() {
  const { surveys, work, learning, own, certificates, classes } = useLoaderData<typeof loader>()
  const t = useT('results')
  const now = surveys.filter(({ status }) => status === 'fresh' || status === 'begun' || status === 'waiting')
  const past = surveys.filter(({ status }) => status === 'submitted' || status === 'missed')
  return (
    <Main>
      <h1>{t('tasks.hello')}</h1>
      {work ? <p className="muted">{[...work.positions, work.commune].join(', ')}</p> : null}
      {now.length === 0 ? (
        <Panel title={t('tasks.none.title')}>
          <p>{t('tasks.none.text')}</p>
        </Panel>
      ) : (
        now.map((survey, i) => <OpenSurvey key={survey.campaignId} survey={survey} first={i === 0} />)
      )}
      <MyLearningPart learning={learning} quiet={now.some(({ status }) => status !== 'waiting')} />
      <MyClassesPart classes={classes} />
      <OwnPathLinks positions={own} />
      {past.length > 0 ? (
        <>
          <h2>{t('tasks.done')}</h2>
          <TaskList items={past.map((survey) => pastTask(survey))} />
        </>
      ) : null}
      <MyCertificatesLink any={certificates} />
      <Note kind="info">
        <p>{t('tasks.weak')}</p>
      </Note>
    </Main>
  )

  function pastTask({ campaignId, title, submittedAt, status }: MySurvey) {
    return status === 'submitted'
      ? {
          to: paths.result(campaignId),
          title,
          small: t('list.submitted', { date: formatDate(submittedAt!) }),
          status: { kind: 'ok', label: t('tasks.result') } as const,
        }
      : { title, small: t('tasks.missed') }
  }
}

function OpenSurvey({ survey, first }: { survey: MySurvey; first: boolean }) {
  const t = useT('results')
  const adaptive = useT('adaptive')
  const date = formatDate(survey.closesOn)
  return (
    <Panel title={first ? t('tasks.now') : undefined}>
      <p>
        <b>{survey.title}</b>
        <br />
        {survey.status === 'begun'
          ? survey.atMost
            ? adaptive('tasks.answered', { answered: survey.answered, most: survey.count, date })
            : t('tasks.answered', { answered: survey.answered, count: survey.count, date })
          : t('tasks.fresh', { minutes: survey.minutes, date })}
      </p>
      {survey.status === 'waiting' ? (
        <p>{t('tasks.opens', { date: formatDate(survey.opensOn) })}</p>
      ) : (
        <ButtonRow>
          <ButtonLink to={paths.survey(survey.campaignId)}>
            {t(survey.status === 'begun' ? 'tasks.continue' : 'tasks.start')}
          </ButtonLink>
        </ButtonRow>
      )}
      {survey.status === 'begun' ? <p className="small muted">{t('tasks.saved')}</p> : null}
    </Panel>
  )
}
