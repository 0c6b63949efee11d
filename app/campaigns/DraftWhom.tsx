import type { ReactNode } from 'react'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup, type ChoiceOption } from '~/ui/ChoiceGroup'
import { Panel } from '~/ui/Panel'
import type { DraftChoices } from './draft'
import type { FieldOf } from './field-of'

type WhomProps = {
  choices: DraftChoices
  which: ReturnType<FieldOf>
  list: ReturnType<FieldOf>
  ticked: string[]
}

/** All communes of the province, or some of them. */
export function DraftCommunes({ choices, which, list, ticked }: WhomProps) {
  const t = useT('campaigns')
  const { communes, provinceName } = choices
  const kinds = [...new Set(communes.map(({ kind }) => kind))]
  return (
    <Whom
      which={which}
      legend={t('draft.whichCommunes')}
      all={t('draft.allCommunes', { province: provinceName, count: communes.length })}
      some={t('draft.someCommunes')}
      summary={t('draft.communesList', { ticked: ticked.length, count: communes.length })}
    >
      <ButtonRow>
        {kinds.map((kind) => (
          <Button key={kind} quiet name="tick" value={kind} formNoValidate>
            {t('draft.tickKind', {
              kind: kind.toLocaleLowerCase('vi'),
              count: communes.filter((each) => each.kind === kind).length,
            })}
          </Button>
        ))}
        <Button quiet name="tick" value="none" formNoValidate>
          {t('draft.tickNone')}
        </Button>
      </ButtonRow>
      <ChoiceGroup
        type="checkbox"
        tight
        {...boxes(list)}
        legend={t('rates.commune')}
        hint={t('draft.tickHint')}
        options={communes.map(({ code, name }) => ({
          value: code,
          label: name,
          checked: ticked.includes(code),
        }))}
      />
    </Whom>
  )
}

/** Every position, or some of them, by department. */
export function DraftPositions({ choices, which, list, ticked }: WhomProps) {
  const t = useT('campaigns')
  const locale = useLocale()
  const departments = [
    ...new Map(choices.positions.map(({ department }) => [department.code, department])).values(),
  ]
  const firstTaken = departments[0]?.code
  return (
    <Whom
      which={which}
      legend={t('draft.whichPositions')}
      hint={t('draft.kindsHint')}
      all={t('draft.allPositions')}
      some={t('draft.somePositions')}
      summary={t('draft.positionsList', { ticked: ticked.length, count: choices.positions.length })}
    >
      {departments.map((department) => (
        <ChoiceGroup
          key={department.code}
          type="checkbox"
          tight
          {...(department.code === firstTaken
            ? boxes(list)
            : { id: `positions-${department.code}`, name: 'positions' })}
          legend={department[locale]}
          options={choices.positions
            .filter((position) => position.department.code === department.code)
            .map(({ code, name }): ChoiceOption => ({
              value: code,
              label: name[locale],
              checked: ticked.includes(code),
            }))}
        />
      ))}
    </Whom>
  )
}

function boxes({ id, name, error }: ReturnType<FieldOf>) {
  return { id, name, error }
}

type WhomFrameProps = {
  which: ReturnType<FieldOf>
  legend: string
  hint?: string
  all: string
  some: string
  summary: string
  children: ReactNode
}

function Whom({ which, legend, hint, all, some, summary, children }: WhomFrameProps) {
  const chosen = which.defaultValue ?? 'all'
  return (
    <Panel>
      <ChoiceGroup
        type="radio"
        {...boxes(which)}
        legend={legend}
        legendAs="h2"
        hint={hint}
        options={[
          { value: 'all', label: all, checked: chosen === 'all' },
          { value: 'some', label: some, checked: chosen === 'some' },
        ]}
      />
      <details open={chosen === 'some'}>
        <summary>{summary}</summary>
        {children}
      </details>
    </Panel>
  )
}
