import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { classes } from '~/ui/classes'
import { Tag, type TagKind } from '~/ui/Tag'
import type { Standing } from '../progress'
import type { Named, StepView } from './path-view'
import { timeText } from './time-text'

type PathStepsProps = {
  steps: readonly StepView[]
  /** Whose needs the steps lead to, in the words before them. */
  whose: 'position' | 'group'
  /** Links of the page lead to the steps: for a page with one path. */
  anchored?: boolean
  standings?: Record<string, Standing> | null
  /** Two columns where there is room. */
  wide?: boolean
}

const kinds: Record<Standing, TagKind> = { new: 'plain', begun: 'now', finished: 'ok' }

/** The modules of a path in their order, each with why, its practice tasks, and a box to tick on paper. */
export function PathSteps({ steps, whose, anchored, standings, wide }: PathStepsProps) {
  const t = useT('route')
  const tl = useT('learning')
  const locale = useLocale()
  return (
    <ol className={classes('steps-list', wide && 'flow')}>
      {steps.map(({ code, title, lessons, minutes, covers, before, practice }, i) => (
        <li key={code} id={anchored ? `step-${i + 1}` : undefined} className="paper-question">
          <Box />
          <b>
            <a href={paths.module(code)}>{title}</a>
          </b>{' '}
          {standings?.[code] ? (
            <span className="no-print">
              <Tag kind={kinds[standings[code]]}>{tl(`standing.${standings[code]}`)}</Tag>
            </span>
          ) : null}
          <p>
            <span className="line">
              {before === null
                ? t(`step.why.${whose}`, { names: covers.map((each) => levelled(each)).join('; ') })
                : t('step.before', { title: before })}
            </span>
            <span className="line muted">
              {t('step.length', { count: lessons, time: timeText(locale, minutes) })}
            </span>
          </p>
          {practice.length > 0 ? (
            <ul>
              {practice.map((task) => (
                <li key={task.code}>
                  <Box />
                  {t('step.practice')} <a href={paths.practice(task.code)}>{task.title}</a>{' '}
                  <span className="muted">{t('step.practiceTime', { count: task.minutes })}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  )

  function levelled({ name, level }: Named): string {
    return t('competency', { name, level })
  }
}

/** To tick with a pen. */
function Box() {
  return (
    <span className="print-only" aria-hidden="true">
      <span className="paper-box" />{' '}
    </span>
  )
}
