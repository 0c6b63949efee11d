import type { MetaFunction } from '@remix-run/node'
import { getT } from '~/platform/i18n/translate'
import { parseLocale } from '~/platform/i18n/locale'
import type { Key, Namespace } from '~/platform/i18n/resources'

type MetaArgs = Parameters<MetaFunction>[0]
type Titled = { title?: string; invalid?: boolean } | undefined | null

/**
 * The title of a page from a text; `more` puts the name of the thing shown in front.
 * A page that came back with errors begins with "Lỗi:", so that it is heard first.
 * `export const meta = pageTitle('people', 'list.title')`
 */
export function pageTitle<N extends Namespace>(ns: N, key: Key<N>, more?: (data: never) => string | undefined): MetaFunction {
  return (args: MetaArgs) => {
    const root = args.matches.find(({ id }) => id === 'root')?.data as { prefs?: { locale?: string } } | undefined
    const locale = parseLocale(root?.prefs?.locale)
    const name = args.data ? more?.(args.data as never) : undefined
    const own = name ?? getT(locale, ns)(key)
    const invalid = (args as { actionData?: Titled }).actionData?.invalid === true
    return [{ title: `${invalid ? `${getT(locale, 'ui')('field.error')} ` : ''}${own} · I Tờ Số` }]
  }
}
