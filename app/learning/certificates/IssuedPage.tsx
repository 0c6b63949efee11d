import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Fieldset } from '~/ui/Fieldset'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { reasonLength } from './certificate'
import { CertificateFactList } from './CertificateFactList'
import { StateTag } from './StateTag'
import type { IssuedView } from './view-issued.server'

type IssuedPageProps = { issued: IssuedView; reply?: FormReply | null }

/** A certificate at the desk of those who may revoke it and take that back. */
export function IssuedPage({ issued, reply }: IssuedPageProps) {
  const t = useT('certificates')
  const { identity, state, supersededBy } = issued
  const field = fieldProps(t, reply)
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.certificates(), label: t('list.title') }, { label: identity.number }]} />
      <ErrorSummary title={t('revoke.errors')} errors={summaryOf(field, ['reason', 'compared'])} />
      <PageTitle tag={<StateTag state={state} />}>{t('issued.title', { number: identity.number })}</PageTitle>
      {supersededBy ? (
        <Note>
          {t('issued.superseded')} <a href={paths.certificateOf(supersededBy)}>{supersededBy}</a>
        </Note>
      ) : null}
      {state === 'revoked' ? <Restore issued={issued} /> : null}
      <Panel title={t('issued.says')}>
        <CertificateFactList facts={identity} />
      </Panel>
      {state === 'revoked' ? null : <Revoke number={identity.number} field={field} reply={reply} />}
    </Main>
  )
}

type RevokeProps = { number: string; field: ReturnType<typeof fieldProps>; reply?: FormReply | null }

function Revoke({ number, field, reply }: RevokeProps) {
  const t = useT('certificates')
  const compared = field('compared')
  return (
    <section className="panel confirm">
      <h2>{t('revoke.title')}</h2>
      <p>{t('revoke.what')}</p>
      <form method="post" action={paths.certificateOf(number)} id={mainFormId}>
        <TextArea
          {...field('reason')}
          label={t('revoke.reason')}
          hint={t('revoke.reasonHint')}
          rows={3}
          maxLength={reasonLength}
        />
        <Fieldset id="compared-group" legend={t('revoke.compare')} error={compared.error}>
          <Choice
            type="checkbox"
            id="compared"
            name="compared"
            value="yes"
            checked={reply?.typed.compared === 'yes'}
            invalid={Boolean(compared.error)}
            label={t('revoke.compared')}
          />
        </Fieldset>
        <ButtonRow>
          <Button danger name="intent" value="revoke">
            {t('revoke.do', { number })}
          </Button>
          <a href={paths.certificates()}>{t('revoke.cancel')}</a>
        </ButtonRow>
      </form>
    </section>
  )
}

function Restore({ issued: { identity, revokedAt, revokedBy, reason } }: { issued: IssuedView }) {
  const t = useT('certificates')
  const at = formatDateTime(revokedAt ?? '')
  return (
    <Note kind="stop">
      <p>
        <b>{revokedBy ? t('issued.revokedBy', { at, by: revokedBy }) : t('issued.revoked', { at })}</b>
      </p>
      <p>{t('own.reason', { reason: reason ?? '' })}</p>
      <p>{t('restore.what')}</p>
      <form method="post" action={paths.certificateOf(identity.number)} id={mainFormId}>
        <ButtonRow>
          <Button quiet name="intent" value="restore">
            {t('restore.do')}
          </Button>
        </ButtonRow>
      </form>
    </Note>
  )
}
