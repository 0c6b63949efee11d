import type { ReactNode } from 'react'
import { ChoiceGroup, type ChoiceGroupProps } from './ChoiceGroup'

export type Anchor = { value: string; label: ReactNode; anchor: ReactNode; checked?: boolean }

export type ScaleAnchorsProps = Omit<ChoiceGroupProps, 'type' | 'options' | 'tight'> & { anchors: Anchor[] }

/**
 * A self-rating where each step says what a person at that step does.
 * `<ScaleAnchors id="tdg-41" name="tdg-41" legend="Bảo vệ thiết bị" anchors={[{ value: '1', label: 'Chưa làm được', anchor: 'Cần người khác cài giúp.' }]} />`
 */
export function ScaleAnchors({ anchors, ...group }: ScaleAnchorsProps) {
  const options = anchors.map(({ value, label, anchor, checked }) => ({
    value,
    checked,
    label: <b>{label}</b>,
    hint: anchor,
  }))
  return <ChoiceGroup {...group} type="radio" options={options} />
}
