import type { ReactNode } from 'react'
import { DraftForm } from '~/campaigns/DraftForm'
import { draftToFields, type Draft, type DraftChoices } from '~/campaigns/draft'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Crumbs, type Crumb } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { fieldProps, summaryOf } from '~/platform/http/form-reply'
import type { DraftReply } from './draft-form.server'

const names = [
  'title',
  'titleEn',
  'personForm',
  'communeForm',
  'quizMode',
  'whichCommunes',
  'communes',
  'whichPositions',
  'positions',
  'opensOn',
  'closesOn',
]

type DraftScreenProps = {
  title: string
  lead?: string
  crumb: Crumb[]
  choices: DraftChoices
  draft: Draft
  back: DraftReply | null
  draftId?: string
  cancelTo: string
  children?: ReactNode
}

/** The form of a draft, new or stored, as it is or as it came back. */
export function DraftScreen({
  title,
  lead,
  crumb,
  choices,
  draft,
  back,
  draftId,
  cancelTo,
  children,
}: DraftScreenProps) {
  const t = useT('campaigns')
  const { communes, positions, ...single } = draftToFields(draft, choices)
  const field = fieldProps(t, back?.reply, single)
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.campaigns(), label: t('list.title') }, ...crumb]} />
      <PageTitle lead={lead}>{title}</PageTitle>
      <DraftForm
        choices={choices}
        field={field}
        errors={summaryOf(field, names)}
        communes={back?.communes ?? communes}
        positions={back?.positions ?? positions}
        reach={back?.reach ?? null}
        draftId={draftId}
        cancelTo={cancelTo}
      />
      {children}
    </Main>
  )
}
