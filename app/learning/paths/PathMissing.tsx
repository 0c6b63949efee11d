import { useT } from '~/platform/i18n/react'
import type { MissingView } from './path-view'

/** What is needed and the library does not teach yet, or not as far. */
export function PathMissing({ missing }: { missing: readonly MissingView[] }) {
  const t = useT('route')
  if (missing.length === 0) return null
  return (
    <>
      <h2>{t('missing.title')}</h2>
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} missing={missing.filter((each) => each.kind === kind)} />
      ))}
    </>
  )
}

const kinds = ['none', 'higher', 'partly'] as const satisfies readonly MissingView['kind'][]

function Kind({ kind, missing }: { kind: MissingView['kind']; missing: readonly MissingView[] }) {
  const t = useT('route')
  if (missing.length === 0) return null
  return (
    <>
      <h3>{t(`missing.${kind}`)}</h3>
      <ul>
        {missing.map(({ code, name, level, reached }) => (
          <li key={code}>
            {kind === 'partly'
              ? t('missing.reached', { name, level, reached })
              : t('missing.needed', { name, level })}
          </li>
        ))}
      </ul>
    </>
  )
}
