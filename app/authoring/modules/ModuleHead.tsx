import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import { Tag } from '~/ui/Tag'
import type { DraftRow } from '../drafts/find-draft.server'
import type { Typed } from '../editor/edit-draft.server'
import type { DraftModule } from './draft-module'

type ModuleHeadProps = {
  draft: Omit<DraftRow, 'data'> & { data: DraftModule }
  others: { name: string; at: string }[]
  current: 'module' | 'quiz' | 'figures' | null
  title: ReactNode
  actions?: ReactNode
  reply: Typed | null
}

/** The head of every page on which a module is written: where one is, its state, who else is at it, what could not be kept. */
export function ModuleHead({ draft, others, current, title, actions, reply }: ModuleHeadProps) {
  const t = useT('modules')
  const studio = useT('studio')
  const { data } = draft
  const name = data.title.vi || data.title.en || t('untitled')
  const tabs = [
    ['module', paths.studioModule(draft.id), t('tab.module'), data.lessons.length],
    ['quiz', paths.studioQuiz(draft.id), t('tab.quiz'), data.quiz.items.length],
    ['figures', paths.studioFigures(draft.id), t('tab.figures'), Object.keys(data.figures).length],
  ] as const
  return (
    <>
      <Crumbs
        items={[
          { to: paths.studio(), label: studio('title') },
          current === 'module' ? { label: name } : { to: paths.studioModule(draft.id), label: name },
          ...(current === 'module' ? [] : [{ label: title }]),
        ]}
      />
      <PageTitle
        tag={<Tag kind={draft.state === 'returned' ? 'care' : 'plain'}>{studio(`state.${draft.state}`)}</Tag>}
        under={
          <span id="save-state">
            {studio('saved.at', { at: formatDateTime(draft.updatedAt), revision: draft.revision })}
          </span>
        }
        actions={actions}
      >
        {title}
      </PageTitle>
      <Tabs
        label={t('tabs')}
        items={tabs.map(([key, to, label, count]) => ({ to, label, count, current: key === current }))}
      />
      <ErrorSummary
        errors={Object.entries(reply?.errors ?? {}).map(([fieldId, key]) => ({
          fieldId,
          text: studio(key as 'error.field'),
        }))}
      />
      {others.map((other) => (
        <Note key={other.name} kind="care" title={studio('others.title')}>
          {studio('others.text', { name: other.name, at: formatDateTime(other.at) })}
        </Note>
      ))}
      {draft.state === 'review' || draft.state === 'approved' ? (
        <Note kind="care">{studio('edit.backToWriting')}</Note>
      ) : null}
    </>
  )
}
