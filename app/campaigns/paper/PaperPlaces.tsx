import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { VisuallyHidden } from '~/ui/VisuallyHidden'
import type { PaperView } from './view-paper.server'

/** Who has no answer yet, commune by commune, with the workbook to type answers in. */
export function PaperPlaces({ view, taking }: { view: PaperView; taking: boolean }) {
  const t = useT('paper')
  const locale = useLocale()
  const { campaign, places } = view
  const number = (value: number) => formatNumber(locale, value)
  return (
    <Panel
      title={t('places.title')}
      id="places"
      end={
        taking ? (
          <ButtonLink quiet to={paths.paperWorkbook(campaign.id)} download>
            {t('places.all')}
          </ButtonLink>
        ) : null
      }
    >
      <p>{t('places.text')}</p>
      <Table
        caption={t('places.title')}
        captionHidden
        rows={places}
        rowKey={({ code }) => code}
        columns={[
          { key: 'name', label: t('places.commune'), cell: ({ name }) => name },
          { key: 'asked', label: t('forms.people'), align: 'end', cell: ({ asked }) => number(asked) },
          { key: 'left', label: t('forms.left'), align: 'end', cell: ({ left }) => number(left) },
          { key: 'begun', label: t('places.begun'), align: 'end', cell: ({ begun }) => number(begun) },
          ...(taking
            ? [
                {
                  key: 'workbook',
                  label: t('places.workbook'),
                  cell: ({ code, name, left }: PaperView['places'][number]) =>
                    left > 0 ? (
                      <a href={paths.paperWorkbook(campaign.id, { commune: code })} download>
                        {t('places.download')}
                        <VisuallyHidden> {name}</VisuallyHidden>
                      </a>
                    ) : (
                      t('places.nobody')
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
