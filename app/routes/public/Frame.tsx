import { paths } from '~/paths'
import { languageFormId, mainFormId, type RouteHandle } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { TopBar } from '~/ui/TopBar'
import type { FrameData } from './frame.server'
import { SlipNotice } from './SlipNotice'

type FrameProps = { data: FrameData | null; handle: RouteHandle; path: string }

/** The head of every page: navigation by role, language, settings, sign-out. */
export function Frame({ data, handle, path }: FrameProps) {
  const t = useT('shell')
  const signedIn = data?.signedIn ?? null
  const nav = (data?.nav ?? []).map(({ key, to }) => ({
    to,
    label: t(`nav.${key}`),
    current: handle.nav === key,
  }))
  return (
    <>
      <TopBar
        home={paths.home()}
        sample={data?.sample ?? false}
        printed={!handle.sheets}
        nav={nav}
        languageSwitch={<LanguageSwitch path={path} form={handle.form ?? false} />}
        end={
          <>
            <a href={paths.settings()}>{t('settings')}</a>
            {signedIn ? (
              <>
                <a href={paths.account()}>
                  <span className="vh">{t('account')}: </span>
                  {signedIn.displayName}
                </a>
                <form method="post" action={paths.signOut()}>
                  <button className="link">{t('signOut')}</button>
                </form>
              </>
            ) : (
              <a href={paths.signIn()}>{t('signIn')}</a>
            )}
          </>
        }
      />
      {signedIn?.slipNoticeAt ? <SlipNotice at={signedIn.slipNoticeAt} path={path} /> : null}
    </>
  )
}

type LanguageSwitchProps = { path: string; form: NonNullable<RouteHandle['form']> }

/** On a page with a form it submits that form, which saves nothing and comes back as typed in the other language. */
export function LanguageSwitch({ path, form }: LanguageSwitchProps) {
  const t = useT('shell')
  const other = useLocale() === 'vi' ? 'en' : 'vi'
  const label = t('otherLanguage')
  if (form) {
    // Enter presses the first button of a form. The switch stands before the form's own, so one that does what they do comes first.
    return (
      <>
        <button
          className="vh"
          form={mainFormId}
          {...(form === true ? {} : form)}
          tabIndex={-1}
          aria-hidden="true"
        />
        <button
          className="link"
          form={mainFormId}
          name="switchLocale"
          value={other}
          lang={other}
          formNoValidate
        >
          {label}
        </button>
      </>
    )
  }
  return (
    <form method="post" action={paths.locale()} id={languageFormId}>
      <input type="hidden" name="to" value={path} />
      <button className="link" name="locale" value={other} lang={other}>
        {label}
      </button>
    </form>
  )
}
