import { formatPercent } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { AnswerCounts } from './conditions'

type Props = {
  title: string
  answers: AnswerCounts[]
  /** Said where nobody was asked. */ empty?: string
  /** Only so many of the most frequent answers. */ most?: number
}

/** How often each answer was given, question by question. */
export function AnswersPanel({ title, answers, empty, most = Infinity }: Props) {
  const t = useT('gaps')
  if (answers.length === 0 && !empty) return null
  return (
    <Panel title={title}>
      {answers.length === 0 ? <p>{empty}</p> : null}
      {answers.map((each) => (
        <AnswerTable key={each.question.vi} answers={each} most={most} />
      ))}
      {answers.some(({ counts }) => counts.length > most) ? (
        <p className="small muted">{t('opinions.most', { count: most })}</p>
      ) : null}
    </Panel>
  )
}

function AnswerTable({ answers, most }: { answers: AnswerCounts; most: number }) {
  const t = useT('gaps')
  const locale = useLocale()
  const { question, n, counts } = answers
  if (n === null) {
    return (
      <p>
        {question[locale]} <span className="muted">{t('hidden.why')}</span>
      </p>
    )
  }
  return (
    <Table
      caption={t('answers.caption', { question: question[locale], count: n })}
      rows={counts.slice(0, most)}
      rowKey={({ name }) => name.vi}
      empty={t('answers.none')}
      columns={[
        { key: 'name', label: t('answers.answer'), cell: ({ name }) => name[locale] },
        { key: 'count', label: t('answers.people'), align: 'end', cell: ({ count }) => count },
        {
          key: 'share',
          label: t('answers.share'),
          align: 'end',
          cell: ({ count }) => formatPercent(locale, count / n),
        },
      ]}
    />
  )
}
