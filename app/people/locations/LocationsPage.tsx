import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { LocationsView } from './locations.server'
import type { Location, LocationFault } from './read-locations'

type Props = { view: LocationsView; saved: number | null; error?: string; faults: LocationFault[] }

const mostFaults = 30

function LocationCrumbs() {
  const t = useT('clusters')
  return (
    <Crumbs
      items={[
        { to: paths.desk(), label: t('crumb.desk') },
        { to: paths.clusters(), label: t('title') },
        { label: t('locations.title') },
      ]}
    />
  )
}

/** Where a file with the coordinates of communes is handed in; what is wrong with it is named by cell. */
export function LocationsPage({ view: { province, communes }, saved, error, faults }: Props) {
  const t = useT('clusters')
  const locale = useLocale()
  const known = communes.filter(({ location }) => location).length
  const lines = faults
    .slice(0, mostFaults)
    .map(({ at, key, values }) => `${at}: ${translated(t, key, values)}`)
  if (faults.length > mostFaults) lines.push(t('locations.more', { count: faults.length - mostFaults }))
  const texts = error ? [error] : lines
  return (
    <Main wide>
      <ErrorSummary errors={texts.map((text) => ({ fieldId: 'file', text }))} />
      <LocationCrumbs />
      {saved === null ? null : (
        <Note kind="done" role="status">
          {t('locations.saved', { count: saved })}
        </Note>
      )}
      <PageTitle
        under={province}
        lead={
          known > 0
            ? t('locations.lead', {
                known: formatNumber(locale, known),
                of: formatNumber(locale, communes.length),
              })
            : t('locations.none')
        }
      >
        {t('locations.title')}
      </PageTitle>
      <p className="muted">{t('locations.what')}</p>
      <Panel title={t('locations.how')}>
        <ol>
          <li>{t('locations.step1')}</li>
          <li>{t('locations.step2')}</li>
          <li>{t('locations.step3')}</li>
        </ol>
        <ButtonRow>
          <ButtonLink quiet to={paths.locationsTemplate()} download>
            {t('locations.template')}
          </ButtonLink>
        </ButtonRow>
      </Panel>
      <Panel title={t('locations.upload')}>
        <form method="post" id={mainFormId} encType="multipart/form-data" noValidate>
          <FileField
            id="file"
            name="file"
            label={t('locations.file')}
            accept=".xlsx,.csv"
            hint={texts.length > 0 ? t('locations.again') : undefined}
            error={texts[0]}
          />
          <ButtonRow>
            <Button>{t('locations.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      {known > 0 ? (
        <Panel title={t('locations.known')}>
          <LocationTable
            rows={communes.flatMap(({ name, location }) => (location ? [{ name, ...location }] : []))}
          />
        </Panel>
      ) : null}
    </Main>
  )
}

type CheckProps = { view: LocationsView; locations: Location[] }

/** What a file says, before it is stored. */
export function LocationsCheckPage({ view: { communes, province }, locations }: CheckProps) {
  const t = useT('clusters')
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const before = new Set(communes.flatMap(({ code, location }) => (location ? [code] : [])))
  return (
    <Main wide>
      <LocationCrumbs />
      <PageTitle
        under={province}
        lead={t('locations.checkLead', {
          count: locations.length,
          replaced: locations.filter(({ communeCode }) => before.has(communeCode)).length,
        })}
      >
        {t('locations.check')}
      </PageTitle>
      <LocationTable
        rows={locations.map((each) => ({ ...each, name: names.get(each.communeCode) ?? each.communeCode }))}
      />
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ intent: 'confirm', locations: JSON.stringify(locations) }} />
        <ButtonRow>
          <Button>{t('locations.confirm')}</Button>
          <a href={paths.locations()}>{t('locations.other')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}

function LocationTable({ rows }: { rows: (Location & { name: string })[] }) {
  const t = useT('clusters')
  const locale = useLocale()
  const degrees = (value: number) => formatNumber(locale, value, 4)
  return (
    <Table
      caption={t('locations.caption')}
      rows={rows}
      rowKey={({ communeCode }) => communeCode}
      columns={[
        { key: 'name', label: t('locations.column.name'), cell: ({ name }) => name },
        {
          key: 'latitude',
          label: t('locations.column.latitude'),
          align: 'end',
          cell: ({ latitude }) => degrees(latitude),
        },
        {
          key: 'longitude',
          label: t('locations.column.longitude'),
          align: 'end',
          cell: ({ longitude }) => degrees(longitude),
        },
        { key: 'source', label: t('locations.column.source'), cell: ({ source }) => source },
      ]}
    />
  )
}
