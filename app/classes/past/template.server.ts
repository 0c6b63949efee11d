import { writeWorkbook } from '~/formats/write-workbook.server'
import { workProvince } from '~/people/places/work-province.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { classChoices } from '../class-choices.server'

/** An empty workbook for a class that was held; headings and examples are Vietnamese whatever the reader's language. */
export async function pastTemplate(actor: Actor): Promise<Buffer> {
  authorise(actor, 'classes.manage', { provinceCode: workProvince(actor, 'classes.manage') })
  const locale: Locale = 'vi'
  const t = getT(locale, 'classes')
  const { domains, modules } = classChoices()
  const competencies = domains.flatMap((domain) => domain.competencies)
  const row = (label: string, value: string) => [label, value]
  return writeWorkbook([
    {
      name: t('template.about'),
      columns: [
        { header: t('template.fact'), width: 28 },
        { header: t('template.value'), width: 70 },
      ],
      rows: [
        row(t('template.row.titleVi'), t('template.title')),
        row(t('template.row.titleEn'), ''),
        row(t('template.row.aimVi'), t('template.aim')),
        row(t('template.row.aimEn'), ''),
        row(t('template.row.competencies'), '4.1, 4.2'),
        row(t('template.row.modules'), ''),
        row(t('template.row.minShare'), '80'),
      ],
    },
    {
      name: t('template.sessions'),
      columns: (['number', 'date', 'from', 'until', 'place', 'trainer'] as const).map((column) => ({
        header: t(`template.column.${column}`),
        width: 16,
      })),
      rows: [],
    },
    {
      name: t('template.people'),
      columns: [
        ...(['number', 'staffCode', 'name', 'commune', 'born'] as const).map((column, i) => ({
          header: t(`template.column.${column}`),
          width: i === 2 || i === 3 ? 26 : 12,
        })),
        ...[1, 2, 3].map((number) => ({ header: t('form.session', { number }), width: 12 })),
      ],
      rows: [],
    },
    {
      name: t('template.lists'),
      columns: [
        { header: t('template.code'), width: 10 },
        { header: t('template.name'), width: 60 },
        { header: t('template.moduleCode'), width: 22 },
        { header: t('template.moduleName'), width: 50 },
      ],
      rows: Array.from({ length: Math.max(competencies.length, modules.length) }, (_, i) => [
        competencies[i]?.code ?? null,
        competencies[i]?.name.vi ?? null,
        modules[i]?.code ?? null,
        modules[i]?.title.vi ?? null,
      ]),
    },
  ])
}
