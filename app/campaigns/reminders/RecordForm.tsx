import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { HiddenFields } from '~/ui/HiddenFields'

type RecordFormProps = { campaignId: string; noteId: string; via: 'list' | 'message' }

/** Says that what stands on the page was handed over or sent, so that it is not done twice. */
export function RecordForm({ campaignId, noteId, via }: RecordFormProps) {
  const t = useT('reminders')
  return (
    <form method="post" className="no-print">
      <HiddenFields values={{ noteId }} />
      <p className="small muted">{t('record.hint')}</p>
      <ButtonRow>
        <Button>{t(`record.${via}`)}</Button>
        <a href={paths.reminders(campaignId)}>{t('back')}</a>
      </ButtonRow>
    </form>
  )
}
