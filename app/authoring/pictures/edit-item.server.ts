import type { DraftItem } from '~/assessment/item'
import { pressedAt } from '~/assessment/form-entries'
import { inTransaction, reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById } from '../drafts/find-draft.server'
import { editDraft, type EditOutcome } from '../editor/edit-draft.server'
import { fieldsOf, treeFrom } from '../form/form-tree'
import { itemLists } from '../items/item-parts'
import { spotsField, withRectangle, withSpot } from './area-spots'
import { figureField, figureIn, figureText, pictureText } from './picture-field'
import { pictureFault } from './picture-fault'
import { readPicture, storePicture } from './store-picture.server'

/** The field in which a picture is sent. */
const upload = 'pictureFile'

/**
 * What a button of an item's editor does with its form, its picture included. A picture that was sent is stored at once,
 * whatever else is wrong with the form: a file field cannot be filled again, so the form goes on with the stored one.
 */
export async function editItem(actor: Actor, id: string, form: FormData): Promise<EditOutcome> {
  authorise(actor, 'studio.write')
  const file = form.get(upload)
  form.delete(upload)
  keepKnown(id, form)
  if (file instanceof File && file.name !== '' && !form.has('switchLocale')) {
    const picture = await readPicture(new Uint8Array(await file.arrayBuffer()))
    if (picture.fault) {
      form.set('intent', 'again')
      const back = await editDraft(actor, id, form)
      return back.kind === 'typed' ? { ...back, errors: { [upload]: pictureFault(picture.fault) } } : back
    }
    const stored = await inTransaction((tx) => Promise.resolve(storePicture(tx, picture)))
    form.set(figureField, figureText(stored))
  }
  const spot = pressedAt(form)
  if (spot) {
    form.set(spotsField, withSpot(String(form.get(spotsField) ?? ''), spot))
    form.set('intent', 'again')
  }
  if (form.get('intent') === 'picture.remove') {
    form.set(figureField, '')
    form.set('intent', 'again')
  }
  if (form.get('intent') === 'area') {
    drawRectangle(form)
    form.set('intent', 'again')
  }
  return editDraft(actor, id, form)
}

/** A form can only name a picture that is stored here; any other stays as the draft has it. */
function keepKnown(id: string, form: FormData): void {
  const said = form.get(figureField)
  const hash = typeof said === 'string' ? figureIn(said)?.hash : undefined
  if (!hash) return
  const size = reader.sql.get<{ width: number; height: number }>(
    'SELECT width, height FROM Figure WHERE hash = ?',
    hash,
  )
  form.set(
    figureField,
    size ? figureText({ hash, ...size }) : pictureText((draftById(id).data as DraftItem).picture),
  )
}

function drawRectangle(form: FormData): void {
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
  const tree = withRectangle(treeFrom(fields), itemLists)
  for (const [name, value] of fieldsOf(tree)) form.set(name, value)
}
