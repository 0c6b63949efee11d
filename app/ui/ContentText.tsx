import { vietnameseLetters } from '~/platform/i18n/locale'

/** A text of content that has one language whatever the page speaks: said as Vietnamese where its letters are. */
export function ContentText({ text }: { text: string }) {
  return vietnameseLetters.test(text) ? <span lang="vi">{text}</span> : <>{text}</>
}
