import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { ItemKey } from '~/assessment/catalogue/ItemKey'
import type { DraftItem, ItemVersion } from '~/assessment/item'
import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Choice } from '~/ui/Choice'
import { Note } from '~/ui/Note'
import { Picture } from '~/ui/Picture'
import { Tag, type TagKind } from '~/ui/Tag'
import { lossText } from '../loss-text'
import type { PackChange, PreviewQuestion } from './batch'

type FoundPanelProps = { batchId: string; question: PreviewQuestion }

/** One found question: whether it is to be taken, what was left out and why, and how it will look. */
export function FoundPanel({ batchId, question }: FoundPanelProps) {
  const t = useT('interchange')
  const locale = useLocale()
  const { number, line, name, category, item, losses, taken, change } = question
  const where = [
    line === null ? null : t('preview.line', { line }),
    category.join(' / ') || null,
    name && item ? name : null,
  ].filter(Boolean)
  return (
    <section aria-labelledby={`q${number}`}>
      <h2 id={`q${number}`}>
        {t('preview.question', { number })} {item ? <Tag>{t(`sheet.kind.${item.kind}`)}</Tag> : null}{' '}
        {change ? <ChangeTag change={change} /> : null}
      </h2>
      {where.length > 0 ? <p className="small muted">{where.join(' · ')}</p> : null}
      {losses.length > 0 ? (
        <Note kind={item ? 'care' : 'stop'} title={t(item ? 'preview.losses' : 'preview.refused')}>
          <ul>
            {losses.map((loss, i) => (
              <li key={i}>{lossText(locale, loss)}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      {item ? (
        <>
          <Choice
            type="checkbox"
            tight
            name="take"
            value={String(number)}
            id={`take-${number}`}
            label={t('preview.take', { number })}
            checked={taken}
          />
          <ItemLook batchId={batchId} item={item} />
        </>
      ) : null}
    </section>
  )
}

function ChangeTag({ change }: { change: PackChange }) {
  const t = useT('interchange')
  const kinds: Record<PackChange, TagKind> = {
    new: 'now',
    newer: 'now',
    same: 'plain',
    older: 'care',
    conflict: 'bad',
  }
  return <Tag kind={kinds[change]}>{t(`change.${change}`)}</Tag>
}

/** In the languages that it has, with its key; the picture is served from the import until that is confirmed. */
function ItemLook({ batchId, item }: { batchId: string; item: DraftItem }) {
  const locale = useLocale()
  const { picture } = item
  const shown = withoutFigure(item)
  const spoken = (['vi', 'en'] as const).filter((each) => item.stem[each] || textIn(item, each))
  return (
    <>
      {picture?.figure ? (
        <Picture
          src={paths.questionImportPicture(batchId, picture.figure.hash)}
          alt={picture.alt[locale]}
          width={picture.figure.width}
          height={picture.figure.height}
        />
      ) : null}
      {spoken.length === 2 ? (
        <BothLanguages>{(each) => <ItemKey item={shown} locale={each} />}</BothLanguages>
      ) : (
        <div lang={spoken[0] ?? locale}>
          <ItemKey item={shown} locale={spoken[0] ?? locale} />
        </div>
      )}
    </>
  )
}

const textIn = (item: DraftItem, locale: 'vi' | 'en') => item.kind === 'gaps' && item.text[locale] !== ''

/** As the catalogue shows items: competency and level are not part of that look. */
function withoutFigure(item: DraftItem): ItemVersion {
  const { picture, ...rest } = item
  const bare =
    item.kind === 'point' && picture ? { ...rest, picture: { ...picture, figure: undefined } } : rest
  return { ...bare, id: '' } as unknown as ItemVersion
}
