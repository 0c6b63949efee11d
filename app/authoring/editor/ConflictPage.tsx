import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { differences } from '../diff/compare'
import { fieldName } from '../diff/field-name'
import { FigureSaid, saysFigure } from '../pictures/FigureSaid'
import { fieldsOf, type Tree } from '../form/form-tree'

export type Conflict = {
  /** Of the revision that somebody else saved meanwhile. */
  revision: number
  by: string
  at: string
  theirs: Tree
  mine: Tree
  /** As it was when this form began; null where it is gone. */
  base: Tree | null
}

/** Somebody else saved meanwhile: both versions, text by text, and nothing lost until the person has chosen. */
export function ConflictPage({ conflict }: { conflict: Conflict }) {
  const t = useT('studio')
  const { revision, by, at, theirs, mine, base } = conflict
  const rows = differences(mine, theirs)
  const changedByMe = new Set(
    base ? differences(base, mine).map(({ name }) => name) : rows.map(({ name }) => name),
  )
  return (
    <Main wide>
      <PageTitle lead={t('conflict.lead', { name: by, at: formatDateTime(at) })}>
        {t('conflict.title')}
      </PageTitle>
      <Note kind="care" role="alert">
        {t('conflict.safe')}
      </Note>
      <form method="post">
        <input type="hidden" name="seen" value={revision} />
        {fieldsOf(mine).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {rows.map(({ name, before, after }, i) => (
          <fieldset key={name} className="panel">
            <legend className="minor">{fieldName(name, t)}</legend>
            {(
              [
                ['mine', before, t('conflict.mine')],
                ['theirs', after, t('conflict.theirs', { name: by })],
              ] as const
            ).map(([side, text, label]) => (
              <Choice
                key={side}
                type="radio"
                name={`take:${name}`}
                id={`take-${i}-${side}`}
                value={side}
                checked={(side === 'mine') === changedByMe.has(name)}
                label={label}
                hint={
                  saysFigure(name, text) ? (
                    <FigureSaid text={text} />
                  ) : (
                    <span className="kept-lines">{text || t('diff.empty')}</span>
                  )
                }
              />
            ))}
          </fieldset>
        ))}
        <div className="row buttons">
          <button className="btn" name="intent" value="merge">
            {t('conflict.save')}
          </button>
          <button className="btn quiet" name="intent" value="again">
            {t('conflict.goOn')}
          </button>
        </div>
      </form>
    </Main>
  )
}
