import { paths } from '~/paths'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { problems, type Problem, type ProblemCode } from './problem'
import type { ProblemData } from './schemas/parts'

type Around = { origin: string; requestId: string }

/** A problem in words (RFC 9457); `type` leads to what is said of it on the page of the API. */
export function problemBody(
  locale: Locale,
  code: ProblemCode,
  { values, parameters, lastPage }: Problem['facts'],
  { origin, requestId }: Around,
): ProblemData {
  const t = getT(locale, 'api')
  const names = parameters?.map(({ name }) => shortened(name)).join(', ') ?? ''
  return {
    type: `${origin}${paths.api()}#${code}`,
    title: t(`problem.${code}.title`),
    status: problems[code],
    detail: t(`problem.${code}.detail`, { names, ...values }),
    code,
    instance: `urn:uuid:${requestId}`,
    ...(parameters && {
      parameters: parameters.map(({ name, known }) => ({
        name: shortened(name),
        detail: known ? t(`query.${name}` as 'query.page') : t('query.unknown'),
      })),
    }),
    ...(lastPage === undefined ? {} : { lastPage }),
  }
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name
}
