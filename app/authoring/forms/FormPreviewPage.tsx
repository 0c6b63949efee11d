import { conditionWords } from '~/assessment/condition-words'
import { presentQuestion } from '~/assessment/present-question'
import { StepFields } from '~/assessment/StepFields'
import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Progress } from '~/ui/Progress'
import { Tabs } from '~/ui/Tabs'
import type { DraftState } from '../drafts/draft-kind'
import type { DraftForm, DraftSection } from './draft-form'
import { itemsIn } from './estimate-minutes'
import { namedBy, previewPlaces } from './preview-pages'
import { asForm } from './whole-form'

type FormPreviewPageProps = {
  id: string
  state: DraftState
  data: DraftForm
  /** The page, from 0. */
  at: number
  width: 'phone' | 'desktop'
}

/** A survey form as people will meet it, one question a page, on a phone or on a desktop: to be looked at, not answered. */
export function FormPreviewPage({ id, state, data, at, width }: FormPreviewPageProps) {
  const t = useT('studio')
  const f = useT('forms')
  const survey = useT('survey')
  const locale = useLocale()
  const form = asForm(data)
  const places = previewPlaces(form)
  const place = places[Math.min(at, places.length - 1)]
  const section = place && form.sections[place.section]
  const title = section?.title[locale] || f('untitled')
  const condition = place?.kind === 'question' ? place.question.showIf : undefined
  const named = place?.kind === 'question' ? namedBy(form, place.question) : undefined
  return (
    <Main>
      <BackLink to={state === 'published' ? paths.studioReview(id) : paths.studioForm(id)}>
        {t('preview.back')}
      </BackLink>
      <PageTitle lead={t('preview.text')}>{data.title[locale] || f('new')}</PageTitle>
      <Tabs
        label={t('preview.width')}
        items={(['phone', 'desktop'] as const).map((each) => ({
          to: paths.formPreview(id, { width: each, at: String(at) }),
          label: t(`preview.${each}`),
          current: each === width,
        }))}
      />
      {place && section ? (
        <>
          <Progress
            words={
              place.kind === 'question'
                ? survey('step.progress', {
                    ...{ section: place.section + 1, sections: form.sections.length, title },
                    ...{ number: place.number, count: place.count },
                  })
                : f('preview.section', { section: place.section + 1, sections: form.sections.length, title })
            }
            value={places.indexOf(place) + 1}
            max={places.length}
          />
          {condition ? (
            <Note title={f('preview.condition')}>
              {conditionWords(
                condition,
                named,
                f('showIf.named', { text: named?.text[locale] ?? '' }),
                locale,
              )}
            </Note>
          ) : null}
          <div className={width === 'desktop' ? 'preview preview-wide' : 'preview'} {...{ inert: '' }}>
            {place.kind === 'question' ? (
              <StepFields
                view={presentQuestion(place.question, [], survey('none'), locale, 'preview')}
                filled={{}}
                legendAs="plain"
              />
            ) : (
              <SectionTold section={data.sections[place.section]!} />
            )}
          </div>
        </>
      ) : null}
      <ButtonRow>
        {at > 0 ? (
          <ButtonLink quiet to={paths.formPreview(id, { width, at: String(at - 1) })}>
            {f('preview.previous')}
          </ButtonLink>
        ) : null}
        {at < places.length - 1 ? (
          <ButtonLink to={paths.formPreview(id, { width, at: String(at + 1) })}>
            {f('preview.next')}
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </Main>
  )
}

/** A section whose questions are those of each person: what it will ask, in words. */
function SectionTold({ section }: { section: DraftSection }) {
  const f = useT('forms')
  const locale = useLocale()
  return (
    <>
      <p>
        <b>{section.title[locale]}</b>
      </p>
      {section.intro ? <p>{section.intro[locale]}</p> : null}
      <p>
        {section.kind === 'quiz'
          ? f('preview.quiz', { count: itemsIn(section) })
          : section.kind === 'practice'
            ? f('preview.practice')
            : f('preview.self')}
      </p>
    </>
  )
}
