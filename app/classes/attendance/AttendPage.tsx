import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { timeText } from '../when'
import type { Attending } from './attend.server'

/** What a participant sees after reading the code on the wall. */
export function AttendPage({ attending }: { attending: Attending }) {
  const t = useT('classes')
  const locale = useLocale()
  const { kind } = attending
  const held = 'session' in attending ? attending : null
  return (
    <Main>
      <BackLink to={held && kind !== 'notListed' ? paths.myClass(held.classId) : paths.myClasses()}>
        {t('mine.title')}
      </BackLink>
      <PageTitle lead={held ? `${timeText(held.session)} · ${held.session.place}` : undefined}>
        {held ? held.title[locale] : t('attend.title')}
      </PageTitle>
      {kind === 'ready' ? (
        <form method="post">
          <p>{t('attend.ask')}</p>
          <ButtonRow>
            <Button>{t('attend.do')}</Button>
          </ButtonRow>
        </form>
      ) : (
        <Note kind={kind === 'already' ? 'done' : 'care'} role="status" title={t(`attend.${kind}`)}>
          {t(`attend.${kind}.text`)}
        </Note>
      )}
    </Main>
  )
}
