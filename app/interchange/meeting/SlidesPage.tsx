import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import type { SlidesView } from './make-slides.server'
import { SlideSheet } from './SlideSheet'
import type { Slide, SlideKey } from './slide'

type Props = { view: SlidesView; without: SlideKey[] }

/** A province's report as slides one under the other: one a page where they are printed. */
export function SlidesPage({ view: { campaign, date, slides }, without }: Props) {
  const t = useT('meeting')
  const locale = useLocale()
  const title = t('slides.title', { province: campaign.province })
  const shown = slides.filter(({ key }) => !without.includes(key))
  const under = t('slide.under', { province: campaign.province, campaign: campaign.title[locale], date })
  const anchor = (slide: Slide | undefined) => slide && `slide-${slide.key}`
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs
          items={[
            { to: paths.gaps(campaign.id), label: t('crumb.report') },
            { to: paths.gapsFiles(campaign.id), label: t('files.title') },
            { label: t('slides.name') },
          ]}
        />
        <PageTitle under={campaign.title[locale]} lead={t('slides.lead', { count: shown.length })}>
          {title}
        </PageTitle>
        <Panel title={t('slides.index')} id="slides">
          <form action={paths.gapsSlides(campaign.id)}>
            <ol className="slide-index">
              {slides.map(({ key, topic }) => (
                <li key={key}>
                  {without.includes(key) ? <s>{topic}</s> : <a href={`#slide-${key}`}>{topic}</a>}
                  <label>
                    <input
                      type="checkbox"
                      name="without"
                      value={key}
                      defaultChecked={without.includes(key)}
                    />{' '}
                    {t('slides.without')}
                    <span className="vh"> {topic}</span>
                  </label>
                </li>
              ))}
            </ol>
            <ButtonRow>
              <Button quiet>{t('slides.apply')}</Button>
            </ButtonRow>
          </form>
        </Panel>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={t('slides.none')}
          action={<a href={paths.gapsSlides(campaign.id)}>{t('slides.all')}</a>}
        />
      ) : null}
      {shown.map((slide, i) => (
        <SlideSheet
          key={slide.key}
          slide={slide}
          at={{ number: i + 1, of: shown.length }}
          before={anchor(shown[i - 1])}
          after={anchor(shown[i + 1])}
          under={under}
          sample={campaign.sample}
        />
      ))}
    </Main>
  )
}
