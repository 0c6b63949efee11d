import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EssayText } from '../marking/EssayText'
import type { NoteKind } from '~/ui/Note'
import { Note } from '~/ui/Note'
import { MarkedPicture, PictureMarks } from '~/ui/Picture'
import { Tag } from '~/ui/Tag'
import { wholePercent } from './attempt'
import type { Feedback, FeedbackPart, Verdict } from './feedback'

export const verdictNotes: Record<Verdict, NoteKind> = {
  right: 'done',
  partly: 'care',
  wrong: 'care',
  unknown: 'info',
  waiting: 'info',
}

/** What an answered question says: how the answer was, each part with its why, and the explanation. */
export function FeedbackPanel({ feedback }: { feedback: Feedback }) {
  const t = useT('learning')
  const marking = useT('marking')
  const locale = useLocale()
  const { verdict, score, question, parts, essay, explanation } = feedback
  const percent = wholePercent(score ?? 0)
  return (
    <>
      <h1 className="question">{question}</h1>
      <Note kind={verdictNotes[verdict]} role="status" title={t(`quiz.verdict.${verdict}`)}>
        {verdict === 'partly'
          ? t('quiz.points', { points: formatNumber(locale, percent / 100, percent % 10 === 0 ? 1 : 2) })
          : null}
        {verdict === 'unknown' ? t('quiz.verdict.unknown.text') : null}
        {verdict === 'waiting' ? marking('learner.waiting') : null}
      </Note>
      {feedback.picture ? <ShownPicture picture={feedback.picture} /> : null}
      {essay ? (
        <>
          <h2>{marking('learner.answer')}</h2>
          <EssayText text={essay.text} />
          {essay.comment ? (
            <>
              <h2>{marking('learner.comment')}</h2>
              <EssayText text={essay.comment} />
            </>
          ) : null}
          <h2>{marking('learner.criteria')}</h2>
        </>
      ) : null}
      <FeedbackParts feedback={feedback} parts={parts} />
      <h2>{t('quiz.why')}</h2>
      <p>{explanation}</p>
    </>
  )
}

function ShownPicture({ picture }: { picture: NonNullable<Feedback['picture']> }) {
  const { hash, areas, mark, ...size } = picture
  return (
    <MarkedPicture
      picture={{ src: hash === null ? null : paths.figure(hash), ...size }}
      marks={<PictureMarks width={size.width} height={size.height} grid={null} areas={areas} mark={mark} />}
    />
  )
}

type PartsProps = { feedback: Pick<Feedback, 'kind'>; parts: FeedbackPart[] }

/** The parts of an answered item, each with a word on right or wrong, what the learner said, and why. */
export function FeedbackParts({ feedback: { kind }, parts }: PartsProps) {
  const isChoice = kind === 'single' || kind === 'multiple' || kind === 'point'
  return (
    <ul className="verdicts">
      {parts.map((part) => (
        <li key={part.key} className={lookOf(part)}>
          <Rightness part={part} isChoice={isChoice} />
          <p>
            <b>{kind === 'ordering' ? `${part.correct ?? ''}. ${part.label}` : part.label}</b>
          </p>
          <RowNote kind={kind} part={part} />
          {part.points ? <CriterionPoints points={part.points} /> : null}
          {part.why ? <p>{part.why}</p> : null}
        </li>
      ))}
    </ul>
  )
}

function CriterionPoints({ points: { given, most } }: { points: { given: number; most: number } }) {
  const t = useT('marking')
  return <p>{t('learner.points', { given, most })}</p>
}

function lookOf({ right, chosen }: FeedbackPart): string | undefined {
  if (right) return 'right'
  return chosen ? 'missed' : undefined
}

function Rightness({ part, isChoice }: { part: FeedbackPart; isChoice: boolean }) {
  const t = useT('learning')
  const { right, chosen } = part
  if (right === null) return null
  return (
    <p className="small">
      {right ? (
        <Tag kind="ok">{t('quiz.part.right')}</Tag>
      ) : (
        <Tag kind={chosen ? 'care' : 'plain'}>{t('quiz.part.wrong')}</Tag>
      )}
      {isChoice && chosen ? t('quiz.part.chosen') : null}
    </p>
  )
}

/** Kinds whose parts have one answer in words. */
const answered: ReadonlySet<Feedback['kind']> = new Set(['truefalse', 'short', 'gaps'])

/** What belongs to a row, and what the learner put there instead. */
function RowNote({ kind, part }: { kind: Feedback['kind']; part: FeedbackPart }) {
  const t = useT('learning')
  const { yours, correct, right } = part
  const missed = right === false && yours !== undefined ? yours : null
  return (
    <>
      {answered.has(kind) && correct !== undefined ? <p>{t('quiz.part.answer', { text: correct })}</p> : null}
      {kind === 'matching' ? <p>{t('quiz.part.goesWith', { text: correct ?? '' })}</p> : null}
      {missed === null ? null : (
        <p className="muted">
          {t(kind === 'ordering' ? 'quiz.part.yourPlace' : 'quiz.part.yours', { text: missed })}
        </p>
      )}
    </>
  )
}
