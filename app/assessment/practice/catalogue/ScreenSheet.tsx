import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Field, Scenario, Screen, ScreenAction } from '../scenario'

type ScreenSheetProps = { screen: Screen; scenario: Scenario; locale: Locale }

/** All that a screen can show in one language, whatever was done before. */
export function ScreenSheet({ screen, scenario, locale }: ScreenSheetProps) {
  const t = getT(locale, 'route')
  const { title, text, documents, fields, actions, hints, end } = screen
  const names = documents.map((each) => {
    const id = typeof each === 'string' ? each : each.id
    return scenario.documents.find((document) => document.id === id)?.title[locale] ?? id
  })
  return (
    <section className="panel">
      <h3>{title[locale]}</h3>
      {text.map((each, i) => (
        <p key={i}>
          {each[locale]} {each.when ? <small className="muted">{t('screen.sometimes')}</small> : null}
        </p>
      ))}
      {names.length > 0 ? <p>{t('screen.documents', { names: names.join('; ') })}</p> : null}
      {fields.length > 0 ? (
        <>
          <h4>{t('screen.fields')}</h4>
          <ul>
            {fields.map((field) => (
              <FieldLines key={field.id} field={field} locale={locale} />
            ))}
          </ul>
        </>
      ) : null}
      {end || actions.length === 0 ? (
        <p className="muted">{t('screen.end')}</p>
      ) : (
        <>
          <h4>{t('screen.actions')}</h4>
          <ul>
            {actions.map((action) => (
              <ActionLines key={action.id} action={action} locale={locale} />
            ))}
          </ul>
        </>
      )}
      {hints.length > 0 ? (
        <>
          <h4>{t('screen.hints')}</h4>
          <ol>
            {hints.map((hint) => (
              <li key={hint[locale]}>{hint[locale]}</li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}

function FieldLines({ field, locale }: { field: Field; locale: Locale }) {
  const t = getT(locale, 'route')
  const unit = field.kind === 'number' && field.unit ? `, ${field.unit[locale]}` : ''
  return (
    <li>
      <b>{field.label[locale]}</b>{' '}
      <span className="small muted">
        ({t(`field.${field.kind}`)}
        {unit})
      </span>
      {field.hint ? <div className="small muted">{field.hint[locale]}</div> : null}
      {'options' in field ? (
        <ul>
          {field.options.map((option) => (
            <li key={option.id}>{option[locale]}</li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** A button and what the system says after it. */
function ActionLines({ action, locale }: { action: ScreenAction; locale: Locale }) {
  const t = getT(locale, 'route')
  const said = action.then.flatMap(({ say }) => (say ? [say[locale]] : []))
  return (
    <li>
      <b>{action.label[locale]}</b>{' '}
      {action.when ? <small className="muted">{t('screen.sometimes')}</small> : null}
      {[...new Set(said)].map((each) => (
        <div key={each} className="small muted">
          {t('screen.answers', { said: each })}
        </div>
      ))}
    </li>
  )
}
