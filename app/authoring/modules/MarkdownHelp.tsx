import { boxNames } from '~/learning/pack/text-shape'
import { useT } from '~/platform/i18n/react'

/** What may be written in a lesson, always at hand, with script and without. */
export function MarkdownHelp() {
  const t = useT('modules')
  const marks = [
    ['**…**', t('bar.bold')],
    ['## …', t('bar.heading')],
    ['### …', t('bar.subheading')],
    ['- …', t('bar.list')],
    ['1. …', t('bar.numbers')],
    ['[…](https://…)', t('bar.link')],
    ['[…](lesson:…)', t('help.lesson')],
    ['| … | … |', t('bar.table')],
    ['![…](figures/…)', t('help.figure')],
    ['[[help-desk]]', t('help.local')],
  ] as const
  return (
    <details>
      <summary>{t('help.title')}</summary>
      <p className="small">{t('help.text')}</p>
      <dl className="small">
        {marks.map(([mark, meaning]) => (
          <div key={mark}>
            <dt>
              <code>{mark}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        {boxNames.map((name) => (
          <div key={name}>
            <dt>
              <code>{`::: ${name}`}</code>
            </dt>
            <dd>
              {t(`box.${name}`)}. {t(`help.${name}`)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
