import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LessonText } from '~/learning/LessonText'
import { renderDocument } from '~/learning/render/render.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Main } from '~/ui/Main'
import en from '../../../docs/measurement.md?raw'
import vi from '../../../docs/measurement.vi.md?raw'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'help' }
export const meta = pageTitle('ui', 'method.title')

const withoutTitle = (text: string) => text.replace(/^# .*\n/, '')
const text = { vi: withoutTitle(vi), en: withoutTitle(en) }

export function loader({ context }: LoaderFunctionArgs) {
  return { rendered: renderDocument(text, 'measurement', context.prefs.locale) }
}

/** The page docs/measurement.md, as every signed-in or passing reader finds it. */
export default function Measurement() {
  const t = useT('ui')
  const { rendered } = useLoaderData<typeof loader>()
  return (
    <Main>
      <h1>{t('method.title')}</h1>
      <nav aria-label={t('method.contents')}>
        <ul>
          {rendered.headings.map(({ id, level, text: heading }) =>
            level === 2 ? (
              <li key={id}>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ) : null,
          )}
        </ul>
      </nav>
      <article className="lesson">
        <LessonText rendered={rendered} check={() => null} />
      </article>
    </Main>
  )
}
