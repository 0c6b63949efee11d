type Route = { id: string; path?: string; index?: boolean }

/**
 * Finds the route of a path as the framework would: the one with most fixed segments among those that fit, else the
 * one for pages that are not found. Fixed segments are compared without regard to case, as the framework does. A pattern
 * that ends in `/*` takes whatever follows.
 */
export function routeFinder(routes: Route[]): (path: string) => string {
  const notFound = routes.find(({ path }) => path === '*')?.id ?? ''
  const patterns = routes
    .filter(({ path }) => path !== '*')
    .map(({ id, path }) => ({ id, segments: (path ?? '').toLowerCase().split('/').filter(Boolean) }))
    .sort((a, b) => fixed(b.segments) - fixed(a.segments))
  return (path) => {
    const asked = path
      .replace(/\.data$/, '')
      .toLowerCase()
      .split('/')
      .filter(Boolean)
    const found = patterns.find(
      ({ segments }) =>
        (segments.length === asked.length || segments.at(-1) === '*') &&
        segments.every(
          (segment, i) =>
            segment === '*' || segment === asked[i] || (segment.startsWith(':') && asked[i] !== undefined),
        ),
    )
    return found?.id ?? notFound
  }
}

const fixed = (segments: string[]) => segments.filter((segment) => !/^[:*]/.test(segment)).length
