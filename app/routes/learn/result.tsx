import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { verdictCounts } from '~/assessment/result-words'
import { ResultProfile } from '~/assessment/ResultProfile'
import { myResult, setConsent } from '~/campaigns/my-result.server'
import { findCompetency } from '~/competency/framework'
import { GapModules } from '~/learning/GapModules'
import { modulesForResult } from '~/learning/my-learning.server'
import { inSentence } from '~/gaps/share-text'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'results' }
export const meta = pageTitle('results', 'title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { locale } = context.prefs
  const result = myResult(actor, params.campaignId!, locale)
  return {
    result,
    advice: modulesForResult(actor, result.results, locale),
    consent: new URL(request.url).searchParams.get('consent'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const given = (await request.formData()).get('consent') === 'give'
  await setConsent(actor, params.campaignId!, given)
  return redirect(`${paths.result(params.campaignId!)}?consent=${given ? 'given' : 'withdrawn'}#who`, 303)
}

export default function Result() {
  const { result, advice, consent } = useLoaderData<typeof loader>()
  const t = useT('results')
  const locale = useLocale()
  const { framework, results } = result
  const counts = verdictCounts(results)
  const names = results
    .filter(({ informed, below }) => informed && below >= 0.5)
    .sort((a, b) => b.below - a.below)
    .slice(0, 2)
    .map(({ competency }) => inSentence(locale, findCompetency(framework, competency)?.short[locale] ?? ''))
  const top = framework.levels.at(-1)
  return (
    <Main>
      <BackLink to={paths.results()}>{t('back')}</BackLink>
      <h1>{t('title')}</h1>
      <p className="muted">
        {result.title} · {t('list.submitted', { date: formatDate(result.submittedAt) })}
      </p>
      {counts.all === 0 ? (
        <p>{t(result.answers === 0 ? 'lead.none' : 'lead.untold')}</p>
      ) : (
        <p>
          {t('lead.counts', { positions: result.positions.join(', '), ...counts })}{' '}
          {names.length > 0 ? (
            <b>{t('lead.first', { names: names.join('; ') })}</b>
          ) : counts.open === 0 ? (
            <b>{t('lead.all')}</b>
          ) : null}
        </p>
      )}
      <GapModules advice={advice} />
      <ResultProfile {...result} />
      <section className="panel">
        <h2>{t('levels.title')}</h2>
        <dl>
          {framework.levels.map((level) => (
            <div key={level.level}>
              <dt>
                <b>{level.name[locale]}</b>
              </dt>
              <dd>{level.describe[locale]}</dd>
            </div>
          ))}
        </dl>
        {top && top.from === undefined ? (
          <p className="small muted">{t('levels.top', { level: top.name[locale] })}</p>
        ) : null}
      </section>
      <section>
        <h2>{t('sure.title')}</h2>
        <p>
          {t('sure.text')} <a href={paths.measurement()}>{t('sure.link')}</a>
        </p>
      </section>
      <section id="who">
        <h2>{t('who.title')}</h2>
        {consent ? (
          <Note kind="done" role="status">
            <p>{t(consent === 'given' ? 'consent.given' : 'consent.withdrawn')}</p>
          </Note>
        ) : null}
        <p>
          {result.consentedAt ? t('who.leader', { date: formatDate(result.consentedAt) }) : t('who.only')}
        </p>
        <form method="post">
          <Button quiet name="consent" value={result.consentedAt ? 'withdraw' : 'give'}>
            {t(result.consentedAt ? 'consent.withdraw' : 'consent.give')}
          </Button>
        </form>
      </section>
    </Main>
  )
}
