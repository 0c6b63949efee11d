import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { tickedIn } from './clusters'
import type { ClusterView } from './clusters.server'

type Props = { view: ClusterView; asksDelete: boolean; reply?: FormReply }

/** One cluster: its name, and which communes it holds. */
export function ClusterPage({ view: { cluster, communes, mark }, asksDelete, reply }: Props) {
  const t = useT('clusters')
  const { id, name } = cluster
  const field = fieldProps(t, reply, { name })
  const ticked = new Set(reply ? tickedIn(Object.keys(reply.typed)) : cluster.communes)
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['name', 'communes'])} />
      <Crumbs
        items={[
          { to: paths.desk(), label: t('crumb.desk') },
          { to: paths.clusters(), label: t('title') },
          { label: name },
        ]}
      />
      <PageTitle>{name}</PageTitle>
      {asksDelete ? (
        <ConfirmPanel
          level={2}
          title={t('delete.title', { name })}
          what={<p>{t('delete.what', { count: cluster.communes.length })}</p>}
          confirmLabel={t('delete.confirm')}
          cancelTo={paths.cluster(id)}
          action={paths.cluster(id)}
          fields={{ intent: 'delete' }}
        />
      ) : null}
      <form method="post" id={mainFormId} action={paths.cluster(id)}>
        <HiddenFields values={{ intent: 'save', mark }} />
        <Field {...field('name')} label={t('name')} width="medium" maxLength={120} autoComplete="off" />
        <Fieldset
          id="communes"
          legend={t('fill.legend')}
          hint={t('fill.hint')}
          error={field('communes').error}
        >
          <div className="row">
            {communes.map(({ code, name: commune, other }, i) => (
              <Choice
                key={code}
                type="checkbox"
                tight
                id={i === 0 ? 'communes' : undefined}
                name={`in.${code}`}
                value="yes"
                label={commune}
                hint={other ? t('fill.other', { name: other }) : undefined}
                checked={ticked.has(code)}
              />
            ))}
          </div>
        </Fieldset>
        <ButtonRow stay>
          <Button quiet={asksDelete}>{t('save')}</Button>
          <a href={paths.clusters()}>{t('back')}</a>
          {asksDelete ? null : (
            <ButtonLink to={paths.cluster(id, { ask: 'delete' })} quiet danger>
              {t('delete.ask')}
            </ButtonLink>
          )}
        </ButtonRow>
      </form>
    </Main>
  )
}
