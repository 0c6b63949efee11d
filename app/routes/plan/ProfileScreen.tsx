import { ProfileForm } from '~/competency/ProfileForm'
import { ProfileHistory } from '~/competency/ProfileHistory'
import { comfortableCompetencies, expectedLength, levelField } from '~/competency/target-profile'
import type { ProfileView } from '~/competency/view-profile.server'
import { paths } from '~/paths'
import { fieldProps, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tag } from '~/ui/Tag'

type ProfileScreenProps = { view: ProfileView; back: { meanwhile: boolean; reply: FormReply } | null }

/** What a position needs, to be changed; as it is, or as it came back. */
export function ProfileScreen({ view, back }: ProfileScreenProps) {
  const t = useT('competency')
  const locale = useLocale()
  const { position, framework, profile, shipped, history } = view
  const stored = Object.fromEntries(
    Object.entries(profile.targets).map(([code, level]) => [levelField(code), String(level)]),
  )
  const field = fieldProps(t, back?.reply, stored)
  const errors = Object.keys(back?.reply.errors ?? {}).map((name) => ({
    fieldId: name,
    text: field(name).error ?? '',
  }))
  const count = Object.keys(profile.targets).length
  const length = { count, ...expectedLength(count) }
  return (
    <Main wide>
      <Crumbs
        items={[{ to: paths.profiles(), label: t('profiles.title') }, { label: position.name[locale] }]}
      />
      <PageTitle
        tag={
          <Tag kind={profile.own ? 'now' : 'plain'}>
            {t(profile.own ? 'profile.ownTag' : 'profile.shippedTag')}
          </Tag>
        }
        under={position.department[locale]}
        lead={count === 0 ? t('profile.leadNone') : t('profile.lead', length)}
      >
        {position.name[locale]}
      </PageTitle>
      {position.active ? null : <Note kind="care">{t('profile.inactive')}</Note>}
      <ErrorSummary errors={errors} />
      {back?.meanwhile ? (
        <Note kind="stop" role="alert" title={t('profile.changed.title')}>
          {t('profile.changed')}
        </Note>
      ) : null}
      {count > comfortableCompetencies ? (
        <Note kind="care" title={t('profile.tooMany.title')}>
          {t('profile.tooMany', length)}
        </Note>
      ) : null}
      <Note title={t('profile.level4.title')}>{t('profile.level4')}</Note>
      <ProfileForm
        framework={framework}
        chosen={(name) => ({ value: field(name).defaultValue ?? '', error: field(name).error })}
        shipped={shipped}
        own={profile.own}
        inForce={profile.rowId}
        cancelTo={paths.profiles()}
      />
      <ProfileHistory framework={framework} entries={history} />
    </Main>
  )
}

/** Asks before a province's own levels give way to what ships. */
export function AskReset({ view: { position, profile } }: { view: ProfileView }) {
  const t = useT('competency')
  const locale = useLocale()
  return (
    <Main>
      <ConfirmPanel
        title={t('profile.resetTitle')}
        what={<p>{t('profile.resetWhat', { position: position.name[locale] })}</p>}
        confirmLabel={t('profile.resetConfirm')}
        cancelTo={paths.profile(position.code)}
        fields={{ intent: 'reset', inForce: profile.rowId }}
      />
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ intent: 'ask-reset' }} />
      </form>
    </Main>
  )
}
