import { paths } from '~/paths'
import { figureField, figureIn } from './picture-field'

/** The picture that a field of an item's form says, without words: they stand in fields of their own. */
export function FigureSaid({ text }: { text: string }) {
  const figure = figureIn(text)
  if (!figure) return <>{text}</>
  const { hash, width, height } = figure
  return <img className="question-picture" src={paths.figure(hash)} alt="" width={width} height={height} />
}

/** Whether a field of a form says a picture. */
export const saysFigure = (name: string, text: string) => name === figureField && figureIn(text) !== null
