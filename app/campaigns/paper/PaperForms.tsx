import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import { communeForm, formLetters } from './form-code'
import type { PaperFormRow, PaperView } from './view-paper.server'

/** The forms to print: one line for each position, with its parallel forms. */
export function PaperForms({ view }: { view: PaperView }) {
  const t = useT('paper')
  const locale = useLocale()
  const { campaign, forms, communeForms } = view
  return (
    <Panel title={t('forms.title')} id="forms">
      <p>{t('forms.text')}</p>
      {forms.length === 0 ? (
        <EmptyState title={t('forms.none')} text={t('forms.noneText')} level={3} />
      ) : (
        <Table
          caption={t('forms.title')}
          captionHidden
          rows={forms}
          rowKey={({ code }) => code}
          columns={[
            { key: 'positions', label: t('forms.positions'), cell: ({ position }) => position },
            {
              key: 'people',
              label: t('forms.people'),
              align: 'end',
              cell: ({ people }) => formatNumber(locale, people),
            },
            {
              key: 'left',
              label: t('forms.left'),
              align: 'end',
              cell: ({ left }) => formatNumber(locale, left),
            },
            { key: 'print', label: t('forms.print'), cell: (row) => <Letters id={campaign.id} row={row} /> },
          ]}
        />
      )}
      {communeForms === null ? null : (
        <p>
          <a href={paths.paperForm(campaign.id, communeForm, 'a')}>{t('forms.commune')}</a>
        </p>
      )}
    </Panel>
  )
}

function Letters({ id, row: { code, position } }: { id: string; row: PaperFormRow }) {
  const t = useT('paper')
  return (
    <span className="row">
      {formLetters.map((letter) => (
        <a key={letter} href={paths.paperForm(id, code, letter.toLowerCase())}>
          {t('forms.letter', { letter })}
          <VisuallyHidden> {position}</VisuallyHidden>
        </a>
      ))}
    </span>
  )
}
