import { useT } from '~/platform/i18n/react'
import { Choosing } from '../editor/ItemFields'
import { Parts } from '../editor/Part'
import { TextPair } from '../editor/TextPair'

const kinds = ['paper', 'mail', 'message', 'table', 'notice', 'system'] as const

/** The papers, mails and tables that the screens of a practice task show. */
export function DocumentFields() {
  const t = useT('tasks')
  return (
    <>
      <p className="small muted">{t('documents.text')}</p>
      <Parts name="documents" path="documents">
        {({ name, path }) => (
          <>
            <TextPair name={`${name}.title`} path={`${path}.title`} label={t('documents.name')} rows={1} />
            <Choosing
              name={`${name}.kind`}
              label={t('documents.kind')}
              options={kinds.map((kind) => [kind, t(`document.${kind}`)])}
            />
            <TextPair
              name={`${name}.facts`}
              path={`${path}.facts`}
              label={t('documents.facts')}
              hint={t('documents.facts.hint')}
              rows={3}
            />
            <TextPair
              name={`${name}.text`}
              path={`${path}.text`}
              label={t('documents.body')}
              hint={t('documents.body.hint')}
              rows={5}
            />
            <TextPair
              name={`${name}.table`}
              path={`${path}.table`}
              label={t('documents.table')}
              hint={t('documents.table.hint')}
              rows={5}
            />
          </>
        )}
      </Parts>
    </>
  )
}
