import { Drawing } from '~/gaps/charts/Drawing'
import { useT } from '~/platform/i18n/react'
import { SampleStrip } from '~/ui/SampleStrip'
import { ScrollBox } from '~/ui/ScrollBox'
import { keepRanges } from './keep-ranges'
import type { Lines } from './plan-lines'
import type { Slide } from './slide'

type Props = {
  slide: Slide
  at: { number: number; of: number }
  /** The slides before and after, by their anchors. */
  before?: string
  after?: string
  /** Of which province, campaign and day. */
  under: string
  sample: boolean
}

/** One page for the wall: the sentence first, under it what it rests on. */
export function SlideSheet({ slide, at, before, after, under, sample }: Props) {
  const t = useT('meeting')
  const { key, topic, sentence, more, figure, chart, lists } = slide
  const isTitle = key === 'title'
  return (
    <section
      id={`slide-${key}`}
      className={isTitle ? 'slide opening' : 'slide'}
      aria-labelledby={`said-${key}`}
    >
      {sample ? <SampleStrip /> : null}
      {isTitle ? null : <p className="slide-topic">{topic}</p>}
      <h2 id={`said-${key}`}>{keepRanges(sentence)}</h2>
      {more ? <p className="slide-more">{keepRanges(more)}</p> : null}
      {figure ? (
        <p className="slide-figure">
          <b>{figure.value}</b> {keepRanges(figure.beside)}
        </p>
      ) : null}
      {chart ? (
        <ScrollBox label={chart.title}>
          <h3>{chart.title}</h3>
          <Drawing scene={chart.body} title={chart.title} description={chart.description} name={chart.name} />
        </ScrollBox>
      ) : null}
      {lists && lists.length > 0 ? (
        <div className="slide-lists">
          {lists.map((each) => (
            <SlideLines key={each.title} lines={each} />
          ))}
        </div>
      ) : null}
      <footer>
        {chart ? <p>{chart.source}</p> : null}
        <p className="row between">
          <span>{under}</span>
          <span>{t('slide.number', at)}</span>
        </p>
        <p className="row no-print">
          {before ? <a href={`#${before}`}>{t('slide.before')}</a> : null}
          <a href="#slides">{t('slide.index')}</a>
          {after ? <a href={`#${after}`}>{t('slide.after')}</a> : null}
        </p>
      </footer>
    </section>
  )
}

function SlideLines({ lines: { title, items } }: { lines: Lines }) {
  return (
    <div>
      {title ? <h3>{title}</h3> : null}
      <ul>
        {items.map((item) => (
          <li key={item}>{keepRanges(item)}</li>
        ))}
      </ul>
    </div>
  )
}
