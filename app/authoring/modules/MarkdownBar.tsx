import { useT } from '~/platform/i18n/react'
import { boxNames } from '~/learning/pack/text-shape'
import type { DraftModule } from './draft-module'
import { figureLine } from './markdown-lines'
import toolbarUrl from './toolbar.js?url'

/** What the script puts over each text in Markdown; without script nothing of it is seen. */
export function MarkdownBar({ figures }: Pick<DraftModule, 'figures'>) {
  const t = useT('modules')
  const wraps = [
    ['bold', '**', '**'],
    ['link', '[', '](https://)'],
  ] as const
  const lines = [
    ['heading', '## '],
    ['subheading', '### '],
    ['list', '- '],
    ['numbers', '1. '],
  ] as const
  const paths = Object.keys(figures)
  return (
    <>
      <template id="markdown-bar">
        <div className="row small markdown-bar">
          {wraps.map(([name, before, after]) => (
            <button key={name} type="button" className="link" data-before={before} data-after={after}>
              {t(`bar.${name}`)}
            </button>
          ))}
          {lines.map(([name, each]) => (
            <button key={name} type="button" className="link" data-each={each}>
              {t(`bar.${name}`)}
            </button>
          ))}
          <button
            type="button"
            className="link"
            data-before={`\n| ${t('bar.column')} | ${t('bar.column')} |\n|---|---|\n| `}
            data-after=" | |\n"
          >
            {t('bar.table')}
          </button>
          <select className="field" aria-label={t('bar.box')}>
            <option>{t('bar.box')}</option>
            {boxNames.map((name) => (
              <option key={name} {...boxData(name)}>
                {t(`box.${name}`)}
              </option>
            ))}
          </select>
          {paths.length > 0 ? (
            <select className="field" aria-label={t('bar.figure')}>
              <option>{t('bar.figure')}</option>
              {(['vi', 'en'] as const).map((locale) =>
                paths.map((path) => (
                  <option
                    key={locale + path}
                    data-only={locale}
                    data-before={`\n${figureLine(path, figures[path]!, locale)}\n`}
                  >
                    {path.replace('figures/', '')}
                  </option>
                )),
              )}
            </select>
          ) : null}
        </div>
      </template>
      <script type="module" src={toolbarUrl} />
    </>
  )
}

function boxData(name: (typeof boxNames)[number]) {
  if (name === 'check') return { 'data-before': '\n::: check ', 'data-after': '\n:::\n' }
  return { 'data-before': `\n::: ${name}\n${name === 'steps' ? '1. ' : ''}`, 'data-after': '\n:::\n' }
}
