import type { ReactNode } from 'react'
import { Choice } from '~/ui/Choice'
import type { PartProps } from './PartProps'

type Props = Pick<PartProps, 'view' | 'reply'> & { name: string; label: ReactNode; hint?: ReactNode }

/** A tick of the settings: as typed where the page came back, else as stored. */
export function Tick({ view, reply, name, label, hint }: Props) {
  const checked = Boolean(reply ? reply.typed[name] : view.values[name])
  return <Choice tight type="checkbox" id={name} name={name} value="yes" {...{ checked, label, hint }} />
}
