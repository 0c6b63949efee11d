import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { SlipSheet } from '~/ui/SlipSheet'

type ShownSlip = { accountId: string; code: string; displayName: string; username: string; address: string }

/** The code of a new slip, shown this once: only its hash is kept. */
export function SlipShownOnce({ slip, sample }: { slip: ShownSlip; sample: boolean }) {
  const t = useT('admin')
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs items={[{ to: paths.accounts(), label: t('list.title') }, { label: slip.username }]} />
        <h1>{t('slip.title')}</h1>
        <Note kind="care" title={t('slip.once')} role="status">
          {t('slip.onceText')}
        </Note>
      </div>
      <SlipSheet
        sample={sample}
        slips={[
          {
            key: slip.accountId,
            title: slip.displayName,
            lines: [
              { label: t('slip.username'), value: slip.username },
              { label: t('slip.code'), value: slip.code, code: true },
            ],
            foot: t('slip.foot', { address: slip.address }),
          },
        ]}
      />
      <ButtonRow>
        <ButtonLink to={paths.accountOf(slip.accountId)}>{t('slip.goOn')}</ButtonLink>
      </ButtonRow>
    </Main>
  )
}
