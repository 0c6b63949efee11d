import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { Note } from '~/ui/Note'
import type { Loss } from '../document'

/** More than this is folded away: a document of hundreds of slides loses hundreds of things. */
const shownAtOnce = 8

/** What was not taken over as it was, each with its place in the document. */
export function LossList({ losses }: { losses: Loss[] }) {
  const t = useT('documents')
  const locale = useLocale()
  if (losses.length === 0) return <Note kind="done">{t('preview.noLosses')}</Note>
  const list = (some: Loss[]) => (
    <ul>
      {some.map((loss, at) => (
        <li key={at}>{lossWords(locale, loss)}</li>
      ))}
    </ul>
  )
  const folded = losses.slice(shownAtOnce)
  return (
    <Note kind="care" title={t('preview.losses')}>
      {list(losses.slice(0, shownAtOnce))}
      {folded.length > 0 ? (
        <details>
          <summary>{t('preview.more', { count: folded.length })}</summary>
          {list(folded)}
        </details>
      ) : null}
    </Note>
  )
}

function lossWords(locale: Locale, { what, where }: Loss): string {
  const say = (message: Loss['what']) => translateMessage(locale, 'documents', message)
  return say({ key: 'loss.at', values: { place: say(where ?? { key: 'place.whole' }), what: say(what) } })
}
