import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { FileField } from '~/ui/FileField'
import { Picture } from '~/ui/Picture'
import { useEditor } from '../editor/editor-context'
import { TextPair } from '../editor/TextPair'
import { textAt } from '../form/form-tree'
import { figureField, figureIn } from './picture-field'
import { pictureLimits } from './picture-fault'

/** The picture of an item: to choose, to put another in its place, to take away; with its words in both languages. */
export function PictureFields({ needed }: { needed: boolean }) {
  const t = useT('studio')
  const { tree, errors } = useEditor()
  const said = textAt(tree, figureField)
  const figure = figureIn(said)
  const error = errors.pictureFile
  const choice = (
    <>
      <FileField
        id="pictureFile"
        name="pictureFile"
        label={t(said === '' ? 'picture.choose' : 'picture.replace')}
        hint={t('picture.hint', pictureLimits)}
        accept=".png,.jpg,.jpeg,.webp,.gif"
        error={error ? t(error as 'picture.fault.empty', pictureLimits) : undefined}
      />
      <p>
        <button className="btn quiet" name="intent" value="picture">
          {t('picture.upload')}
        </button>
      </p>
    </>
  )
  return (
    <div id="picture" tabIndex={-1}>
      <input type="hidden" name={figureField} value={said} />
      {said === '' ? (
        <details open={needed || error !== undefined}>
          <summary>{t(needed ? 'picture.title' : 'picture.add')}</summary>
          {choice}
        </details>
      ) : (
        <>
          <h2>{t('picture.title')}</h2>
          {figure ? (
            <Picture
              src={paths.figure(figure.hash)}
              alt={textAt(tree, 'picture.alt.vi')}
              width={figure.width}
              height={figure.height}
            />
          ) : (
            <p className="muted">{t('picture.noFile', { src: said })}</p>
          )}
          <TextPair name="picture.alt" path="picture.alt" label={t('field.alt')} />
          {choice}
          <p>
            <button className="link" name="intent" value="picture.remove" formNoValidate>
              {t('picture.remove')}
            </button>
          </p>
        </>
      )}
    </div>
  )
}
