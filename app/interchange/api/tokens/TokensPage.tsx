import { paths } from '~/paths'
import type { FormReply } from '~/platform/http/form-reply'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { ListedToken, TokenList } from './list-tokens.server'
import type { TokenState } from './token'
import { TokenFaults, TokenForm } from './TokenForm'

type Props = { list: TokenList; asked: ListedToken | null; revoked: boolean; reply?: FormReply }

/** The tokens of the API: which systems read what until when, a form for a new one, and a question before one ends. */
export function TokensPage({ list: { tokens, provinces }, asked, revoked, reply }: Props) {
  const t = useT('api')
  const campaigns = useT('campaigns')
  const inUse = tokens.filter(({ state }) => state === 'active' || state === 'soon').length
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: campaigns('desk.title') }, { label: t('tokens.title') }]} />
      <TokenFaults reply={reply} />
      {asked ? (
        <ConfirmPanel
          title={t('revoke.title', { name: asked.name })}
          what={<p>{t('revoke.text')}</p>}
          confirmLabel={t('revoke.submit')}
          cancelTo={paths.apiTokens()}
          action={paths.apiTokens()}
          fields={{ revoke: asked.id }}
        />
      ) : (
        <>
          <PageTitle
            lead={inUse === 0 ? t('tokens.none') : t('tokens.lead', { count: inUse })}
            actions={
              <ButtonLink quiet to={paths.api()}>
                {t('tokens.about')}
              </ButtonLink>
            }
          >
            {t('tokens.title')}
          </PageTitle>
          {revoked ? (
            <Note kind="done" role="status">
              {t('tokens.revoked')}
            </Note>
          ) : null}
          {tokens.length === 0 ? (
            <EmptyState title={t('tokens.empty')} text={t('tokens.emptyText')} />
          ) : (
            <TokensTable tokens={tokens} several={provinces.length > 1} />
          )}
          <Panel title={t('form.title')}>
            <TokenForm provinces={provinces} reply={reply} />
          </Panel>
        </>
      )}
    </Main>
  )
}

const kinds: Record<TokenState, TagKind> = { active: 'ok', soon: 'care', expired: 'plain', revoked: 'plain' }

function TokensTable({ tokens, several }: { tokens: ListedToken[]; several: boolean }) {
  const t = useT('api')
  const placeOf = ({ commune, province }: ListedToken) => {
    if (!commune) return province
    return several ? `${commune}, ${province}` : commune
  }
  return (
    <Table
      caption={t('tokens.title')}
      captionHidden
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', label: t('column.name'), cell: ({ name }) => name },
        { key: 'place', label: t('column.place'), cell: placeOf },
        {
          key: 'state',
          label: t('column.state'),
          cell: ({ state }) => <Tag kind={kinds[state]}>{t(`state.${state}`)}</Tag>,
        },
        {
          key: 'until',
          label: t('column.until'),
          cell: ({ expiresAt, revokedAt }) => formatDate(new Date(revokedAt ?? expiresAt)),
        },
        {
          key: 'used',
          label: t('column.used'),
          cell: ({ lastUsedOn }) =>
            lastUsedOn ? formatDate(lastUsedOn) : <span className="muted">{t('column.never')}</span>,
        },
        {
          key: 'issued',
          label: t('column.issued'),
          cell: ({ createdAt, createdBy }) => (
            <>
              {formatDate(new Date(createdAt))}
              {createdBy ? <small className="muted"> {createdBy}</small> : null}
            </>
          ),
        },
        {
          key: 'end',
          label: t('column.revoke'),
          labelHidden: true,
          cell: ({ id, name, state }) =>
            state === 'revoked' || state === 'expired' ? null : (
              <a href={paths.apiTokens({ revoke: id })} aria-label={t('column.revokeOf', { name })}>
                {t('column.revoke')}
              </a>
            ),
        },
      ]}
    />
  )
}
