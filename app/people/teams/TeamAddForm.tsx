import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import type { FieldError } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { birthText } from '../persons/person-words'
import type { Namesake } from './team-form'
import type { TeamReply } from './team-reply'

type Added = TeamReply['add']

/** Lines of the error summary for the list of members. */
export function useAddErrors(add: Added): FieldError[] {
  const t = useT('teams')
  if (!add) return []
  const errors: FieldError[] = add.faults.map(({ line, text, why }) => ({
    fieldId: 'members',
    text: t(`add.line.${why}`, { line, text }),
  }))
  if (add.problem) errors.push({ fieldId: 'members', text: t(add.problem.key, add.problem.values) })
  for (const { line, fullName } of add.doubts) {
    if (add.undecided.includes(line))
      errors.push({ fieldId: `same-${line}`, text: t('doubt.missing', { name: fullName }) })
  }
  return errors
}

/** A list of names, one a line; who may already be in the commune's list is asked about. */
export function TeamAddForm({ add }: { add: Added }) {
  const t = useT('teams')
  const errors = useAddErrors(add)
  const own = errors.filter(({ fieldId }) => fieldId === 'members')
  return (
    <Panel title={t('add.title')} id="add">
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ intent: 'add' }} />
        <TextArea
          id="members"
          name="members"
          label={t('add.label')}
          hint={t('add.hint')}
          rows={8}
          spellCheck={false}
          defaultValue={add?.typed}
          error={own.length > 0 ? own.map(({ text }, i) => <span key={i}>{text}. </span>) : undefined}
        />
        {add && add.doubts.length > 0 ? (
          <>
            <Note kind="care" title={t('doubt.title')}>
              {t('doubt.text')}
            </Note>
            {add.doubts.map(({ line, fullName, namesakes }) => (
              <ChoiceGroup
                key={line}
                id={`same-${line}`}
                name={`same.${line}`}
                type="radio"
                legend={t('doubt.legend', { name: fullName, line })}
                error={errors.find(({ fieldId }) => fieldId === `same-${line}`)?.text}
                options={[
                  ...namesakes.map((namesake) => ({
                    value: namesake.personId,
                    label: t('doubt.same', { name: namesake.fullName, code: namesake.staffCode }),
                    hint: <NamesakeFacts {...namesake} />,
                    checked: add.chosen[line] === namesake.personId,
                  })),
                  { value: 'new', label: t('doubt.new'), checked: add.chosen[line] === 'new' },
                ]}
              />
            ))}
          </>
        ) : null}
        <ButtonRow>
          <Button>{t('add.submit')}</Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}

function NamesakeFacts({ birthDate, team }: Namesake) {
  const t = useT('teams')
  const facts = [
    birthDate ? t('doubt.born', { born: birthText(birthDate) }) : null,
    team ? t('doubt.team', { team }) : null,
  ]
  return <>{facts.filter(Boolean).join('; ')}</>
}
