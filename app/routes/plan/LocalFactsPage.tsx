import type { LocalUse } from '~/learning/local-uses.server'
import { paths } from '~/paths'
import type { ListedFact } from '~/people/places/list-local-facts.server'
import { factLimit } from '~/people/places/local-facts'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { locales, pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { VisuallyHidden } from '~/ui/VisuallyHidden'

type Fact = ListedFact & { uses: LocalUse[] }
type PageProps = {
  province: string
  facts: Fact[]
  note: 'saved' | 'unchanged' | null
  reply?: FormReply
}

/** What the lessons say of the province, and what they say where the province has said nothing. */
export function LocalFactsPage({ province, facts, note, reply }: PageProps) {
  const t = useT('local')
  const desk = useT('campaigns')
  const locale = useLocale()
  const field = fieldProps(t, reply)
  const summary = facts.flatMap(({ name }, at) =>
    locales.flatMap((language) =>
      summaryOf(field, [`facts[${at}].${language}`]).map((line) => ({
        ...line,
        text: `${t('row', { name: pick(name, locale), language: t(language) })}: ${line.text}`,
      })),
    ),
  )
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: desk('desk.title') }, { label: t('title') }]} />
      <PageTitle lead={t('lead', { province })}>{t('title')}</PageTitle>
      <p>
        {t('count', { own: facts.filter(({ own }) => own).length, all: facts.length })} {t('blank')}
      </p>
      {note && !reply ? (
        <Note kind={note === 'saved' ? 'done' : 'info'} role="status">
          {t(note)}
        </Note>
      ) : null}
      <ErrorSummary errors={summary} />
      <form method="post" id={mainFormId} noValidate>
        {facts.map((fact, at) => (
          <FactPanel key={fact.code} fact={fact} row={`facts[${at}]`} reply={reply} />
        ))}
        <ButtonRow stay>
          <Button>{t('save')}</Button>
          <a href={paths.desk()}>{t('cancel')}</a>
        </ButtonRow>
      </form>
    </Main>
  )
}

function FactPanel({ fact, row, reply }: { fact: Fact; row: string; reply?: FormReply }) {
  const t = useT('local')
  const locale = useLocale()
  const { code, name, hint, own } = fact
  const value = own?.value ?? null
  const field = fieldProps(t, reply, { [`${row}.vi`]: value?.vi ?? '', [`${row}.en`]: value?.en ?? '' })
  // What was typed against an earlier row is judged against that row until the person has seen the new one.
  const stale = reply?.errors[`${row}.vi`] === 'error.stale'
  const seen = stale ? own?.id : (reply?.typed[`${row}.seen`] ?? own?.id)
  return (
    <Panel title={pick(name, locale)}>
      <HiddenFields values={{ [`${row}.code`]: code, [`${row}.seen`]: String(seen ?? 0) }} />
      <Columns kind="two">
        <div>
          <p>
            {`${t('inForce')}: `}
            <b>{pick(value ?? fact.default, locale)}</b>{' '}
            <Tag kind={value ? 'ok' : 'plain'}>{t(value ? 'own' : 'default')}</Tag>
            {own ? (
              <span className="small muted">
                {` ${t('changed')}: ${t('changedBy', { at: formatDateTime(own.at), by: own.by ?? t('somebody') })}`}
              </span>
            ) : null}
          </p>
          <p className="small">{pick(hint, locale)}</p>
          <Uses uses={fact.uses} />
        </div>
        <div>
          {locales.map((language) => (
            <Field
              key={language}
              {...field(`${row}.${language}`)}
              label={
                <>
                  {t(language)}
                  <VisuallyHidden>{`: ${pick(name, locale)}`}</VisuallyHidden>
                </>
              }
              lang={language}
              maxLength={factLimit}
            />
          ))}
          {value ? (
            <Choice
              type="checkbox"
              name={`${row}.reset`}
              value="yes"
              checked={reply?.typed[`${row}.reset`] === 'yes'}
              label={t('reset', { value: pick(fact.default, locale) })}
              tight
            />
          ) : null}
        </div>
      </Columns>
    </Panel>
  )
}

function Uses({ uses }: { uses: LocalUse[] }) {
  const t = useT('local')
  if (uses.length === 0) return <p className="small muted">{t('usedNowhere')}</p>
  return (
    <details className="small">
      <summary>{t('usedIn', { count: uses.length })}</summary>
      <ul>
        {uses.map(({ module, moduleTitle, code, title }) => (
          <li key={`${module}/${code}`}>
            <a href={paths.lesson(module, code)}>{title}</a>
            <span className="muted">{` · ${moduleTitle}`}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
