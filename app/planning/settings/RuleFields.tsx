import { useLocale, useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { fieldWords } from './field-words'
import { forbiddenField } from './parts'
import type { PartProps } from './PartProps'
import { Tick } from './Tick'

/** What a plan must keep to, and what counts for how much. */
export function RuleFields(props: PartProps) {
  const t = useT('planning')
  const locale = useLocale()
  const { view, field, reply } = props
  const { departments, domains } = view.lists
  const short = { inputMode: 'decimal', width: 'short', maxLength: 6 } as const
  return (
    <>
      <Panel title={t('rules.away')}>
        <Field
          {...field('awayShare')}
          {...short}
          label={t('field.awayShare')}
          hint={t('field.awayShare.hint')}
        />
        <Fieldset id="open" legend={t('rules.open')} hint={t('rules.open.hint')}>
          <div className="grid-fields">
            {departments.map(({ code, name }) => (
              <Tick key={code} view={view} reply={reply} name={`open.${code}`} label={name[locale]} />
            ))}
          </div>
        </Fieldset>
      </Panel>
      <Panel title={t('rules.fair')}>
        <div className="row class-session">
          <Field
            {...field('leastCoverage')}
            {...short}
            label={t('field.leastCoverage')}
            hint={t('field.leastCoverage.hint')}
          />
          <Field
            {...field('perPerson')}
            {...short}
            label={t('field.perPerson')}
            hint={t('field.perPerson.hint')}
          />
          <Field {...field('seconds')} {...short} label={t('field.seconds')} hint={t('field.seconds.hint')} />
        </div>
      </Panel>
      <Panel title={t('rules.weights')}>
        <p className="muted">{t('rules.weights.hint')}</p>
        <div className="grid-fields">
          {domains.map(({ code, name }) => (
            <Field key={code} {...field(`weight.d:${code}`)} {...short} label={`${code} ${name[locale]}`} />
          ))}
        </div>
        <details>
          <summary>{t('rules.weights.competencies')}</summary>
          <div className="grid-fields">
            {domains
              .flatMap(({ competencies }) => competencies)
              .map(({ code, name }) => (
                <Field key={code} {...field(`weight.${code}`)} {...short} label={`${code} ${name[locale]}`} />
              ))}
          </div>
        </details>
      </Panel>
      <ForbiddenPanel {...props} />
    </>
  )
}

/** Modules that are not to be held at a venue, or anywhere: those there are, each with a tick, and one more. */
function ForbiddenPanel({ view, field, reply }: PartProps) {
  const t = useT('planning')
  const locale = useLocale()
  const { lists, settings } = view
  const names = settings.forbidden.map(forbiddenField)
  return (
    <Panel title={t('rules.forbidden')}>
      {names.map((name) => (
        <Tick
          key={name}
          view={view}
          reply={reply}
          name={name}
          label={fieldWords({ t, locale, lists }, 'rules', name)}
        />
      ))}
      <div className="row class-session">
        <Select
          {...field('added.module')}
          label={t('rules.addModule')}
          placeholder={t('rules.nothing')}
          width="medium"
          options={lists.modules.map(({ code, title }) => ({ value: code, label: title[locale] }))}
        />
        <Select
          {...field('added.venue')}
          label={t('rules.addVenue')}
          width="medium"
          options={[
            { value: 'any', label: t('rules.anywhere') },
            ...lists.venues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
    </Panel>
  )
}
