import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '../Button'
import { ChoiceGroup } from '../ChoiceGroup'
import { Columns } from '../Columns'
import { ConfirmPanel } from '../ConfirmPanel'
import { DefinitionList } from '../DefinitionList'
import { Field } from '../Field'
import { Filters } from '../Filters'
import { Kpi } from '../Kpi'
import { Pagination } from '../Pagination'
import { Panel } from '../Panel'
import { ResponseProgress } from '../ResponseProgress'
import { SaveStatus } from '../SaveStatus'
import { Select } from '../Select'
import { Table, type Column } from '../Table'
import { Tabs } from '../Tabs'
import { VisuallyHidden } from '../VisuallyHidden'

type Place = { code: string; name: string; done: number; total: number; working: number }

const places: Place[] = [
  { code: '01327', name: 'Xã Cốc Pàng', done: 17, total: 41, working: 4 },
  { code: '01333', name: 'Xã Cô Ba', done: 18, total: 40, working: 3 },
  { code: '01321', name: 'Xã Bảo Lạc', done: 38, total: 45, working: 1 },
  { code: '01273', name: 'Phường Thục Phán', done: 47, total: 49, working: 0 },
]

/** What a planner meets. */
export function ShowDesk() {
  const t = useT('ui')
  return (
    <>
      <div className="row between">
        <span className="small muted">{t('show.who')}</span>
        <SaveStatus state="saved" />
      </div>
      <Columns kind="four">
        <Kpi label={t('show.kpi.answered')} value="81%" to="#desk">
          {t('show.kpi.answeredMore')}
        </Kpi>
        <Kpi label={t('show.kpi.gap')} value="46%" beside="44–48">
          {t('show.kpi.gapMore')}
        </Kpi>
        <Kpi label={t('show.kpi.conditions')} value="21" beside={t('show.kpi.of56')} />
        <Kpi label={t('show.kpi.plan')} value="12" beside={t('show.kpi.ofClasses')} />
      </Columns>
      <Tabs
        label={t('show.tabs')}
        items={[
          { to: '#place', label: t('show.tab.place'), current: true, count: 56 },
          { to: '#cluster', label: t('show.tab.cluster'), count: 8 },
          { to: '#skill', label: t('show.tab.skill') },
        ]}
      />
      <Filters clearHref="#desk" keep={{ sort: 'name' }}>
        <Field id="show-search" name="search" type="search" label={t('show.field.search')} />
        <Select
          id="show-filter"
          name="commune"
          label={t('show.field.commune')}
          placeholder
          options={places.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filters>
      <Columns kind="side">
        <Panel title={t('show.table.caption')} end={<a href="#desk">Excel</a>}>
          <PlaceTable rows={places} />
          <Pagination page={5} pages={14} hrefOf={(page) => `?page=${page}`} />
          <PlaceTable rows={[]} />
        </Panel>
        <div>
          <Panel title={t('show.facts.computer')}>
            <DefinitionList
              items={[
                {
                  term: t('show.facts.computer'),
                  description: t('show.facts.unknown'),
                  action: <Edit what="1" />,
                },
                { term: t('show.many.legend'), description: t('show.many.b'), action: <Edit what="2" /> },
              ]}
            />
            <ChoiceGroup
              id="show-tight"
              name="tight"
              type="radio"
              tight
              legend={t('show.many.legend')}
              options={[
                { value: 'a', label: t('show.many.a'), checked: true },
                { value: 'b', label: t('show.many.b') },
              ]}
            />
            <Button>{t('show.save')}</Button>{' '}
            <ButtonLink to="#desk" quiet>
              {t('show.check')}
            </ButtonLink>
          </Panel>
          <ConfirmPanel
            level={2}
            title={t('show.confirm.title')}
            what={<p>{t('show.confirm.what')}</p>}
            confirmLabel={t('show.confirm.label')}
            cancelTo="#desk"
          />
        </div>
      </Columns>
    </>
  )
}

function Edit({ what }: { what: string }) {
  const t = useT('ui')
  return (
    <a href={`#${what}`}>
      {t('show.edit')}
      <VisuallyHidden> {what}</VisuallyHidden>
    </a>
  )
}

function PlaceTable({ rows }: { rows: Place[] }) {
  const t = useT('ui')
  const columns: Column<Place>[] = [
    {
      key: 'name',
      label: t('show.field.commune'),
      sortable: true,
      cell: (p) => <a href={`#${p.code}`}>{p.name}</a>,
    },
    {
      key: 'bar',
      label: t('show.table.progress'),
      figure: true,
      wideOnly: true,
      cell: (p) => <ResponseProgress done={p.done} total={p.total} />,
    },
    { key: 'done', label: t('show.table.answered'), align: 'end', sortable: true, cell: (p) => p.done },
    { key: 'working', label: t('show.table.working'), align: 'end', cell: (p) => p.working },
  ]
  return (
    <Table
      caption={t('show.table.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(place) => place.code}
      sort={{ key: 'done', direction: 'asc' }}
      sortHref={(key, direction) => `?sort=${key}-${direction}`}
      empty={t('show.table.none')}
    />
  )
}
