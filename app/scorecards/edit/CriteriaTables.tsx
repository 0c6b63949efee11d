import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { Table, type Column } from '~/ui/Table'
import { pointsInAll, type Card, type Criterion } from '../card'
import { pointsText, ruleText, sourceText } from '../score-words'
import type { CriteriaView } from '../views/view-criteria.server'

/** The criteria of a card, group by group; of the draft with what can be done to each. */
export function CriteriaTables({ view, card }: { view: CriteriaView; card: Card }) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { names, draft } = view
  const columns: Column<Criterion>[] = [
    {
      key: 'name',
      label: t('criteria.name'),
      cell: ({ code, name }) =>
        draft ? (
          <a href={paths.scorecardCriterion(code)}>
            {code} {name[locale]}
          </a>
        ) : (
          `${code} ${name[locale]}`
        ),
    },
    { key: 'max', label: t('criteria.max'), align: 'end', cell: ({ max }) => pointsText(locale, max) },
    { key: 'source', label: t('criteria.source'), cell: ({ source }) => sourceText(locale, source, names) },
    { key: 'rule', label: t('criteria.rule'), cell: (criterion) => ruleText(locale, criterion, names.units) },
  ]
  const tools: Column<Criterion> = {
    key: 'tools',
    label: t('criteria.tools'),
    labelHidden: true,
    cell: (criterion) => <Tools criterion={criterion} />,
  }
  const retired = card.criteria.filter((each) => each.retired)
  return (
    <>
      {card.groups.map((group) => {
        const own = card.criteria.filter((each) => each.group === group.code && !each.retired)
        return (
          <Panel
            key={group.code}
            title={group.name[locale]}
            end={t('groups.points', { points: pointsText(locale, pointsInAll(own)) })}
          >
            {own.length === 0 ? (
              <p className="muted">{t('criteria.emptyGroup')}</p>
            ) : (
              <Table
                caption={t('criteria.caption', { name: group.name[locale] })}
                captionHidden
                rows={own}
                rowKey={({ code }) => code}
                columns={draft ? [...columns, tools] : columns}
              />
            )}
          </Panel>
        )
      })}
      {draft && retired.length > 0 ? (
        <Panel title={t('criteria.retired')}>
          <Table
            caption={t('criteria.retired')}
            captionHidden
            rows={retired}
            rowKey={({ code }) => code}
            columns={[
              ...columns.slice(0, 2),
              {
                key: 'restore',
                label: t('criteria.tools'),
                labelHidden: true,
                cell: ({ code }) => <Do intent="restore" code={code} label={t('criterion.restore')} />,
              },
            ]}
          />
        </Panel>
      ) : null}
    </>
  )
}

function Tools({ criterion: { code } }: { criterion: Criterion }) {
  const t = useT('scorecard')
  return (
    <div className="row">
      <Do intent="up" code={code} label={t('criterion.up')} />
      <Do intent="down" code={code} label={t('criterion.down')} />
    </div>
  )
}

function Do({ intent, code, label }: { intent: string; code: string; label: string }) {
  return (
    <form method="post">
      <HiddenFields values={{ intent, code }} />
      <Button quiet>
        {label}
        <span className="vh"> {code}</span>
      </Button>
    </form>
  )
}
