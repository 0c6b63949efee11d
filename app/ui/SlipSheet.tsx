import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { sheets } from './slips'

export type SlipData = {
  key: string
  /** Whose slip it is. */
  title: ReactNode
  /** What to type, with its label; `code` sets it large, in letters that cannot be confused. */
  lines: { label: ReactNode; value: ReactNode; code?: boolean }[]
  /** Where to go and until when. */
  foot?: ReactNode
}

/**
 * Slips to cut apart, eight on a sheet of A4. On paper it wants pages of its own: `<TopBar printed={false}>` and
 * `no-print` on what stands above it.
 * `<SlipSheet sample slips={[{ key: '1', title: 'Nguyễn Thị Ễnh', lines: [{ label: 'Mã', value: 'K7M4-2QXD', code: true }] }]} />`
 */
export function SlipSheet({ slips, sample }: { slips: SlipData[]; sample?: boolean }) {
  return (
    <div className="slips">
      {sheets(slips).map((sheet) => (
        <div key={sheet[0]?.key} className="slip-page">
          {sheet.map((slip) => (
            <Slip key={slip.key} slip={slip} sample={sample} />
          ))}
        </div>
      ))}
    </div>
  )
}

function Slip({ slip, sample }: { slip: SlipData; sample?: boolean }) {
  const t = useT('ui')
  return (
    <section className="slip">
      {sample ? <p className="slip-sample">{t('sample.short')}</p> : null}
      <p className="slip-title">{slip.title}</p>
      <dl>
        {slip.lines.map((line, i) => (
          <div key={i}>
            <dt>{line.label}</dt>
            <dd>{line.code ? <code>{line.value}</code> : line.value}</dd>
          </div>
        ))}
      </dl>
      {slip.foot ? <p className="slip-foot">{slip.foot}</p> : null}
    </section>
  )
}
