import type { ReactNode } from 'react'
import { describedBy } from './field-parts'
import { FieldNotes } from './FieldFrame'

export type FieldsetProps = {
  id: string
  legend: ReactNode
  /** `h1` where the question is the page; `plain` where it is one of several. */
  legendAs?: 'h1' | 'h2' | 'plain'
  hint?: ReactNode
  error?: ReactNode
}

/** A question over several controls. `ChoiceGroup`, `Matching` and `Ordering` use it; so may groups of `Field`. */
export function Fieldset(props: FieldsetProps & { children: ReactNode }) {
  const { id, legend, legendAs = 'plain', hint, error, children } = props
  const Heading = legendAs === 'plain' ? null : legendAs
  const fieldset = (
    <fieldset aria-describedby={describedBy(id, hint, error)}>
      <legend className={legendAs === 'h1' ? undefined : 'minor'}>
        {Heading ? <Heading>{legend}</Heading> : legend}
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
  return error ? <div className="wrong">{fieldset}</div> : fieldset
}
