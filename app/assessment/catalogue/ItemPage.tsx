import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { pick, type Bilingual } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { DefinitionList } from '~/ui/DefinitionList'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Tag } from '~/ui/Tag'
import type { ItemVersion } from '../item'
import { BothLanguages } from './BothLanguages'
import { ItemKey } from './ItemKey'

type ItemPageProps = {
  item: ItemVersion
  retired: boolean
  competency: Bilingual | null
  level: Bilingual | null
  /** What a room below can do with it. */
  children?: ReactNode
}

export function ItemPage({ item, retired, competency, level, children }: ItemPageProps) {
  const t = useT('teach')
  const b = useT('bank')
  const locale = useLocale()
  const said = (pair: Bilingual | null) => (pair ? pick(pair, locale) : '')
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.items(), label: t('items.title') }, { label: item.code }]} />
      <PageTitle
        tag={<Tag kind={retired ? 'care' : 'ok'}>{t(retired ? 'item.retired' : 'item.inUse')}</Tag>}
        under={t('item.version', { version: item.version })}
      >
        {t('item.title', { code: item.code })}
      </PageTitle>
      <DefinitionList
        items={[
          {
            term: t('items.competency'),
            description: (
              <a
                href={paths.items({ competency: item.competency })}
              >{`${item.competency} ${said(competency)}`}</a>
            ),
          },
          { term: t('items.level'), description: `${item.level} ${said(level)}` },
          { term: t('items.kind'), description: t(`kind.${item.kind}`) },
          { term: t('items.purpose'), description: t(`purpose.${item.purpose}`) },
          ...(item.cognitive
            ? [{ term: b('cognitive'), description: b(`cognitive.${item.cognitive}`) }]
            : []),
          ...(item.difficulty === undefined
            ? []
            : [{ term: b('difficulty'), description: formatNumber(locale, item.difficulty, 1) }]),
          ...(item.family
            ? [
                {
                  term: b('family'),
                  description: <a href={paths.items({ family: item.family })}>{item.family}</a>,
                },
              ]
            : []),
          ...(item.source
            ? [{ term: t('item.source'), description: <span lang="en">{item.source}</span> }]
            : []),
        ]}
      />
      <BothLanguages>{(each) => <ItemKey item={item} locale={each} />}</BothLanguages>
      {children}
    </Main>
  )
}
