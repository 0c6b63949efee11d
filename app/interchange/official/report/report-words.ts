import { changePoints } from '~/gaps/figure-words'
import { isShown } from '~/gaps/figures'
import { largest } from '~/gaps/compare'
import { actors, type Who } from '~/gaps/recommendations'
import { inSentence, listText, rangeText, shareText } from '~/gaps/share-text'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { DocumentLanguage } from '../kinds'
import { proposalText, requestLines } from './report-tables'
import type { ReportSource } from './report-source'

type Words = (source: ReportSource, language: DocumentLanguage) => string
const joined = (lines: (string | null)[]) => lines.filter(Boolean).join('\n')

/** The interval as a report says it for the first time: `62% (khoảng 90%: 60–64)`. */
function sayShare(language: DocumentLanguage, figure: { share: number; low: number; high: number }): string {
  const values = { share: formatPercent(language, figure.share), range: rangeText(language, figure) }
  return getT(language, 'official')('report.withInterval', values)
}

export function purposeWords(issuer: string, source: ReportSource, language: DocumentLanguage): string {
  const t = getT(language, 'official')
  const { response, title, opensOn, closesOn, closedAt, province } = source
  return joined([
    t('report.purpose', {
      issuer,
      title: title[language],
      from: formatDate(opensOn),
      until: formatDate(closedAt ?? closesOn),
    }),
    t('report.scope', {
      count: response.communes,
      communes: formatNumber(language, response.communes),
      province: province[language],
      asked: formatNumber(language, response.asked),
    }),
  ])
}

export const responseWords: Words = ({ response }, language) => {
  const t = getT(language, 'official')
  const { asked, submitted, communes, low } = response
  if (submitted === 0) return t('report.noAnswers', { asked: formatNumber(language, asked) })
  return joined([
    t('report.response', {
      submitted: formatNumber(language, submitted),
      asked: formatNumber(language, asked),
      percent: formatPercent(language, asked > 0 ? submitted / asked : 0, 1),
      communes: formatNumber(language, communes),
      count: communes,
    }),
    low > 0 ? t('report.low', { count: low, low: formatNumber(language, low) }) : t('report.noneLow'),
    t('report.interval'),
  ])
}

/** What is lacking most, in sentences before the figures. */
export const findingsWords: Words = ({ worst, above, overall, response }, language) => {
  const t = getT(language, 'official')
  if (response.submitted === 0) return t('report.noFindings')
  const shown = worst.flatMap(({ measure, figure }) =>
    isShown(figure) ? [{ name: inSentence(language, measure.name[language]), figure }] : [],
  )
  const [first] = shown
  if (!first) return t('report.allHidden')
  const names = listText(
    language,
    shown.map(({ name, figure }) => `${name} ${sayShare(language, figure)}`),
  )
  return joined([
    overall ? t('report.overall', { share: sayShare(language, overall) }) : null,
    shown.length > 3 ? t('report.even', { count: shown.length }) : t('report.worst', { list: names }),
    above > 0
      ? t('report.above', { count: above, above: formatNumber(language, above), name: first.name })
      : t('report.noneAbove', { name: first.name }),
  ])
}

export const positionWords: Words = ({ worst: [worst], domains, positions }, language) => {
  const t = getT(language, 'official')
  const at = domains.findIndex(({ code }) => code === worst?.measure.code)
  if (!worst || at < 0) return ''
  const most = largest(positions.map(({ name, cells }) => ({ name, figure: cells[at] ?? null })))
  const names = most
    .slice(0, 3)
    .flatMap(({ name, figure }) =>
      isShown(figure) ? [`${inSentence(language, name[language])} ${shareText(language, figure)}`] : [],
    )
  const domain = inSentence(language, worst.measure.name[language])
  if (names.length === 0) return t('report.positions.none')
  const values = { domain, list: listText(language, names) }
  return most.length > 3
    ? t('report.positions.many', { ...values, count: most.length - 3 })
    : t('report.positions', values)
}

export const changeWords: Words = ({ earlier, overallChange, whole }, language) => {
  const t = getT(language, 'official')
  if (!earlier) return ''
  const told = whole.flatMap(({ measure, change }) => {
    const points = change && change.standing !== 'unclear' ? changePoints(language, change) : null
    return points ? [`${inSentence(language, measure.name[language])} ${points}`] : []
  })
  const points = overallChange?.sure
    ? changePoints(language, {
        share: overallChange.share,
        shareLow: overallChange.low,
        shareHigh: overallChange.high,
      } as Parameters<typeof changePoints>[1])
    : null
  const values = {
    title: earlier.title[language],
    date: earlier.closedAt ? formatDate(earlier.closedAt) : '',
  }
  return joined([
    points ? t('report.changed', { ...values, points }) : t('report.unchanged', values),
    told.length > 0 ? t('report.changedDomains', { list: listText(language, told) }) : null,
  ])
}

/** Skills against conditions: where training alone is not enough. */
export const placesWords: Words = ({ quadrants }, language) => {
  const t = getT(language, 'official')
  const count = (quadrant: ReportSource['quadrants'][number]) =>
    quadrants.filter((each) => each === quadrant).length
  const [both, skills, conditions] = [count('both'), count('skills'), count('conditions')]
  if (quadrants.length === 0) return ''
  if (both + skills + conditions === 0) return t('report.placesNone')
  return joined([
    t('report.places', {
      both: formatNumber(language, both),
      skills: formatNumber(language, skills),
      conditions: formatNumber(language, conditions),
      rest: formatNumber(language, quadrants.length - both - skills - conditions),
    }),
    both + conditions > 0 ? t('report.placesMeaning') : null,
  ])
}

export const conditionWords: Words = ({ conditions }, language) => {
  const t = getT(language, 'official')
  const shown = conditions.flatMap(({ condition }) =>
    condition.hidden || condition.n === 0 ? [] : [condition],
  )
  const [most] = [...shown].sort((a, b) => b.lacking / b.n - a.lacking / a.n)
  if (!most) return t('report.conditions.none')
  return t('report.conditions', {
    name: inSentence(language, most.name[language]),
    share: sayShare(language, { ...most, share: most.lacking / most.n }),
  })
}

/** What each who must act is asked to do; nobody is named who is asked nothing. */
export function proposalsOf(source: ReportSource, language: DocumentLanguage): { who: Who; text: string }[] {
  const t = getT(language, 'official')
  return actors.flatMap((who) => {
    const own = source.proposals.filter((each) => each.who === who)
    if (own.length === 0) return []
    const lines = own.map(({ communes, ...each }) =>
      t('report.proposalLine', {
        what: proposalText(language, each),
        count: communes.length,
        communes: formatNumber(language, communes.length),
      }),
    )
    return [{ who, text: lines.join('\n') }]
  })
}

/** What the communes ask for in their forms; what one wrote in its own words is counted, not told. `annex`: where the list stands. */
export function requestWords(source: ReportSource, language: DocumentLanguage, annex: string): string {
  const t = getT(language, 'official')
  const { forms, asking } = source.requests
  const n = (value: number) => formatNumber(language, value)
  if (asking === 0) return t('report.requests.none', { count: forms, forms: n(forms) })
  const most = requestLines(source)
    .slice(0, 3)
    .map(({ text, communes }) =>
      t('report.requests.each', {
        what: inSentence(language, text[language]),
        count: communes.length,
        communes: n(communes.length),
      }),
    )
  const own = source.requests.groups
    .flatMap(({ requests }) => requests)
    .filter(({ isOwnWords }) => isOwnWords)
  return joined([
    most.length > 0
      ? t('report.requests', { asking: n(asking), forms: n(forms), list: listText(language, most), annex })
      : null,
    own.length > 0 ? t('report.requests.own', { count: own.length, own: n(own.length) }) : null,
  ])
}

export const methodWords: Words = ({ method, closedAt, closesOn }, language) => {
  const t = getT(language, 'official')
  return joined([
    t('report.method'),
    t('report.method.small'),
    t('report.method.versions', {
      framework: method.framework[language],
      standard: method.standard,
      version: method.version,
      date: formatDate(closedAt ?? closesOn),
    }),
    // In groups, so that it breaks over lines.
    method.hash ? t('report.method.hash', { hash: method.hash.replace(/.{8}(?=.)/g, '$& ') }) : null,
  ])
}
