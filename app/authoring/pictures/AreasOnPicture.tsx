import { squareOf } from '~/assessment/picture-areas'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { PictureMarks } from '~/ui/Picture'
import { useEditor } from '../editor/editor-context'
import { textAt } from '../form/form-tree'
import { drawnAreas, spotsField, spotsIn } from './area-spots'
import { figureField, figureIn } from './picture-field'

/** The picture is shown in one of these widths, as the screen has room: the server has to know how wide it was. */
const widths = [
  { width: 240, look: 'narrow' },
  { width: 560, look: 'wide' },
] as const

/** The areas of an item drawn on its picture as they are typed. Two presses on the picture make corners of a new one. */
export function AreasOnPicture() {
  const t = useT('studio')
  const { tree } = useEditor()
  const figure = figureIn(textAt(tree, figureField))
  if (!figure) return <p className="muted">{t('areas.noPicture')}</p>
  const said = textAt(tree, spotsField)
  const spots = spotsIn(said)
  const areas = drawnAreas(tree)
  return (
    <>
      <p className="hint">{t('areas.hint')}</p>
      {widths.map(({ width, look }) => {
        const height = Math.round((width * figure.height) / figure.width)
        return (
          <div key={look} id={`areas-${look}`} className={`marked-picture ${look}`}>
            {/* Not in the order of the keyboard, which has the fields: a key would press a corner. */}
            <input
              type="image"
              name={`p${width}x${height}`}
              src={paths.figure(figure.hash)}
              alt={t('areas.press')}
              width={width}
              height={height}
              formAction={`#areas-${look}`}
              formNoValidate
              tabIndex={-1}
            />
            <PictureMarks width={width} height={height} grid={null} areas={areas} mark={spots.at(-1)} />
          </div>
        )
      })}
      <input type="hidden" name={spotsField} value={said} />
      {spots.length > 0 ? (
        <p role="status">
          {spots
            .map((spot, i) =>
              t('areas.spot', { number: i + 1, x: spot[0], y: spot[1], square: squareOf(spot) }),
            )
            .join(' ')}{' '}
          {spots.length === 2 ? null : t('areas.second')}
        </p>
      ) : null}
      {spots.length === 2 ? (
        <p>
          <button className="btn quiet" name="intent" value="area" formNoValidate>
            {t('areas.make')}
          </button>
        </p>
      ) : null}
    </>
  )
}
