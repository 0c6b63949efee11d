import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { releasedMethod } from '../released-parts.server'
import { reportCampaign, requireReleased, type ReportCampaign } from '../report-campaign.server'
import type { Chart } from './chart'
import type { ChartName } from './chart-names'
import { chartSheet } from './chart-sheet'
import type { ChartOptions } from './chart-request'
import { drawers } from './draw-chart.server'
import { Drawing } from './Drawing'
import type { DrawnChart } from './drawn-chart'
import type { Scene } from './scene'

/** A chart as a file: an SVG that needs nothing around it, its size, and what to say of it where it cannot be seen. */
export type ChartFile = { svg: string; width: number; height: number; title: string; description: string }

const fileWidth = 960

/** A chart of a released report, drawn from what the report shows; null where there is nothing to draw. */
export function chart(
  actor: Actor,
  campaignId: string,
  name: ChartName,
  locale: Locale,
  options: Partial<ChartOptions> = {},
): Chart | null {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const drawn = drawers[name]({ actor, campaignId, locale, width: fileWidth, ...options })
  return drawn && { ...drawn, ...chartWords(campaign, locale, drawn.how), name }
}

/** The same as a file that stands alone, with its title, where it comes from and how to read it. */
export function chartSvg(
  actor: Actor,
  campaignId: string,
  name: ChartName,
  locale: Locale,
  options: Partial<ChartOptions> = {},
): ChartFile | null {
  const drawn = chart(actor, campaignId, name, locale, options)
  if (!drawn) return null
  const { title, description, body } = drawn
  const sheet = chartSheet(body, drawn)
  return {
    svg: svgOf(sheet, name, title, description),
    width: Math.ceil(sheet.width),
    height: Math.ceil(sheet.height),
    title,
    description,
  }
}

function svgOf(scene: Scene, name: string, title: string, description: string): string {
  return renderToStaticMarkup(createElement(Drawing, { scene, name, title, description }))
}

function chartWords(campaign: ReportCampaign, locale: Locale, how: DrawnChart['how']) {
  const t = getT(locale, 'meeting')
  const date = campaign.closedAt ? formatDate(campaign.closedAt) : ''
  const version = releasedMethod(campaign.id)
  return {
    under: t('chart.under', { province: campaign.province, campaign: campaign.title[locale], date }),
    source: `${t(`how.${how}`)} ${version ? t('source.version', { version }) : t('source')}`,
    sample: campaign.sample ? getT(locale, 'ui')('sample') : null,
  }
}
