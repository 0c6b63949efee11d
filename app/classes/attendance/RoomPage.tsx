import { paths } from '~/paths'
import type { QrDrawing } from '~/formats/qr'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { timeText } from '../when'
import type { RoomView } from './code.server'

type RoomPageProps = Omit<RoomView, 'code'> & { address: string | null; qr: QrDrawing | null }

/** The page on the wall of the room: the code that participants read with their phones. */
export function RoomPage({ class: found, session, qr, address }: RoomPageProps) {
  const t = useT('classes')
  const locale = useLocale()
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.trainingClass(found.id), label: found.title[locale] },
          { to: paths.classSession(found.id, session.id), label: t('attendance.title') },
          { label: t('room.title') },
        ]}
      />
      <PageTitle under={`${timeText(session)} · ${session.place}`} lead={qr ? t('room.lead') : undefined}>
        {found.title[locale]}
      </PageTitle>
      {qr ? (
        <>
          <svg
            className="class-code"
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label={t('room.qr')}
            data-address={address}
          >
            <path d={qr.path} />
          </svg>
          <p className="muted">{t('room.renew')}</p>
          <p>{t('room.without')}</p>
        </>
      ) : (
        <Note kind="stop">{t('room.cancelled')}</Note>
      )}
    </Main>
  )
}
