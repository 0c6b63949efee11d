import type { FormReply } from '~/platform/http/form-reply'
import { useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import type { Key } from '~/platform/i18n/resources'
import type { T } from '~/platform/i18n/translate'
import { Button } from '~/ui/Button'
import { Choice } from '~/ui/Choice'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Note } from '~/ui/Note'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { TextArea } from '~/ui/TextArea'
import { markField, textField } from './document-form'
import { footFields, headFields } from './draft'
import type { OutlineItem } from './outline'
import type { DocumentView } from './view-document.server'
import { isOneLine } from './wording'

/** Sections that two changed at once: what the other wrote, by section. */
export type ConflictReply = {
  theirs: Record<string, string>
  marks: Record<string, string>
  editor: string | null
  at: string
}

type Reply = FormReply & { conflict?: ConflictReply }
type Section = DocumentView['sections'][number]

export function faultOf(t: T<'official'>, reply: Reply | null | undefined, key: string): string | undefined {
  return translated(t, reply?.errors[textField(key)], reply?.values?.[textField(key)])
}

type Props = { view: DocumentView; outline: OutlineItem[]; reply?: Reply | null }

/** The sections of a document in its order, with what stands between them and always follows the data. */
export function DocumentSections({ view: { sections, document }, outline, reply }: Props) {
  const t = useT('official')
  const byKey = new Map(sections.map((section) => [section.key, section]))
  const section = (key: string) => {
    const found = byKey.get(key)
    return found ? (
      <SectionField key={key} section={found} language={document.language} reply={reply} />
    ) : null
  }
  return (
    <>
      <Panel title={t('edit.head')}>{headFields.map(section)}</Panel>
      <Panel title={t('edit.body')}>
        <p className="hint">{t('hint.lines')}</p>
        {outline.map((item, i) =>
          item.kind === 'words' ? (
            section(item.key)
          ) : item.kind === 'heading' && outline[i + 1]?.kind === 'words' ? null : (
            <Between key={`${item.kind} ${i}`} item={item} language={document.language} />
          ),
        )}
      </Panel>
      <Panel title={t('edit.foot')}>{footFields.map(section)}</Panel>
    </>
  )
}

/** What cannot be written into; a heading right above a field says what its label says, and is left out. */
function Between({ item, language }: { item: Exclude<OutlineItem, { kind: 'words' }>; language: string }) {
  const t = useT('official')
  if (item.kind === 'heading')
    return item.level === 1 ? <h3 lang={language}>{item.text}</h3> : <h4 lang={language}>{item.text}</h4>
  const name = <span lang={language}>{item.text}</span>
  if (item.kind === 'annex')
    return (
      <h3>
        {t('edit.annex')} {name}
      </h3>
    )
  if (item.kind === 'table' && item.text === '')
    return <p className="muted">{t('edit.tableHere', { count: item.rows })}</p>
  return (
    <p className="muted">
      {t(`edit.${item.kind}`)} {name}
    </p>
  )
}

/** Fields whose label says all; the others have a hint. */
const hints: Partial<Record<string, Key<'official'>>> = {
  number: 'hint.number',
  date: 'hint.date',
  to: 'hint.to',
  recipients: 'hint.recipients',
  authority: 'hint.authority',
}

function SectionField({
  section,
  language,
  reply,
}: {
  section: Section
  language: string
  reply?: Reply | null
}) {
  const t = useT('official')
  const { key, text, touched, moved, suggested, kept, mark } = section
  const name = t(`section.${key}` as Key<'official'>)
  const conflict = reply?.conflict
  const theirs = conflict?.theirs[key]
  const who = conflict?.editor ?? t('somebody')
  const hint = hints[key]
  const props = {
    id: textField(key),
    name: textField(key),
    label: name,
    defaultValue: reply ? reply.typed[textField(key)] : text,
    error: faultOf(t, reply, key),
    hint: hint ? t(hint) : undefined,
    tag: touched ? <Tag>{t('edit.touched')}</Tag> : undefined,
    lang: language,
  }
  return (
    <>
      {isOneLine(key) ? <Field {...props} /> : <TextArea {...props} rows={rowsFor(text)} />}
      <HiddenFields
        values={{ [markField(key)]: conflict?.marks[key] ?? reply?.typed[markField(key)] ?? mark }}
      />
      {theirs === undefined ? null : (
        <Note kind="care" title={t('edit.theirs', { who })}>
          <Words text={theirs} language={language} />
          <Choice type="checkbox" tight name="take" value={key} label={t('edit.takeTheirs', { who })} />
        </Note>
      )}
      {moved ? (
        <Note kind="care" title={t('edit.moved')}>
          <Words text={suggested} language={language} />
        </Note>
      ) : null}
      {touched ? (
        <Button quiet name="then" value={`suggested:${key}`}>
          {t('edit.toSuggested', { section: name })}
        </Button>
      ) : null}
      {kept !== null && !touched ? (
        <Button quiet name="then" value={`kept:${key}`}>
          {t('edit.toKept', { section: name })}
        </Button>
      ) : null}
    </>
  )
}

function Words({ text, language }: { text: string; language: string }) {
  return (
    <>
      {text.split('\n').map((line, i) => (
        <p key={i} lang={language}>
          {line}
        </p>
      ))}
    </>
  )
}

/** As many lines as the text takes on a desk, between two and twelve. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 110), 0)
  return Math.min(12, Math.max(2, lines))
}
