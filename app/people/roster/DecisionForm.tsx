import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { HiddenFields } from '~/ui/HiddenFields'
import { EmptyState } from '~/ui/EmptyState'
import { birthText } from '../persons/person-words'
import type { Candidate, DiffRow } from './diff-types'
import { valueText, type Names } from './RowList'

type DecisionFormProps = { rows: DiffRow[]; names: Names; page: number }

/** Rows that may be about somebody stored, side by side with them, one decision each. */
export function DecisionForm({ rows, names, page }: DecisionFormProps) {
  const t = useT('roster')
  if (rows.length === 0) return <EmptyState title={t('show.empty')} />
  return (
    <form method="post" className="panel">
      <HiddenFields values={{ intent: 'decide', page }} />
      <h2>{t('decide.title')}</h2>
      <p>{t('decide.text')}</p>
      <table className="table stack">
        <caption className="vh">{t('decide.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('decide.inFile')}</th>
            <th scope="col">{t('decide.stored')}</th>
            <th scope="col">{t('decide.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DecisionRow key={row.row} row={row} names={names} />
          ))}
        </tbody>
      </table>
      <ButtonRow>
        <Button quiet>{t('decide.save')}</Button>
      </ButtonRow>
    </form>
  )
}

function DecisionRow({ row: { row, person, candidates }, names }: { row: DiffRow; names: Names }) {
  const t = useT('roster')
  const locale = useLocale()
  if (!person) return null
  const words = [
    valueText('positionCodes', person.positionCodes, names, locale),
    valueText('communeCode', person.communeCode, names, locale),
    ...(person.birthDate ? [birthText(person.birthDate)] : []),
  ]
  const name = `decision.${row}`
  return (
    <tr>
      <th scope="row" data-label={t('decide.inFile')}>
        {t('row', { row })} · {person.fullName}
        <div className="muted">{words.join(' · ')}</div>
      </th>
      <td data-label={t('decide.stored')}>
        {candidates.map((candidate) => (
          <Stored key={candidate.personId} candidate={candidate} names={names} />
        ))}
      </td>
      <td data-label={t('decide.decision')}>
        <fieldset>
          <legend className="vh">{t('decide.legend', { row, name: person.fullName })}</legend>
          <div className="row">
            {candidates.map(({ personId, staffCode, communeCode }) => (
              <Choice
                key={personId}
                type="radio"
                tight
                name={name}
                value={`same:${personId}`}
                label={t(communeCode === person.communeCode ? 'decide.same' : 'decide.sameMoved', {
                  code: staffCode ?? '',
                })}
              />
            ))}
            <Choice type="radio" tight name={name} value="different" label={t('decide.different')} />
            <Choice type="radio" tight name={name} value="" label={t('decide.later')} checked />
          </div>
        </fieldset>
      </td>
    </tr>
  )
}

function Stored({ candidate, names }: { candidate: Candidate; names: Names }) {
  const t = useT('roster')
  const locale = useLocale()
  const { staffCode, fullName, communeCode, positionCodes, because } = candidate
  return (
    <div>
      {staffCode} · {fullName}
      <div className="muted">
        {valueText('positionCodes', positionCodes, names, locale)} ·{' '}
        {valueText('communeCode', communeCode, names, locale)}
      </div>
      <div className="muted">{because.map((why) => t(`because.${why}`)).join(', ')}</div>
    </div>
  )
}
