import { useT } from '~/platform/i18n/react'
import { Tag } from '~/ui/Tag'
import type { Flag } from './item-flags'

const grave: readonly Flag[] = ['negative', 'distractor']

/** What is remarkable about an item, in words. */
export function FlagTags({ flags }: { flags: readonly Flag[] }) {
  const t = useT('analysis')
  return (
    <>
      {flags.map((flag) => (
        <span key={flag}>
          <Tag kind={grave.includes(flag) ? 'bad' : 'care'}>{t(`flag.${flag}`)}</Tag>{' '}
        </span>
      ))}
    </>
  )
}
