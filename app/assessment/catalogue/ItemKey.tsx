import type { ReactNode } from 'react'
import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { Note } from '~/ui/Note'
import { Tag } from '~/ui/Tag'
import type { ItemVersion } from '../item'

type ItemKeyProps = { item: ItemVersion; locale: Locale }

/** An item in one language with its right answer and the explanation. */
export function ItemKey({ item, locale }: ItemKeyProps) {
  const t = getT(locale, 'teach')
  return (
    <section className="panel">
      <p className="small muted">{t('item.language')}</p>
      <h2>{item.stem[locale]}</h2>
      {keyOf(item, locale)}
      <Note title={t('item.explanation')}>{item.explanation[locale]}</Note>
    </section>
  )
}

function keyOf(item: ItemVersion, locale: Locale): ReactNode {
  const t = getT(locale, 'teach')
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return (
        <ul>
          {item.options.map((option) => (
            <li key={option.id}>
              {option[locale]} {option.correct ? <Tag kind="ok">{t('item.right')}</Tag> : null}
              {option.feedback ? <div className="small muted">{option.feedback[locale]}</div> : null}
            </li>
          ))}
        </ul>
      )
    case 'matching':
      return (
        <>
          <dl className="facts">
            {item.pairs.map(({ id, left, right, feedback }) => (
              <div key={id}>
                <dt>{left[locale]}</dt>
                <dd>
                  {right[locale]}
                  {feedback ? <div className="small muted">{feedback[locale]}</div> : null}
                </dd>
              </div>
            ))}
          </dl>
          {item.extra?.length ? (
            <p className="muted">
              {t('item.extra', { names: item.extra.map((each) => each[locale]).join('; ') })}
            </p>
          ) : null}
        </>
      )
    case 'ordering':
      return (
        <ol>
          {item.steps.map((step) => (
            <li key={step.id}>{step[locale]}</li>
          ))}
        </ol>
      )
    case 'numeric': {
      const digits = Number.isInteger(item.answer) ? 0 : 2
      const answer = `${formatNumber(locale, item.answer, digits)} ${item.unit?.[locale] ?? ''}`.trim()
      const tolerance = formatNumber(locale, item.tolerance, Number.isInteger(item.tolerance) ? 0 : 2)
      return (
        <p>
          {item.tolerance > 0
            ? t('item.numericWithin', { answer, tolerance })
            : t('item.numeric', { answer })}
        </p>
      )
    }
  }
}
