import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { Tag } from '~/ui/Tag'
import type { Item } from '../item'
import { gapMarker } from '../item'

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>
type Weighed = { weight?: number }

function Weight({ weight, locale }: Weighed & { locale: Locale }) {
  if (weight === undefined) return null
  const digits = Number.isInteger(weight) ? 0 : 2
  return (
    <span className="small muted">
      {' '}
      {getT(locale, 'teach')('item.weight', { weight: formatNumber(locale, weight, digits) })}
    </span>
  )
}

type ChoiceProps = { options: Of<'single'>['options']; locale: Locale }

/** The options of a choice, the right ones marked. */
export function ChoiceKey({ options, locale }: ChoiceProps) {
  const t = getT(locale, 'teach')
  return (
    <ul>
      {options.map((option) => (
        <li key={option.id}>
          {option[locale]} {option.correct ? <Tag kind="ok">{t('item.right')}</Tag> : null}
          <Weight weight={option.weight} locale={locale} />
          {option.feedback ? <div className="small muted">{option.feedback[locale]}</div> : null}
        </li>
      ))}
    </ul>
  )
}

type TypedProps = { answers: Of<'short'>['answers']; exact?: boolean; locale: Locale }

/** What may be typed. */
export function TypedKey({ answers, exact, locale }: TypedProps) {
  const t = getT(locale, 'teach')
  return (
    <>
      <p>{t('item.accepted')}</p>
      <ul>
        {answers.flatMap(({ id, weight, feedback, ...texts }) =>
          texts[locale].trim() === ''
            ? []
            : [
                <li key={id}>
                  {texts[locale]}
                  <Weight weight={weight} locale={locale} />
                  {feedback ? <div className="small muted">{feedback[locale]}</div> : null}
                </li>,
              ],
        )}
      </ul>
      <p className="muted">{t(exact ? 'item.exact' : 'item.loose')}</p>
    </>
  )
}

/** A text with its gaps numbered, then the key of each. */
export function GapsKey({ item, locale }: { item: Of<'gaps'>; locale: Locale }) {
  const t = getT(locale, 'teach')
  const order = item.gaps.map(({ id }) => id)
  const pieces = item.text[locale].split(gapMarker)
  return (
    <>
      <p>{pieces.map((piece, i) => (i % 2 === 0 ? piece : `[${order.indexOf(piece) + 1}]`)).join('')}</p>
      {item.gaps.map((gap, i) => (
        <section key={gap.id}>
          <h3>{t('item.gap', { number: i + 1 })}</h3>
          {'options' in gap ? (
            <ChoiceKey options={gap.options} locale={locale} />
          ) : (
            <TypedKey answers={gap.answers} exact={gap.exact} locale={locale} />
          )}
        </section>
      ))}
    </>
  )
}

/** The rubric of a long answer. */
export function EssayKey({ item, locale }: { item: Of<'essay'>; locale: Locale }) {
  const t = getT(locale, 'teach')
  return (
    <>
      <p>{t('item.most', { count: item.most })}</p>
      {item.rubric.map(({ id, name, levels }) => (
        <section key={id}>
          <h3>{name[locale]}</h3>
          <ul>
            {levels.map((level, i) => (
              <li key={i}>
                {level[locale]} <span className="muted">{t('item.points', { count: level.points })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
