import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Picture } from '~/ui/Picture'
import { TextArea } from '~/ui/TextArea'
import { EssayText } from './EssayText'
import type { MarkOutcome } from './mark-answer.server'
import { levelField, markLimits, type TypedMark } from './mark-form'
import type { AnswerView } from './view-answer.server'

export type MarkReply = { typed: TypedMark; outcome: Exclude<MarkOutcome, { kind: 'saved' }> | null }
type MarkAnswerPageProps = { view: AnswerView; reply: MarkReply | null; saved: boolean }

/** One long answer beside its rubric; nothing says whose it is. */
export function MarkAnswerPage({ view, reply, saved }: MarkAnswerPageProps) {
  const t = useT('marking')
  const outcome = reply?.outcome
  const fault = outcome?.kind === 'fault' ? outcome.fault : null
  const typed = reply?.typed ?? view.mark ?? { levels: {}, comment: '' }
  const criterionError = (id: string) => (fault?.criteria.includes(id) ? t('error.level') : undefined)
  const long = fault?.long ? t('error.comment', { max: markLimits.comment }) : undefined
  const { picture } = view
  return (
    <Main>
      <Crumbs items={[{ to: paths.marking(), label: t('list.title') }, { label: t('answer.crumb') }]} />
      <PageTitle
        under={
          view.markedAt ? t('answer.markedAt', { at: formatDateTime(view.markedAt) }) : t('answer.waits')
        }
      >
        {t('answer.title')}
      </PageTitle>
      <ErrorSummary
        errors={[
          ...view.criteria.flatMap(({ id, name }) =>
            criterionError(id) ? [{ fieldId: levelField(id), text: t('error.levelOf', { name }) }] : [],
          ),
          ...(long ? [{ fieldId: 'comment', text: long }] : []),
        ]}
      />
      {saved && !reply ? (
        <Note kind="done" role="status">
          {t('savedNext')}
        </Note>
      ) : null}
      {outcome && outcome.kind !== 'fault' ? (
        <Note kind="care" role="alert" title={t(`${outcome.kind}.title`)}>
          {t(`${outcome.kind}.text`)}
          {view.mark ? <GivenMark view={view} mark={view.mark} /> : null}
        </Note>
      ) : null}
      <Panel title={t('answer.question')}>
        <p className="kept-lines">{view.question}</p>
        {picture ? (
          <Picture {...picture} src={picture.hash === null ? null : paths.figure(picture.hash)} />
        ) : null}
        <details>
          <summary>{t('answer.explanation')}</summary>
          <p className="kept-lines">{view.explanation}</p>
        </details>
      </Panel>
      <h2>{t('answer.text')}</h2>
      <EssayText text={view.text} />
      <h2>{t('answer.rubric')}</h2>
      {view.closed && view.mark ? (
        <>
          <p>{t('answer.closed', { days: markLimits.days })}</p>
          <GivenMark view={view} mark={view.mark} />
          <form method="post" id={mainFormId} hidden />
        </>
      ) : (
        <form method="post" id={mainFormId} noValidate>
          <input type="hidden" name="seen" value={view.revision} />
          {view.criteria.map(({ id, name, levels }) => (
            <ChoiceGroup
              key={id}
              id={levelField(id)}
              name={levelField(id)}
              type="radio"
              legend={name}
              error={criterionError(id)}
              options={levels.map(({ points, words }, place) => ({
                value: String(place),
                label: words,
                hint: t('answer.points', { points }),
                checked: typed.levels[id] === place,
              }))}
            />
          ))}
          <TextArea
            id="comment"
            name="comment"
            label={t('answer.comment')}
            hint={t('answer.commentHint', { max: markLimits.comment })}
            optional
            rows={4}
            defaultValue={typed.comment}
            error={long}
          />
          <ButtonRow>
            <Button>{t(view.mark ? 'answer.change' : 'answer.save')}</Button>
            {view.next ? <a href={paths.markAnswer(view.next)}>{t('answer.skip')}</a> : null}
          </ButtonRow>
          <p className="small muted">{t('answer.until', { days: markLimits.days })}</p>
        </form>
      )}
    </Main>
  )
}

function GivenMark({ view, mark }: { view: AnswerView; mark: TypedMark }) {
  const t = useT('marking')
  const levels = view.criteria.map(({ id, name, levels }) => {
    const level = levels[mark.levels[id]!]!
    return { term: name, description: `${t('answer.points', { points: level.points })} – ${level.words}` }
  })
  const comment = mark.comment ? [{ term: t('learner.comment'), description: mark.comment }] : []
  return <DefinitionList items={[...levels, ...comment]} />
}
