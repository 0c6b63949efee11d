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
import autosaveUrl from '../editor/autosave.js?url'
import type { Typed } from '../editor/edit-draft.server'
import { EditorProvider } from '../editor/editor-context'
import { Choosing, Line } from '../editor/ItemFields'
import { Parts } from '../editor/Part'
import { TextPair } from '../editor/TextPair'
import { UndoRemoved } from '../editor/UndoRemoved'
import { nameOfPath, type Tree } from '../form/form-tree'
import { sectionKinds } from './draft-form'
import { estimateMinutes } from './estimate-minutes'
import { useFormFault } from './form-fault'
import { FormSide } from './FormSide'
import { SectionFields } from './SectionFields'
import { surveyLists } from './survey-parts'
import { surveyFrom } from './survey-tree'
import { textsOfForm } from './whole-form'
import type { FormBank, FormEditorView } from './view-form-editor.server'

type EditFormPageProps = { view: FormEditorView; bank: FormBank; tree: Tree; reply: Typed | null }

/** The editor of a survey form: what it is, and its sections in order, in both languages side by side. */
export function EditFormPage({ view, bank, tree, reply }: EditFormPageProps) {
  const t = useT('studio')
  const f = useT('forms')
  const faultText = useFormFault()
  const { draft, others } = view
  const shown = reply?.tree ?? tree
  const read = surveyFrom(shown, draft.data)
  const data = 'data' in read ? read.data : draft.data
  const errors = reply?.errors ?? {}
  const faults = reply?.faults ?? []
  const texts = new Map(textsOfForm(data).map((text) => [text.path, text]))
  const stateOf = (path: string) => {
    const text = texts.get(path)
    return text ? translationOf(text, draft.confirmed) : 'empty'
  }
  const fieldOf = (path: string) =>
    texts.has(path) ? `${nameOfPath(shown, path)}.vi` : nameOfPath(shown, path)
  const faulty = [
    ...Object.keys(errors),
    ...faults.flatMap(({ path }) => (path ? [nameOfPath(shown, path)] : [])),
  ]
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.studio(), label: t('title') }, { label: draft.code || f('new') }]} />
      <PageTitle
        tag={<Tag kind={draft.state === 'returned' ? 'care' : 'plain'}>{t(`state.${draft.state}`)}</Tag>}
        under={
          <span id="save-state">
            {t('saved.at', { at: formatDateTime(draft.updatedAt), revision: draft.revision })}
          </span>
        }
        actions={
          <>
            <ButtonLink quiet to={paths.formPreview(draft.id)}>
              {f('preview.see')}
            </ButtonLink>
            <button className="btn" form={mainFormId} name="intent" value="send">
              {t('send')}
            </button>
          </>
        }
      >
        {f('edit.title')}
      </PageTitle>
      <ErrorSummary
        title={faults.length > 0 ? t('send.faults') : undefined}
        errors={[
          ...Object.entries(errors).map(([fieldId, key]) => ({ fieldId, text: t(key as 'error.field') })),
          ...faults.map((fault) => ({
            fieldId: fault.path ? fieldOf(fault.path) : mainFormId,
            text: faultText(fault, shown),
          })),
        ]}
      />
      {others.map(({ name, at }) => (
        <Note key={name} kind="care" title={t('others.title')}>
          {t('others.text', { name, at: formatDateTime(at) })}
        </Note>
      ))}
      {draft.state === 'review' || draft.state === 'approved' ? (
        <Note kind="care">{t('edit.backToWriting')}</Note>
      ) : null}
      <EditorProvider value={{ tree: shown, errors, lists: surveyLists, stateOf }}>
        <Columns kind="side">
          <form
            method="post"
            id={mainFormId}
            tabIndex={-1}
            data-autosave={t('autosave.saved')}
            data-waiting={t('autosave.waiting')}
            data-failed={t('autosave.failed')}
          >
            <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
            <input type="hidden" name="seen" value={reply?.seen ?? draft.revision} />
            <UndoRemoved removed={reply?.removed ?? null} />
            <TextPair name="title" path="title" label={f('field.title')} rows={1} />
            <TextPair name="intro" path="intro" label={f('field.intro')} hint={f('hint.intro')} rows={3} />
            <Choosing
              name="who"
              label={f('field.who')}
              options={(['staff', 'team', 'commune'] as const).map((who) => [who, f(`who.${who}`)])}
            />
            <Line
              name="minutes"
              label={f('field.minutes')}
              hint={f('hint.minutes', { minutes: estimateMinutes(data.sections) })}
              decimal
            />
            <h2>{f('sections')}</h2>
            <Parts
              name="sections"
              path="sections"
              copies
              before={
                <Choosing
                  name="newSection"
                  label={f('field.newSection')}
                  options={sectionKinds.map((kind) => [kind, f(`section.${kind}`)])}
                />
              }
            >
              {(part) => <SectionFields {...part} view={view} bank={bank} faulty={faulty} />}
            </Parts>
            <div className="row buttons stay">
              <button className="btn" name="intent" value="save">
                {t('save')}
              </button>
              <a href={paths.studio()}>{t('leave')}</a>
            </div>
          </form>
          <FormSide view={view} data={data} tree={shown} />
        </Columns>
      </EditorProvider>
      <script type="module" src={autosaveUrl} />
    </Main>
  )
}
