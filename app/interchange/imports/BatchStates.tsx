import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { lossText } from '../loss-text'
import type { ImportView, PreviewView } from './view-import.server'

/** An import that is not a preview: being read, unreadable, done or thrown away. */
export function BatchStates({ view }: { view: Exclude<ImportView, PreviewView> }) {
  const t = useT('interchange')
  const packs = useT('packs')
  const locale = useLocale()
  if (view.state === 'reading')
    return (
      <>
        <PageTitle>{t('reading.title', { file: view.fileName })}</PageTitle>
        <p role="status">{t('reading.text')}</p>
        <p>
          <a href={paths.questionImport(view.id)}>{t('reading.again')}</a>
        </p>
      </>
    )
  const again = (
    <ButtonRow>
      {view.state === 'confirmed' ? <ButtonLink to={paths.studio()}>{t('done.studio')}</ButtonLink> : null}
      <ButtonLink to={paths.questionImports()} quiet>
        {t('done.another')}
      </ButtonLink>
    </ButtonRow>
  )
  if (view.state === 'failed')
    return (
      <>
        <PageTitle>{t('failed.title', { file: view.fileName })}</PageTitle>
        <Note kind="stop" title={t('failed.nothing')}>
          {lossText(locale, view.problem)}
        </Note>
        {again}
      </>
    )
  if (view.state === 'discarded')
    return (
      <>
        <PageTitle>{t('discarded.title', { file: view.fileName })}</PageTitle>
        <p>{t('discarded.text')}</p>
        {again}
      </>
    )
  const { made, left, refused } = view.summary
  const isPack = view.format === 'content'
  const number = (value: number) => formatNumber(locale, value)
  return (
    <>
      <PageTitle>{t('done.title', { file: view.fileName })}</PageTitle>
      <Note kind="done" role="status">
        {t('done.text', { count: made })}
      </Note>
      {left + refused > 0 ? (
        <p>{(isPack ? packs : t)('done.left', { left: number(left), refused: number(refused) })}</p>
      ) : null}
      {again}
    </>
  )
}
