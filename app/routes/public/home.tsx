import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { goOnPath } from '~/learning/card'
import { learnerOf } from '~/learning/learner.server'
import { leftOnThisMachine } from '~/learning/listed-modules.server'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'
import { homeOf } from './nav'

export const meta = pageTitle('auth', 'home.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const learner = await learnerOf(context, request)
  if (learner.actor) throw redirect(homeOf(learner.actor))
  return { left: leftOnThisMachine(learner, context.prefs.locale) }
}

export default function Home() {
  const t = useT('auth')
  const tLearning = useT('learning')
  const { left } = useLoaderData<typeof loader>()
  return (
    <Main>
      <h1>{t('home.heading')}</h1>
      <p>{t('home.what')}</p>
      <ul>
        <li>{t('home.point1')}</li>
        <li>{t('home.point2')}</li>
        <li>{t('home.point3')}</li>
      </ul>
      <ButtonRow>
        <ButtonLink to={paths.signIn()}>{t('signIn.submit')}</ButtonLink>
      </ButtonRow>
      <Panel title={t('signIn.first')}>
        <p>{t('signIn.firstText')}</p>
        <p>
          <ButtonLink quiet to={paths.activate()}>
            {t('signIn.activate')}
          </ButtonLink>
        </p>
      </Panel>
      <Panel title={tLearning('home.citizens.title')}>
        <p>{tLearning('home.citizens.text')}</p>
        {left ? <p>{tLearning('home.citizens.left', { title: left.title })}</p> : null}
        <ButtonRow>
          {left ? (
            <ButtonLink quiet to={goOnPath(left)}>
              {tLearning('home.continue')}
            </ButtonLink>
          ) : null}
          <ButtonLink quiet to={paths.learn()}>
            {tLearning('home.citizens.open')}
          </ButtonLink>
        </ButtonRow>
      </Panel>
      <p>
        <a href={paths.help()}>{t('home.help')}</a>
      </p>
      <p>
        <a href={paths.privacy()}>{t('home.privacy')}</a>
      </p>
    </Main>
  )
}
