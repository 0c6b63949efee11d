import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { BackLink } from './BackLink'
import { Crumbs } from './Crumbs'
import { Main } from './Main'
import { PageTitle } from './PageTitle'
import { ShowCharts } from './showcase/ShowCharts'
import { ShowDesk } from './showcase/ShowDesk'
import { ShowForms } from './showcase/ShowForms'
import { ShowLearner } from './showcase/ShowLearner'
import { ShowPrint } from './showcase/ShowPrint'
import { SkipLink } from './SkipLink'
import { Tag } from './Tag'
import { TopBar } from './TopBar'

/** Every part of the design system in its states, with invented figures. `<Showcase home="/" />` */
export function Showcase({ home = '/', languageSwitch }: { home?: string; languageSwitch?: ReactNode }) {
  const t = useT('ui')
  const nav = [
    { to: '#learner', label: t('show.nav.work'), current: true },
    { to: '#forms', label: t('show.nav.learn') },
    { to: '#charts', label: t('show.nav.results') },
    { to: '#desk', label: t('show.nav.help') },
  ]
  return (
    <>
      <SkipLink />
      <TopBar
        home={home}
        sample
        nav={nav}
        languageSwitch={languageSwitch}
        end={
          <>
            <a href="#main">{t('show.textSize')}</a>
            <button type="button">{t('show.signOut')}</button>
          </>
        }
      />
      <Main wide>
        <Crumbs items={[{ to: home, label: 'I Tờ Số' }, { label: t('show.title') }]} />
        <BackLink to={home} />
        <PageTitle
          tag={<Tag kind="care">{t('show.draft')}</Tag>}
          under={t('show.under')}
          lead={t('show.lead')}
        >
          {t('show.title')}
        </PageTitle>
        <p>{t('show.marks')}</p>
        <Part id="learner" title={t('show.part.learner')}>
          <ShowLearner />
        </Part>
        <Part id="forms" title={t('show.part.forms')}>
          <ShowForms />
        </Part>
        <Part id="desk" title={t('show.part.desk')} desk>
          <ShowDesk />
        </Part>
        <Part id="charts" title={t('show.part.charts')} desk>
          <ShowCharts />
        </Part>
        <Part id="print" title={t('show.part.print')} desk>
          <ShowPrint />
        </Part>
      </Main>
    </>
  )
}

type PartProps = { id: string; title: string; desk?: boolean; children: ReactNode }

function Part({ id, title, desk, children }: PartProps) {
  return (
    <section id={id} className={desk ? 'desk part' : 'part'}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
