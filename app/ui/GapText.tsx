import { useT } from '~/platform/i18n/react'
import { Fieldset, type FieldsetProps } from './Fieldset'
import type { SelectOption } from './Select'

/** A gap without options is typed. */
export type Gap = { name: string; number: number; options: SelectOption[] | null; filled?: string }
export type GapTextProps = FieldsetProps & { pieces: (string | Gap)[]; maxLength: number }

/**
 * A text with gaps to fill, each a field or a list within the line, named by its number for who does not see it.
 * `<GapText id="q10" legend="Điền vào chỗ trống" maxLength={100} pieces={['Mật khẩu dài từ ', { name: 'g.a', number: 1, options: null }, ' ký tự.']} />`
 */
export function GapText({ id, legend, legendAs, hint, error, pieces, maxLength }: GapTextProps) {
  const t = useT('ui')
  return (
    <Fieldset {...{ id, legend, legendAs, hint, error }}>
      <p className="gap-text">
        {pieces.map((piece, i) => {
          if (typeof piece === 'string') return <span key={i}>{piece}</span>
          const { name, number, options, filled } = piece
          const control = {
            id: number === 1 ? id : `${id}-${number}`,
            name,
            className: 'field',
            'aria-label': t('gap.label', { number }),
            defaultValue: filled ?? '',
          }
          return options ? (
            <select key={i} {...control}>
              <option value="">{t('gap.choose', { number })}</option>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <input key={i} {...control} maxLength={maxLength} autoComplete="off" spellCheck={false} />
          )
        })}
      </p>
    </Fieldset>
  )
}
