import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { Field } from '~/ui/Field'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { CommandText } from '../CommandText'
import { curl } from '../curl'
import type { IssuedToken } from './issue-token.server'

type Issued = Pick<IssuedToken, 'token' | 'name'> & { expiresAt: Date | string }

/** A new token, shown this once: only its hash is kept. */
export function TokenShownOnce({ issued, origin }: { issued: Issued; origin: string }) {
  const t = useT('api')
  const { name, token, expiresAt } = issued
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.apiTokens(), label: t('tokens.title') }, { label: name }]} />
      <PageTitle lead={t('issued.lead', { name, date: formatDate(new Date(expiresAt)) })}>
        {t('issued.title')}
      </PageTitle>
      <Note kind="care" title={t('issued.once')} role="status">
        {t('issued.onceText')}
      </Note>
      <Field
        id="token"
        name="token"
        label={t('issued.token')}
        defaultValue={token}
        readOnly
        spellCheck={false}
      />
      <Panel title={t('issued.try')}>
        <CommandText>{curl({ url: origin + paths.apiV1('campaigns'), token })}</CommandText>
      </Panel>
      <ButtonRow>
        <ButtonLink to={paths.apiTokens()}>{t('issued.done')}</ButtonLink>
        <a href={paths.api()}>{t('issued.about')}</a>
      </ButtonRow>
    </Main>
  )
}
