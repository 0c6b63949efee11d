import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { EstimateDot } from '~/ui/EstimateDot'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { leastSide } from './did'
import { logits } from './effect-words'
import type { ModuleEffect } from './view-effect.server'

/** Each module of the plan by itself, where enough people stand on both sides. */
export function ModulesPanel({ modules }: { modules: ModuleEffect[] }) {
  const t = useT('carry')
  const locale = useLocale()
  if (modules.length === 0) return null
  const far =
    1.1 *
    modules.reduce(
      (most, { ability, expected }) =>
        Math.max(
          most,
          Math.abs(ability?.low ?? 0),
          Math.abs(ability?.high ?? 0),
          Math.abs(expected?.effect ?? 0),
        ),
      0.5,
    )
  return (
    <Panel title={t('effect.modules')}>
      <Table
        caption={t('effect.modulesCaption')}
        captionHidden
        rows={modules}
        rowKey={({ module, delivery }) => `${module} ${delivery}`}
        columns={[
          {
            key: 'module',
            label: t('effect.module'),
            rowHeader: true,
            cell: ({ title, delivery }) => (
              <>
                {title[locale]} <small>{t(`delivery.${delivery}`)}</small>
              </>
            ),
          },
          {
            key: 'completed',
            label: t('follow.completed'),
            align: 'end',
            cell: ({ completed }) => formatNumber(locale, completed),
          },
          {
            key: 'expected',
            label: t('effect.expected'),
            align: 'end',
            cell: ({ expected }) => (expected ? logits(locale, expected.effect) : '–'),
          },
          {
            key: 'measured',
            label: t('effect.measured'),
            align: 'end',
            cell: ({ ability }) =>
              ability
                ? t('effect.interval', {
                    value: logits(locale, ability.effect),
                    low: logits(locale, ability.low),
                    high: logits(locale, ability.high),
                  })
                : t('effect.fewShort', { people: leastSide }),
          },
          {
            key: 'figure',
            label: t('effect.picture'),
            figure: 'narrow',
            cell: ({ ability, expected }) =>
              ability ? (
                <EstimateDot
                  value={ability.effect}
                  low={ability.low}
                  high={ability.high}
                  domain={[-far, far]}
                  compare={expected ? { name: t('effect.expected'), value: expected.effect } : undefined}
                  format={(value) => logits(locale, value)}
                />
              ) : null,
          },
        ]}
      />
    </Panel>
  )
}
