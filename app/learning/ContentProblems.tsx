import type { Problem } from '~/formats/problem'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Note } from '~/ui/Note'

const shown = 20

/** What of content/ could not be taken, for those who write it. */
export function ContentProblems({ problems }: { problems: Problem[] }) {
  const t = useT('content')
  return (
    <Note kind="stop">
      <h2>{t('problems.title')}</h2>
      <p>{t('problems.lead')}</p>
      <ul>
        {problems.slice(0, shown).map(({ file, line, key, values }, at) => (
          <li key={at}>
            <b>{t('problems.place', { file, line })}:</b> {translated(t, key, values)}
          </li>
        ))}
      </ul>
      {problems.length > shown ? <p>{t('problems.more', { count: problems.length - shown })}</p> : null}
    </Note>
  )
}
