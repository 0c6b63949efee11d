import { useT } from '~/platform/i18n/react'
import { Fieldset, type FieldsetProps } from './Fieldset'
import { Picture, PictureMarks, type PictureProps } from './Picture'
import { Select } from './Select'

export type PicturePointProps = FieldsetProps & {
  picture: PictureProps
  grid: { columns: readonly string[]; rows: readonly string[] }
  /** What was pressed, in thousandths, and the square in which it lies. */
  pressed?: { at: readonly [number, number]; square: string } | null
  column?: string
  row?: string
}

/** The picture is shown in one of these widths, as the screen has room: the server has to know how wide it was. */
const widths = [
  { width: 240, look: 'narrow' },
  { width: 560, look: 'wide' },
] as const

/**
 * A place on a picture: pressed, which sends the form and comes back with a mark, or a square of the grid by two lists.
 * A press arrives as `p<width>x<height>.x` and `.y`; read it with pressedAt() of assessment/form-entries.
 */
export function PicturePoint(props: PicturePointProps) {
  const { id, legend, legendAs, hint, error, picture, grid, pressed, column, row } = props
  const t = useT('ui')
  const options = (names: readonly string[]) => names.map((value) => ({ value, label: value }))
  return (
    <Fieldset {...{ id, legend, legendAs, hint, error }}>
      {picture.src === null ? (
        <Picture {...picture} />
      ) : (
        widths.map(({ width, look }) => {
          const height = Math.round((width * picture.height) / picture.width)
          return (
            <div key={look} id={`${id}-${look}`} className={`marked-picture gridded ${look}`}>
              {/* Not in the order of the keyboard, which has the lists: a key would press a corner. */}
              <input
                type="image"
                name={`p${width}x${height}`}
                src={picture.src!}
                alt={picture.alt}
                width={width}
                height={height}
                formAction={`#${id}-${look}`}
                tabIndex={-1}
              />
              <PictureMarks width={width} height={height} grid={grid} mark={pressed?.at} />
            </div>
          )
        })
      )}
      {pressed ? (
        <p role="status">
          <input type="hidden" name="p" value={pressed.at.join(',')} />
          {t('point.pressed', { square: pressed.square })}
        </p>
      ) : null}
      <div className="row point-square">
        <Select
          id={id}
          name="q.c"
          label={t('point.column')}
          options={options(grid.columns)}
          defaultValue={column ?? ''}
          placeholder={pressed ? '–' : true}
        />
        <Select
          id={`${id}-row`}
          name="q.r"
          label={t('point.row')}
          options={options(grid.rows)}
          defaultValue={row ?? ''}
          placeholder={pressed ? '–' : true}
        />
      </div>
    </Fieldset>
  )
}
