import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { pageTitle } from '../page-title'

export const meta = pageTitle('auth', 'forgot.title')

export default function Forgot() {
  const t = useT('auth')
  return (
    <Main>
      <BackLink to={paths.signIn()}>{t('signIn.title')}</BackLink>
      <h1>{t('forgot.title')}</h1>
      <p>{t('forgot.text')}</p>
      <ol>
        <li>{t('forgot.step1')}</li>
        <li>{t('forgot.step2')}</li>
        <li>{t('forgot.step3')}</li>
      </ol>
      <p>{t('forgot.staff')}</p>
      <Note kind="care" title={t('forgot.careTitle')}>
        {t('forgot.care')}
      </Note>
      <ButtonRow>
        <ButtonLink to={paths.activate()}>{t('forgot.activate')}</ButtonLink>
        <a href={paths.signIn()}>{t('forgot.back')}</a>
      </ButtonRow>
    </Main>
  )
}
