import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Panel } from '~/ui/Panel'
import { enoughPeople } from './calibration-run'
import type { CalibrationCampaign } from './start-calibration.server'

/** What somebody chose; null before anything was. */
export type CalibrationChoice = { campaigns: string[]; shrinkage: string; error?: string }

type CalibrationFormProps = { campaigns: CalibrationCampaign[]; chosen: CalibrationChoice | null }

/** Which answers to calibrate from, and how strongly the figures in force hold. */
export function CalibrationForm({ campaigns, chosen }: CalibrationFormProps) {
  const t = useT('analysis')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const shrinkage = chosen?.shrinkage ?? 'on'
  return (
    <Panel title={t('calibrate.title')}>
      <p>{t('calibrate.what')}</p>
      <p>
        {t('calibrate.enough', {
          shrinkage: number(enoughPeople.shrinkage),
          free: number(enoughPeople.free),
        })}
      </p>
      <form method="post" action={paths.calibrations()} id={mainFormId}>
        <ChoiceGroup
          id="campaigns"
          name="campaigns"
          type="checkbox"
          legend={t('calibrate.campaigns')}
          hint={t('calibrate.campaignsHint')}
          error={chosen?.error}
          options={campaigns.map(({ id, title, people, closesOn }) => ({
            value: id,
            label: pick(title, locale),
            hint: t('calibrate.campaign', { people: number(people), closed: formatDate(closesOn) }),
            checked: chosen ? chosen.campaigns.includes(id) : true,
          }))}
        />
        <ChoiceGroup
          id="shrinkage"
          name="shrinkage"
          type="radio"
          legend={t('calibrate.shrinkage')}
          options={[
            {
              value: 'on',
              label: t('calibrate.on'),
              hint: t('calibrate.onHint'),
              checked: shrinkage !== 'off',
            },
            {
              value: 'off',
              label: t('calibrate.off'),
              hint: t('calibrate.offHint'),
              checked: shrinkage === 'off',
            },
          ]}
        />
        <ButtonRow>
          <Button>{t('calibrate.start')}</Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}
