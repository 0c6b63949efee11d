import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { Note } from '~/ui/Note'
import { MarkedPicture, PictureMarks } from '~/ui/Picture'
import { Tag } from '~/ui/Tag'
import type { ItemVersion } from '../item'
import { pictureOf } from '../present'
import { ChoiceKey, EssayKey, GapsKey, TypedKey } from './KindKeys'

type ItemKeyProps = { item: ItemVersion; locale: Locale }

/** An item in one language with its right answer and the explanation. */
export function ItemKey({ item, locale }: ItemKeyProps) {
  const t = getT(locale, 'teach')
  return (
    <section className="panel">
      <p className="small muted">{t('item.language')}</p>
      <h2>{item.stem[locale]}</h2>
      <KeyPicture item={item} locale={locale} />
      {keyOf(item, locale)}
      {item.explanation[locale] ? (
        <Note title={t('item.explanation')}>{item.explanation[locale]}</Note>
      ) : null}
    </section>
  )
}

function keyOf(item: ItemVersion, locale: Locale): ReactNode {
  const t = getT(locale, 'teach')
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          <ChoiceKey options={item.options} locale={locale} />
          {'scoring' in item && item.scoring === 'all' ? <p>{t('item.allOrNothing')}</p> : null}
        </>
      )
    case 'truefalse':
      return (
        <>
          <dl className="facts">
            {item.statements.map(({ id, correct, feedback, ...statement }) => (
              <div key={id}>
                <dt>{statement[locale]}</dt>
                <dd>
                  {getT(locale, 'survey')(correct ? 'rows.true' : 'rows.false')}
                  {feedback ? <div className="small muted">{feedback[locale]}</div> : null}
                </dd>
              </div>
            ))}
          </dl>
          {item.scoring === 'all' ? <p>{t('item.allOrNothing')}</p> : null}
        </>
      )
    case 'short':
      return <TypedKey answers={item.answers} exact={item.exact} locale={locale} />
    case 'gaps':
      return <GapsKey item={item} locale={locale} />
    case 'point':
      return (
        <ul>
          {item.areas.map(({ id, name, correct, feedback }) => (
            <li key={id}>
              {name[locale]} {correct ? <Tag kind="ok">{t('item.right')}</Tag> : null}
              {feedback ? <div className="small muted">{feedback[locale]}</div> : null}
            </li>
          ))}
        </ul>
      )
    case 'essay':
      return <EssayKey item={item} locale={locale} />
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

/** The picture of the stem; of a picture to point at, with all areas. */
function KeyPicture({ item, locale }: ItemKeyProps) {
  const { picture } = pictureOf(item, locale)
  if (!picture) return null
  const { hash, ...size } = picture
  const areas =
    item.kind === 'point' ? item.areas.map(({ shape, at, correct }) => ({ shape, at, right: correct })) : []
  return (
    <MarkedPicture
      picture={{ src: hash === null ? null : paths.figure(hash), ...size }}
      marks={<PictureMarks width={size.width} height={size.height} grid={null} areas={areas} />}
    />
  )
}
