import { Note } from '~/ui/Note'

/** A command as it is typed; a long one goes on in the next line. */
export function CommandText({ children }: { children: string }) {
  return (
    <Note>
      <p>
        <code>{children}</code>
      </p>
    </Note>
  )
}
