import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import type { FieldError } from '~/ui/ErrorSummary'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { decisionField } from './match-members'
import { mostMembers, mostText } from './read-members'
import type { ListReply, TeamReply } from './team-reply'

const mostFaultsShown = 20

/** Lines of the error summary for the list as typed. */
export function useListErrors(list: ListReply | undefined): FieldError[] {
  const t = useT('teams')
  const locale = useLocale()
  if (!list) return []
  const { faults, problem } = list
  const texts = faults
    .slice(0, mostFaultsShown)
    .map(({ why, line, text, part = '', other = 0 }) => t(`add.line.${why}`, { line, text, part, other }))
  if (faults.length > mostFaultsShown)
    texts.push(t('add.moreFaults', { count: faults.length - mostFaultsShown }))
  if (problem)
    texts.push(
      t(`add.${problem}`, { most: formatNumber(locale, problem === 'tooMany' ? mostMembers : mostText) }),
    )
  return texts.map((text) => ({ fieldId: 'members', text }))
}

/**
 * A list of names, one a line. What was decided about somebody travels along unseen, and so does who can be put
 * back; the buttons that take a member out belong to this form, so that nothing typed is lost.
 */
export function TeamListForm({ reply: { list, moved }, action }: { reply: TeamReply; action: string }) {
  const t = useT('teams')
  const errors = useListErrors(list)
  const chosen = Object.entries(list?.chosen ?? {}).map(
    ([key, value]) => [decisionField(key), value] as const,
  )
  return (
    <Panel title={t('add.title')} id="add">
      <form method="post" id={mainFormId} action={action}>
        <HiddenFields
          values={{
            intent: 'list',
            step: 'write',
            out: moved?.how === 'out' ? moved.personId : undefined,
            ...Object.fromEntries(chosen),
          }}
        />
        <TextArea
          id="members"
          name="members"
          label={t('add.label')}
          hint={t('add.hint')}
          rows={8}
          spellCheck={false}
          defaultValue={list?.typed}
          error={
            errors.length > 0
              ? errors.map(({ text }, i) => (
                  <span key={i}>
                    {i > 0 ? <br /> : null}
                    {text}
                  </span>
                ))
              : undefined
          }
        />
        <ButtonRow>
          <Button>{t('add.submit')}</Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}
