import { Panel } from '~/ui/Panel'

type WrittenMailProps = { name: string; lang: string; title: string; text: string }

/** A message as its receiver reads it. */
export function WrittenMail({ name, lang, title, text }: WrittenMailProps) {
  return (
    <Panel title={name} level={3}>
      <div lang={lang}>
        <p>
          <b>{title}</b>
        </p>
        <p className="kept-lines">{text}</p>
      </div>
    </Panel>
  )
}
