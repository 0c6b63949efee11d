import type { MetaFunction } from '@remix-run/node'
import { getT } from '~/platform/i18n/translate'
import { parseLocale } from '~/platform/i18n/locale'
import type { Key, Namespace } from '~/platform/i18n/resources'

type MetaArgs = Parameters<MetaFunction>[0]
type Frame = { prefs?: { locale?: string }; invalid?: boolean } | undefined

/**
 * The title of a page from a text; `more` puts the name of the thing shown in front.
 * A page that came back with errors begins with "Lỗi:", so that it is heard first.
 * `export const meta = pageTitle('people', 'list.title')`
 */
export function pageTitle<N extends Namespace>(
  ns: N,
  key: Key<N>,
  more?: (data: never) => string | undefined,
): MetaFunction {
  return (args: MetaArgs) => {
    const root = args.matches.find(({ id }) => id === 'root')?.data as Frame
    const locale = parseLocale(root?.prefs?.locale)
    const name = args.data ? more?.(args.data as never) : undefined
    const own = name ?? getT(locale, ns)(key)
    return [{ title: `${root?.invalid ? `${getT(locale, 'ui')('field.error')} ` : ''}${own} · I Tờ Số` }]
  }
}
