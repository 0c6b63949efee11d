import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { decisionField } from '~/people/teams/match-members'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Note } from '~/ui/Note'
import { Table } from '~/ui/Table'
import type { FieldError } from '~/ui/ErrorSummary'
import { leaveOut, type Candidate, type LineMatch } from './match-people'

type Line = LineMatch & { seated?: boolean }

export const doubtId = ({ line }: Pick<LineMatch, 'line'>) => `same-${line}`

/** The lines that still wait for a decision, for the error summary. */
export function useDoubtErrors(lines: readonly Line[], asked: boolean): FieldError[] {
  const t = useT('classes')
  if (!asked) return []
  return lines
    .filter(({ fault }) => fault === 'missing')
    .map((line) => ({ fieldId: doubtId(line), text: t('check.missing', { text: line.text }) }))
}

/** Whom the lines of a list mean, and a question for each that may mean several or somebody else. */
export function ListCheck({ lines, asked }: { lines: readonly Line[]; asked: boolean }) {
  const t = useT('classes')
  const doubtful = lines.filter(
    ({ candidates, fault, chosen }) => candidates.length > 1 || fault === 'missing' || chosen === leaveOut,
  )
  const nameOf = ({ candidates, chosen }: Line) => candidates.find(({ personId }) => personId === chosen)
  return (
    <>
      <Table
        caption={t('check.caption')}
        captionHidden
        rows={[...lines]}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'text', label: t('check.line'), cell: ({ text }) => text },
          {
            key: 'who',
            label: t('check.who'),
            cell: (line) => {
              const person = nameOf(line)
              if (line.fault === 'unknown') return t('check.unknown')
              if (line.fault === 'twice') return t('check.twice')
              if (doubtful.includes(line)) return <a href={`#${doubtId(line)}`}>{t('check.doubtful')}</a>
              return person ? `${told(person)}${line.seated ? ` (${t('find.seated')})` : ''}` : ''
            },
          },
        ]}
      />
      {doubtful.length > 0 ? (
        <Note kind="care" title={t('check.doubtTitle')}>
          {t('check.doubtText')}
        </Note>
      ) : null}
      {doubtful.map((line) => (
        <ChoiceGroup
          key={line.line}
          id={doubtId(line)}
          name={decisionField(line.key)}
          type="radio"
          legend={t('check.legend', { text: line.text })}
          error={asked && line.fault === 'missing' ? t('check.missing', { text: line.text }) : undefined}
          options={[
            ...line.candidates.map((person) => ({
              value: person.personId,
              label: told(person),
              hint: person.birthDate ? t('check.born', { born: bornText(person.birthDate) }) : undefined,
              checked: line.chosen === person.personId,
            })),
            { value: leaveOut, label: t('check.leaveOut'), checked: line.chosen === leaveOut },
          ]}
        />
      ))}
    </>
  )
}

const told = ({ fullName, staffCode, communeName }: Candidate) =>
  [fullName, staffCode, communeName].filter(Boolean).join(' · ')

const bornText = (date: string) => (date.length === 4 ? date : formatDate(date))
