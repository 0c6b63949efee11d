import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { DefinitionList } from '~/ui/DefinitionList'
import { Panel } from '~/ui/Panel'
import type { CampaignView, FormFact } from './view-campaign.server'

/** Who is asked, when, and with which version of which form. */
export function CampaignAbout({ campaign }: { campaign: CampaignView }) {
  const t = useT('campaigns')
  const adaptive = useT('adaptive')
  const paper = useT('paper')
  const { positions, personForm, communeForm, quizMode, openedAt, opensOn, closesOn, communeCount } = campaign
  const fixed = openedAt ? [{ term: t('about.frozen'), description: formatDateTime(openedAt) }] : []
  return (
    <Panel
      title={t('about.title')}
      end={
        campaign.manages && campaign.phase !== 'closed' ? (
          <a href={paths.paper(campaign.id)}>{paper('link')}</a>
        ) : null
      }
    >
      <DefinitionList
        items={[
          {
            term: t('about.whom'),
            description: (
              <>
                {positions ? positions.join(', ') : t('about.positions.all')} ·{' '}
                {t('about.communes', { count: communeCount })}
              </>
            ),
          },
          ...fixed,
          {
            term: t('about.days'),
            description: t('about.from', { from: formatDate(opensOn), to: formatDate(closesOn) }),
          },
          {
            term: t('about.personForm'),
            description: <FormText form={personForm} link={campaign.seesForms} />,
          },
          { term: adaptive('about.mode'), description: adaptive(`about.mode.${quizMode}`) },
          {
            term: t('about.communeForm'),
            description: communeForm ? (
              <FormText form={communeForm} link={campaign.seesForms} />
            ) : (
              t('about.noForm')
            ),
          },
        ]}
      />
      {openedAt ? <p className="small muted">{t('about.moved')}</p> : null}
    </Panel>
  )
}

function FormText({ form, link }: { form: FormFact; link: boolean }): ReactNode {
  const t = useT('campaigns')
  const words = t('draft.formOption', { title: form.title, version: form.version, minutes: form.minutes })
  return link ? <a href={paths.form(form.code)}>{words}</a> : words
}
