import { ResultProfile } from '~/assessment/ResultProfile'
import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import type { ConsentedResult } from './consented-results.server'

/** One person's result as the person sees it, for the leader, while the consent stands. */
export function PersonResultScreen({ result }: { result: ConsentedResult }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { campaign, commune } = result
  return (
    <Main>
      <Crumbs
        items={[
          { to: paths.desk(), label: t('crumb.desk') },
          { to: paths.communeConsented(commune.code, campaign.id), label: t('consented.title') },
          { label: result.fullName },
        ]}
      />
      <PageTitle
        under={`${result.position[locale]} · ${campaign.title[locale]} · ${t('person.submitted', { date: formatDate(result.submittedAt) })}`}
      >
        {result.fullName}
      </PageTitle>
      <Note kind="care">
        <p>{t('person.consent', { date: formatDate(result.consentedAt) })}</p>
      </Note>
      <ResultProfile {...result} reader="other" />
    </Main>
  )
}
