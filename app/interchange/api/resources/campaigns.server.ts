import { frameworkVersion } from '~/competency/frameworks.server'
import { findCampaign } from '~/campaigns/find-campaign.server'
import { ratesOf, type CommuneRates } from '~/campaigns/response-rates.server'
import { earlierCampaign } from '~/gaps/earlier-campaign.server'
import { allMeasures } from '~/gaps/measure'
import { everybody } from '~/gaps/pattern'
import { Recent } from '~/gaps/recent'
import { releasedMethod, releasedPart } from '~/gaps/released-parts.server'
import { reportCampaign, requireReleased, type ReportCampaign } from '~/gaps/report-campaign.server'
import { reportGroups, reportRates } from '~/gaps/report-rates.server'
import { smallestGroup } from '~/gaps/suppression'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { metaOf, utc, type Asked, type Reply } from '../reply'
import type { CampaignData } from '../schemas/campaigns'
import { campaignFor, communesFor } from './campaign-for.server'

/** Campaigns that have been opened in the actor's place, the last first. */
export function campaigns(actor: Actor, { query }: Asked<'campaigns'>): Reply<'campaigns'> {
  authorise(actor, 'campaign.rates')
  const { provinceCodes, communeCodes } = scopeOf(actor, 'campaign.rates')
  const rows = reader.sql.all<{ id: string; sample: number }>(
    `SELECT id, sample FROM Campaign c WHERE state <> 'draft' AND (? IN ('all', state) OR (? = 'released' AND estimatedAt IS NOT NULL))
       AND (provinceCode IN (SELECT value FROM json_each(?))
         OR EXISTS (SELECT 1 FROM json_each(c.communeCodes) WHERE value IN (SELECT value FROM json_each(?))))
     ORDER BY opensOn DESC, id`,
    ...[query.state, query.state, JSON.stringify(provinceCodes), JSON.stringify(communeCodes)],
  )
  const sample = rows.some((row) => row.sample === 1)
  return {
    stamp: null,
    total: rows.length,
    make: (from, to) => ({
      data: rows.slice(from, to).map(({ id }) => campaignData(actor, reportCampaign(id))),
      meta: metaOf(null, sample),
    }),
  }
}

/** One campaign, with the groups that its figures can be asked for. */
export function campaign(actor: Actor, { params }: Asked<'campaign'>): Reply<'campaign'> {
  const found = campaignFor(actor, params.id ?? '')
  const { framework } = frameworkVersion(found.frameworkVersionId)
  const groups = reportGroups(found)
  const named = (options: typeof groups.departments) =>
    options.map(({ value, name }) => ({ code: value, name }))
  const earlier = found.estimatedAt === null ? null : earlierCampaign(found)
  return {
    stamp: null,
    make: () => ({
      data: {
        ...campaignData(actor, found),
        framework: { code: framework.code, version: framework.version, title: framework.title },
        departments: named(groups.departments),
        positions: named(groups.positions),
        comparedWith: earlier && { id: earlier.id, title: earlier.title, closedAt: utc(earlier.closedAt) },
      },
      meta: metaOf(of(found)),
    }),
  }
}

/** A campaign as an answer names it, with the version of the method that its figures were worked out by. */
export function of(campaign: ReportCampaign): { id: string; sample: boolean; method: string | null } {
  const { id, sample, estimatedAt } = campaign
  return { id, sample, method: estimatedAt === null ? null : releasedMethod(id) }
}

function campaignData(actor: Actor, found: ReportCampaign): CampaignData {
  const { id, title, provinceCode, state, closesOn, closedAt, estimatedAt, sample } = found
  const own = new Set(communesFor(actor, found))
  const rates = reportRates(found, everybody).filter(({ code }) => own.has(code))
  const { opensOn } = findCampaign(reader, id)
  return {
    ...{ id, title, opensOn, closesOn, sample },
    province: provinceCode,
    state: state === 'open' ? 'open' : 'closed',
    closedAt: utc(closedAt),
    releasedAt: utc(estimatedAt),
    communes: own.size,
    asked: rates.reduce((sum, { asked }) => sum + asked, 0),
    submitted: rates.reduce((sum, { submitted }) => sum + submitted, 0),
  }
}

/** The domains and competencies that a campaign measures, in the order of its framework. */
export function measures(actor: Actor, { params }: Asked<'measures'>): Reply<'measures'> {
  const found = campaignFor(actor, params.id ?? '')
  const all = allMeasures(frameworkVersion(found.frameworkVersionId).framework)
  return {
    stamp: null,
    total: all.length,
    make: (from, to) => ({
      data: all.slice(from, to).map(({ code, domain, isDomain, name, short }) => ({
        ...{ code, domain, name, short },
        kind: isDomain ? 'domain' : 'competency',
      })),
      meta: metaOf(of(found)),
    }),
  }
}

/** Who was asked and who has answered, commune by commune; of an open campaign as of now. */
export function rates(actor: Actor, { params }: Asked<'rates'>): Reply<'rates'> {
  const found = campaignFor(actor, params.id ?? '')
  const codes = communesFor(actor, found)
  const stamp = found.state === 'closed' ? String(Math.floor(now().getTime() / keptMs)) : null
  return {
    stamp,
    total: codes.length,
    make: (from, to) => {
      const own = new Set(codes.toSorted().slice(from, to))
      return {
        data: allRates(found, stamp)
          .filter(({ code }) => own.has(code))
          .map(({ code, name, asked, submitted, started, form }) => ({
            ...{ asked, submitted, started, communeForm: form },
            place: { code, name },
          }))
          .sort((a, b) => (a.place.code < b.place.code ? -1 : 1)),
        meta: metaOf(of(found)),
      }
    },
  }
}

/** Of a closed campaign counts change only when a person is erased: they are counted again after a minute. */
const keptMs = 60_000
const ratesCache = new Recent<CommuneRates[]>(4)

function allRates({ id, communeCodes }: ReportCampaign, stamp: string | null): CommuneRates[] {
  const count = () => ratesOf(findCampaign(reader, id), communeCodes)
  return stamp === null ? count() : ratesCache.get(`${id} ${stamp}`, count)
}

/** How the figures of a campaign came about, and what they were made from. */
export function method(actor: Actor, { params }: Asked<'method'>): Reply<'method'> {
  const found = campaignFor(actor, params.id ?? '')
  requireReleased(found)
  const snapshot = releasedPart(found.id, 'snapshot')
  return {
    stamp: null,
    make: () => ({
      data: {
        method: releasedMethod(found.id),
        interval: 0.9,
        smallestGroup,
        snapshot: snapshot && {
          hash: snapshot.hash,
          standardVersion: snapshot.standardVersion,
          parameterVersion: snapshot.parameterVersion,
          frameworkVersion: snapshot.frameworkVersion,
          formVersion: snapshot.formVersion,
          communeFormVersion: snapshot.communeFormVersion,
          asked: snapshot.asked,
          submitted: snapshot.submitted,
          communeForms: snapshot.communeForms,
          closedAt: utc(snapshot.closedAt),
          releasedAt: utc(snapshot.estimatedAt),
        },
        page: paths.measurement(),
      },
      meta: metaOf(of(found)),
    }),
  }
}
