import { refuse } from '~/platform/http/errors'

/** Every address that is no page. */
export function loader() {
  throw refuse('notFound')
}

export function action() {
  throw refuse('notFound')
}

export default function NotFound() {
  return null
}
