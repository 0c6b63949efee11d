import { mainFormId } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Columns } from '~/ui/Columns'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { measurableLevels, type Competency, type Framework, type Targets } from './framework'
import { levelField } from './target-profile'

type ProfileFormProps = {
  framework: Framework
  /** Chosen level by the name of the select; empty where the work does not need the competency. */
  chosen: (name: string) => { value: string; error?: string }
  shipped: Targets
  own: boolean
  inForce: number
  cancelTo: string
}

/** The levels that a position needs: every competency with a select, by domain. */
export function ProfileForm({ framework, chosen, shipped, own, inForce, cancelTo }: ProfileFormProps) {
  const t = useT('competency')
  const locale = useLocale()
  const names = new Map(framework.levels.map(({ level, name }) => [level, name[locale]]))
  const options = [
    { value: '', label: t('profile.notNeeded') },
    ...measurableLevels(framework).map(({ level }) => ({
      value: String(level),
      label: names.get(level) ?? String(level),
    })),
  ]
  const shippedHint = ({ code }: Competency, value: string) => {
    const wanted = shipped[code] ?? 0
    if (!own || value === String(wanted || '')) return undefined
    return t('profile.shippedLevel', { level: names.get(wanted) ?? t('profile.notNeeded') })
  }
  return (
    <form method="post" id={mainFormId}>
      <HiddenFields values={{ inForce }} />
      {framework.domains.map((domain) => (
        <Panel key={domain.code} title={`${domain.code}. ${domain.name[locale]}`}>
          <Columns kind="two">
            {domain.competencies.map((competency) => {
              const field = levelField(competency.code)
              const { value, error } = chosen(field)
              return (
                <Select
                  key={competency.code}
                  id={field}
                  name={field}
                  label={`${competency.code} ${competency.name[locale]}`}
                  hint={shippedHint(competency, value)}
                  error={error}
                  options={options}
                  defaultValue={value}
                  width="medium"
                />
              )
            })}
          </Columns>
        </Panel>
      ))}
      <ButtonRow>
        <Button>{t('profile.save')}</Button>
        {own ? (
          <Button quiet name="intent" value="ask-reset">
            {t('profile.reset')}
          </Button>
        ) : null}
        <a href={cancelTo}>{t('profile.cancel')}</a>
      </ButtonRow>
    </form>
  )
}
