import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Main } from '~/ui/Main'
import { Table } from '~/ui/Table'
import { pageTitle } from '../page-title'

export const meta = pageTitle('auth', 'privacy.title')

const collected = ['roster', 'answers', 'results', 'learning', 'account', 'not'] as const
const viewers = ['self', 'leader', 'planner', 'trainer', 'administrator'] as const

export default function Privacy() {
  const t = useT('auth')
  return (
    <Main>
      <h1>{t('privacy.title')}</h1>
      <p>{t('privacy.lead')}</p>

      <h2>{t('privacy.collected')}</h2>
      <ul>
        {collected.map((each) => (
          <li key={each}>{t(`privacy.collected.${each}`)}</li>
        ))}
      </ul>

      <h2>{t('privacy.why')}</h2>
      <p>{t('privacy.why.text')}</p>

      <h2>{t('privacy.who')}</h2>
      <Table
        caption={t('privacy.who.caption')}
        captionHidden
        rows={[...viewers]}
        rowKey={(viewer) => viewer}
        columns={[
          { key: 'who', label: t('privacy.who.column'), cell: (viewer) => t(`privacy.who.${viewer}.name`) },
          { key: 'what', label: t('privacy.what.column'), cell: (viewer) => t(`privacy.who.${viewer}.text`) },
        ]}
      />
      <p>{t('privacy.groups')}</p>
      <p>{t('privacy.certificates')}</p>

      <h2>{t('privacy.rights')}</h2>
      <ul>
        <li>{t('privacy.rights.see')}</li>
        <li>{t('privacy.rights.correct')}</li>
        <li>{t('privacy.rights.consent')}</li>
        <li>{t('privacy.rights.erase')}</li>
      </ul>
      <p>{t('privacy.rights.how')}</p>

      <h2>{t('privacy.safe')}</h2>
      <p>{t('privacy.safe.text')}</p>
      <p>{t('privacy.cookies')}</p>
      <p>
        <a href={paths.help()}>{t('help.title')}</a>
      </p>
    </Main>
  )
}
