import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tag } from '~/ui/Tag'
import { translationOf } from '../drafts/translation'
import { nameOfPath, type Tree } from '../form/form-tree'
import { itemFrom } from '../items/item-form'
import { itemLists } from '../items/item-parts'
import { textsOfItem } from '../items/item-texts'
import { AboutItem } from './AboutItem'
import autosaveUrl from './autosave.js?url'
import type { Typed } from './edit-draft.server'
import { EditorProvider } from './editor-context'
import { EditorSide } from './EditorSide'
import { ItemFields } from './ItemFields'
import { TextPair } from './TextPair'
import { UndoRemoved } from './UndoRemoved'
import { PictureFields } from '../pictures/PictureFields'
import { pictureLimits } from '../pictures/picture-fault'
import { useFaultText } from './fault-text'
import type { EditorView } from './view-editor.server'

type EditItemPageProps = { view: EditorView; tree: Tree; reply: Typed | null; notice?: ReactNode }

/** The editor of an item: both languages side by side, a plain form. */
export function EditItemPage({ view, tree, reply, notice }: EditItemPageProps) {
  const t = useT('studio')
  const faultText = useFaultText()
  const { draft, others } = view
  const shown = reply?.tree ?? tree
  const read = itemFrom(shown, draft.data)
  const item = 'data' in read ? read.data : null
  const errors = reply?.errors ?? {}
  const texts = new Map(textsOfItem(item ?? draft.data).map((text) => [text.path, text]))
  const stateOf = (path: string) => {
    const text = texts.get(path)
    return text ? translationOf(text, draft.confirmed) : 'empty'
  }
  const fieldOf = (path: string) => {
    const name = nameOfPath(shown, path)
    return texts.has(path) ? `${name}.vi` : name
  }
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.studio(), label: t('title') }, { label: draft.code || t('item.new') }]} />
      <PageTitle
        tag={<Tag kind={draft.state === 'returned' ? 'care' : 'plain'}>{t(`state.${draft.state}`)}</Tag>}
        under={
          <span id="save-state">
            {t('saved.at', { at: formatDateTime(draft.updatedAt), revision: draft.revision })}
          </span>
        }
        actions={
          <>
            <ButtonLink quiet to={paths.studioPreview(draft.id)}>
              {t('preview.see')}
            </ButtonLink>
            <button className="btn" form={mainFormId} name="intent" value="send">
              {t('send')}
            </button>
          </>
        }
      >
        {t('edit.title', { kind: t(`kind.${draft.data.kind}`) })}
      </PageTitle>
      <ErrorSummary
        title={reply && reply.faults.length > 0 ? t('send.faults') : undefined}
        errors={[
          ...Object.entries(errors).map(([name, key]) => ({
            fieldId: name,
            text: t(key as 'error.field', pictureLimits),
          })),
          ...(reply?.faults ?? []).map((fault) => ({
            fieldId: fault.path ? fieldOf(fault.path) : mainFormId,
            text: faultText(fault, shown),
          })),
        ]}
      />
      {notice}
      {others.map(({ name, at }) => (
        <Note key={name} kind="care" title={t('others.title')}>
          {t('others.text', { name, at: formatDateTime(at) })}
        </Note>
      ))}
      {draft.state === 'review' || draft.state === 'approved' ? (
        <Note kind="care">{t('edit.backToWriting')}</Note>
      ) : null}
      <EditorProvider value={{ tree: shown, errors, lists: itemLists, stateOf }}>
        <Columns kind="side">
          <form
            method="post"
            encType="multipart/form-data"
            id={mainFormId}
            tabIndex={-1}
            data-autosave={t('autosave.saved')}
            data-waiting={t('autosave.waiting')}
            data-failed={t('autosave.failed')}
          >
            <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
            <input type="hidden" name="seen" value={reply?.seen ?? draft.revision} />
            <UndoRemoved removed={reply?.removed ?? null} />
            <AboutItem view={view} />
            <TextPair name="stem" path="stem" label={t('field.stem')} rows={4} />
            <PictureFields needed={draft.data.kind === 'point'} />
            <h2>{t(`parts.${draft.data.kind}`)}</h2>
            <ItemFields kind={draft.data.kind} />
            <h2>{t('field.explanation')}</h2>
            <TextPair
              name="explanation"
              path="explanation"
              label={t('field.explanation')}
              hint={t('hint.explanation')}
              rows={3}
            />
            <div className="row buttons stay">
              <button className="btn" name="intent" value="save">
                {t('save')}
              </button>
              <a href={paths.studio()}>{t('leave')}</a>
            </div>
          </form>
          <EditorSide view={view} item={item} />
        </Columns>
      </EditorProvider>
      <script type="module" src={autosaveUrl} />
    </Main>
  )
}
