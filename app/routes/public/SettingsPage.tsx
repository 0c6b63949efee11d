import { mainFormId } from '~/platform/http/handle'
import type { Prefs } from '~/platform/http/prefs'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { LanguageChoice } from '~/people/accounts/LanguageChoice'

type SettingsPageProps = { prefs: Prefs; to: string; saved: boolean; signedIn: boolean }

/** Text size, contrast and language, with a sentence to try them on. */
export function SettingsPage({ prefs, to, saved, signedIn }: SettingsPageProps) {
  const t = useT('auth')
  const sizes = ([1, 2, 3] as const).map((size) => ({
    value: String(size),
    label: t(`settings.size${size}`),
    checked: prefs.textSize === size,
  }))
  const contrasts = (['normal', 'more'] as const).map((contrast) => ({
    value: contrast,
    label: t(`settings.contrast.${contrast}`),
    checked: prefs.contrast === contrast,
  }))
  return (
    <Main>
      <BackLink to={to}>{t('settings.back')}</BackLink>
      <h1>{t('settings.title')}</h1>
      {saved ? (
        <Note kind="done" role="status" title={t('settings.saved')}>
          {t('settings.savedText')}
        </Note>
      ) : null}
      <p>{t(signedIn ? 'settings.keptOnAccount' : 'settings.keptOnMachine')}</p>
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ to }} />
        <ChoiceGroup id="textSize" name="textSize" type="radio" legend={t('settings.size')} options={sizes} />
        <ChoiceGroup
          id="contrast"
          name="contrast"
          type="radio"
          legend={t('settings.contrast')}
          options={contrasts}
        />
        <LanguageChoice value={prefs.locale} />
        <Panel title={t('settings.sampleTitle')}>
          <p>{t('settings.sample')}</p>
        </Panel>
        <ButtonRow>
          <Button>{t('settings.save')}</Button>
        </ButtonRow>
      </form>
    </Main>
  )
}
