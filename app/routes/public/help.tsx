import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { currentActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { roles } from '~/platform/policy/actor'
import { Main } from '~/ui/Main'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'help' }
export const meta = pageTitle('auth', 'help.title')

/** Whom to ask depends on the role; without an account every role's answer is shown. */
export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await currentActor(context)
  const own = roles.filter((role) => actor?.grants.some((grant) => grant.role === role))
  return { roles: own.length > 0 ? own : [...roles] }
}

const topics = ['answer', 'learn', 'line', 'shared', 'password', 'size'] as const

export default function Help() {
  const t = useT('auth')
  const { roles: own } = useLoaderData<typeof loader>()
  return (
    <Main>
      <h1>{t('help.title')}</h1>
      <ul>
        {[...topics, 'sees' as const, 'ask' as const].map((topic) => (
          <li key={topic}>
            <a href={`#${topic}`}>{t(`help.${topic}.title`)}</a>
          </li>
        ))}
      </ul>
      {topics.map((topic) => (
        <section key={topic} id={topic}>
          <h2>{t(`help.${topic}.title`)}</h2>
          <p>{t(`help.${topic}.text1`)}</p>
          <p>{t(`help.${topic}.text2`)}</p>
        </section>
      ))}
      <p>
        <a href={paths.verify()}>{t('help.verify')}</a>
      </p>
      <section id="sees">
        <h2>{t('help.sees.title')}</h2>
        <p>{t('help.sees.text1')}</p>
        <p>
          <a href={paths.privacy()}>{t('help.sees.more')}</a>
        </p>
      </section>
      <Panel id="ask" title={t('help.ask.title')}>
        <dl>
          {own.map((role) => (
            <div key={role}>
              <dt>
                <b>{t(`help.ask.${role}.who`)}</b>
              </dt>
              <dd>{t(`help.ask.${role}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </Main>
  )
}
