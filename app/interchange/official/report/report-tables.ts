import type { SheetTable } from '~/formats/administrative/sheet'
import { countStates, requestStates } from '~/campaigns/requests/request'
import { changePoints } from '~/gaps/figure-words'
import type { Change } from '~/gaps/change-figures'
import { isShown, type Figure } from '~/gaps/figures'
import { inSentence, shareText, rangeText } from '~/gaps/share-text'
import { formatNumber, formatPercent } from '~/platform/i18n/format'
import { getT, translateMessage, type T } from '~/platform/i18n/translate'
import type { DocumentLanguage } from '../kinds'
import type { ReportSource } from './report-source'

/** A share with its interval, or the word for why it does not stand there. */
export function figureText(language: DocumentLanguage, figure: Figure): string {
  const t = getT(language, 'official')
  if (isShown(figure)) return shareText(language, figure)
  if (figure === 'hidden') return t('cell.hidden')
  return figure === 'uninformed' ? t('cell.uninformed') : t('cell.none')
}

/** What the words in cells mean, for those that stand in the table. */
function cellNotes(t: T<'official'>, figures: readonly Figure[]): string[] {
  return [
    ...(figures.includes('hidden') ? [t('cell.hidden.why')] : []),
    ...(figures.includes('uninformed') ? [t('cell.uninformed.why')] : []),
    ...(figures.includes(null) ? [t('cell.none.why')] : []),
  ]
}

/** The province by domain, with the change since the campaign before where there was one. */
export function domainTable(source: ReportSource, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  const rows = source.whole.filter(({ figure }) => figure !== null)
  return {
    caption: t('report.domains.caption'),
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('report.domain'), width: 40 },
      { label: t('report.people'), width: 14, align: 'end' },
      { label: t('report.share'), width: 22, align: 'center' },
      ...(source.earlier ? [{ label: t('report.change'), width: 32 }] : []),
    ],
    rows: rows.map(({ measure, figure, change }, i) => ({
      cells: [
        String(i + 1),
        measure.name[language],
        isShown(figure) ? formatNumber(language, figure.people) : '',
        figureText(language, figure),
        ...(source.earlier ? [changeCell(language, change)] : []),
      ],
    })),
    notes: [
      ...(rows.some(({ figure }) => isShown(figure)) ? [t('report.share.how')] : []),
      ...cellNotes(
        t,
        rows.map(({ figure }) => figure),
      ),
    ],
  }
}

/** By how many points the share moved, where the report may say so. */
function changeCell(language: DocumentLanguage, change: Change | null): string {
  const t = getT(language, 'official')
  if (!change) return t('report.change.none')
  const points = change.standing === 'unclear' ? null : changePoints(language, change)
  return points ?? t('report.change.unclear')
}

/** Every commune by domain; what is hidden says so. */
export function communeTable(source: ReportSource, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  const figures = source.communes.flatMap(({ cells }) => cells)
  return {
    caption: '',
    dense: true,
    columns: [
      { label: t('column.number'), width: 6.5, align: 'center' },
      { label: t('column.commune'), width: 22 },
      { label: t('report.answered'), width: 11, align: 'center' },
      ...source.domains.map(({ short }) => ({
        label: short[language],
        width: 13,
        align: 'center' as const,
      })),
    ],
    rows: source.communes.map(({ name, asked, submitted, cells }, i) => ({
      cells: [
        String(i + 1),
        name,
        `${formatNumber(language, submitted)}/${formatNumber(language, asked)}`,
        ...cells.map((figure) => figureText(language, figure)),
      ],
    })),
    notes: [t('report.share.how'), ...cellNotes(t, figures)],
  }
}

/** Positions in the domain that is lacking most, those that lack most first. */
export function positionTable(source: ReportSource, language: DocumentLanguage): SheetTable | null {
  const t = getT(language, 'official')
  const [worst] = source.worst
  const at = source.domains.findIndex(({ code }) => code === worst?.measure.code)
  if (!worst || at < 0) return null
  const rows = source.positions.filter(({ cells }) => cells[at] !== null)
  const share = (figure: Figure | undefined) => (figure !== undefined && isShown(figure) ? figure.share : -1)
  return {
    caption: t('report.positions.caption', { domain: inSentence(language, worst.measure.name[language]) }),
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('column.position'), width: 46 },
      { label: t('report.asked'), width: 16, align: 'end' },
      { label: t('report.share'), width: 24, align: 'center' },
    ],
    rows: [...rows]
      .sort((a, b) => share(b.cells[at]) - share(a.cells[at]))
      .map(({ name, asked, cells }, i) => ({
        cells: [
          String(i + 1),
          name[language],
          formatNumber(language, asked),
          figureText(language, cells[at] ?? null),
        ],
      })),
    notes: cellNotes(
      t,
      rows.map(({ cells }) => cells[at] ?? null),
    ),
  }
}

/** Conditions of work that training cannot give. */
export function conditionTable(source: ReportSource, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  return {
    caption: t('report.conditions.caption'),
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('report.condition'), width: 44 },
      { label: t('report.lacking'), width: 24, align: 'center' },
      { label: t('report.lackingCommunes'), width: 18, align: 'end' },
    ],
    rows: source.conditions.map(({ condition, communes }, i) => ({
      cells: [
        String(i + 1),
        condition.name[language],
        condition.hidden
          ? t('cell.hidden')
          : `${formatPercent(language, condition.n > 0 ? condition.lacking / condition.n : 0)} (${rangeText(language, condition)})`,
        formatNumber(language, communes),
      ],
    })),
    notes: source.conditions.some(({ condition }) => condition.hidden) ? [t('cell.hidden.why')] : [],
  }
}

/** What should be done and in which communes, those for most communes first. */
export function proposalTable(source: ReportSource, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  return {
    caption: '',
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('report.proposal'), width: 34 },
      { label: t('report.who'), width: 22 },
      { label: t('report.proposalCount'), width: 10, align: 'end' },
      { label: t('report.proposalCommunes'), width: 60 },
    ],
    rows: source.proposals.map(({ who, key, system, communes }, i) => ({
      cells: [
        String(i + 1),
        proposalText(language, { key, system }),
        t(`who.${who}`),
        formatNumber(language, communes.length),
        communes.length === source.communes.length ? t('report.everyCommune') : communes.join('; '),
      ],
    })),
    notes: [t('report.proposal.rule')],
  }
}

/** Choices of the form that communes made, each with who must act; those of most communes first. */
export function requestLines({ requests }: ReportSource) {
  return requests.groups
    .flatMap((group) =>
      group.requests.flatMap((request) => (request.isOwnWords ? [] : [{ ...request, who: group.who }])),
    )
    .sort((a, b) => b.communes.length - a.communes.length)
}

/** What the communes ask for, by whom it is to be done, and how far it has come in how many of them. */
export function requestTable(source: ReportSource, language: DocumentLanguage): SheetTable {
  const t = getT(language, 'official')
  const states = getT(language, 'requests')
  return {
    caption: '',
    columns: [
      { label: t('column.number'), width: 8, align: 'center' },
      { label: t('report.request'), width: 44 },
      { label: t('report.who'), width: 30 },
      { label: t('report.proposalCount'), width: 10, align: 'end' },
      { label: t('report.requestState'), width: 40 },
    ],
    rows: requestLines(source).map(({ text, who, communes }, i) => {
      const counts = countStates(communes)
      const told = requestStates.flatMap((state) =>
        counts[state] > 0
          ? [states('state.of', { state: states(`state.${state}`), count: counts[state] })]
          : [],
      )
      return {
        cells: [
          String(i + 1),
          text[language],
          who ? t(`who.${who}`) : '',
          formatNumber(language, communes.length),
          told.join('; '),
        ],
      }
    }),
    notes: [],
  }
}

export function proposalText(
  language: DocumentLanguage,
  { key, system }: Pick<ReportSource['proposals'][number], 'key' | 'system'>,
): string {
  return translateMessage(language, 'segments', { key, values: { system: system?.[language] ?? '' } })
}
