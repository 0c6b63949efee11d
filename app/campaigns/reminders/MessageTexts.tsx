import { getT } from '~/platform/i18n/translate'
import { useT } from '~/platform/i18n/react'
import { formatNumber } from '~/platform/i18n/format'
import { TextArea } from '~/ui/TextArea'
import type { Lacking } from './remind-now.server'
import type { PlaceValues } from './wording'

/** A short text for each commune to paste into a chat: counts and a link, no names; in Vietnamese, as its readers are. */
export function MessageTexts({ communes, values }: { communes: Lacking[]; values: PlaceValues }) {
  const t = useT('reminders')
  return (
    <>
      {communes.map((commune) => (
        <div key={commune.code}>
          <TextArea
            id={`message-${commune.code}`}
            name={`message-${commune.code}`}
            label={t('message.label', { name: commune.name })}
            defaultValue={messageTo(commune, values)}
            rows={3}
            readOnly
            spellCheck={false}
          />
        </div>
      ))}
    </>
  )
}

function messageTo({ name, asked, missing, form }: Lacking, { campaign, until, minutes, link }: PlaceValues) {
  const t = getT('vi', 'reminders')
  return t('message.text', {
    name,
    campaign: campaign ?? '',
    missing: formatNumber('vi', missing),
    asked: formatNumber('vi', asked),
    until: until ?? '',
    minutes: minutes ?? '',
    form: form !== null && form !== 'submitted' ? ` ${t('formToo')}` : '',
    link: link ?? '',
  })
}
