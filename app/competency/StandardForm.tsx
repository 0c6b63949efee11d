import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { measurableLevels, type Framework } from './framework'
import { commonField, ownField } from './standard-form'
import type { Suggested } from './StandardTable'

type FieldState = { id: string; name: string; defaultValue: string | undefined; error: string | undefined }
type StandardFormProps = {
  framework: Framework
  field: (name: string) => FieldState
  inForce: number
  suggested: Suggested
  /** Present where an edited standard is in force. */
  mayReturn: boolean
  cancelTo: string
}

/** The thresholds of levels, how they were set, and why they change. */
export function StandardForm(props: StandardFormProps) {
  const { framework, field, inForce, suggested, mayReturn, cancelTo } = props
  const t = useT('analysis')
  const locale = useLocale()
  const names = new Map(framework.levels.map(({ level, name }) => [level, name[locale]]))
  const levels = measurableLevels(framework).map(({ level }) => level)
  return (
    <form method="post" id={mainFormId}>
      <HiddenFields values={{ inForce }} />
      <Panel title={t('edit.common')}>
        <p>{t('edit.commonText')}</p>
        <Columns kind="four">
          {levels.map((level) => (
            <Field
              key={level}
              {...field(commonField(level))}
              label={t('edit.level', { level, name: names.get(level) ?? '' })}
              inputMode="decimal"
              width="short"
            />
          ))}
        </Columns>
      </Panel>
      <Panel title={t('edit.own')}>
        <p>{t('edit.ownText')}</p>
        {framework.domains.map((domain) => (
          <details key={domain.code} open={opens(domain, levels, field)}>
            <summary>{`${domain.code}. ${domain.name[locale]}`}</summary>
            {domain.competencies.map(({ code, name }) => (
              <Fieldset key={code} id={`group-${code}`} legend={`${code} ${name[locale]}`}>
                <Columns kind="four">
                  {levels.map((level) => {
                    const hint = suggested(code, level)
                    return (
                      <Field
                        key={level}
                        {...field(ownField(code, level))}
                        label={t('edit.level', { level, name: names.get(level) ?? '' })}
                        hint={
                          hint
                            ? t('edit.suggested', {
                                from: formatNumber(locale, hint.from, 2),
                                count: hint.items,
                              })
                            : undefined
                        }
                        inputMode="decimal"
                        width="short"
                      />
                    )
                  })}
                </Columns>
              </Fieldset>
            ))}
          </details>
        ))}
      </Panel>
      <Panel title={t('edit.how')}>
        <Field
          {...field('probability')}
          label={t('standards.probability')}
          hint={t('edit.probabilityHint')}
          inputMode="decimal"
          width="short"
        />
        <TextArea {...field('methodVi')} label={t('edit.methodVi')} rows={4} maxLength={2000} lang="vi" />
        <TextArea {...field('methodEn')} label={t('edit.methodEn')} rows={4} maxLength={2000} lang="en" />
        <TextArea
          {...field('reason')}
          label={t('edit.reason')}
          hint={t('edit.reasonHint')}
          rows={3}
          maxLength={1000}
          markRequired
        />
      </Panel>
      <ButtonRow>
        <Button>{t('edit.save')}</Button>
        <Button quiet name="intent" value="suggest" formNoValidate>
          {t('edit.fill')}
        </Button>
        {mayReturn ? (
          <Button quiet name="intent" value="ask-return" formNoValidate>
            {t('edit.return')}
          </Button>
        ) : null}
        <a href={cancelTo}>{t('edit.cancel')}</a>
      </ButtonRow>
    </form>
  )
}

/** A domain stands open where something of its own is set or wrong. */
function opens(
  domain: Framework['domains'][number],
  levels: number[],
  field: StandardFormProps['field'],
): boolean {
  return domain.competencies.some(({ code }) =>
    levels.some((level) => {
      const { defaultValue, error } = field(ownField(code, level))
      return Boolean(defaultValue) || Boolean(error)
    }),
  )
}
