import { Choice } from '~/ui/Choice'

type TicksProps = {
  /** Of the list in the form, whose parts are ticked: `sections.0.levels`. */
  name: string
  options: { id: string; label: string; hint?: string; checked?: boolean }[]
}

/** The parts of a list to be ticked; all of them are sent, those that are ticked with `on`. */
export function Ticks({ name, options }: TicksProps) {
  return (
    <>
      {options.map(({ id }, i) => (
        <input key={id} type="hidden" name={`${name}.${i}.id`} value={id} />
      ))}
      {options.map(({ id, ...choice }, i) => (
        <Choice
          key={id}
          type="checkbox"
          tight
          id={`${name}.${i}.on`}
          name={`${name}.${i}.on`}
          value="yes"
          {...choice}
        />
      ))}
    </>
  )
}
