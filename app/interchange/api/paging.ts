/** Which of `total` items stand on a page; there is a first page even where there is nothing. */
export type Paging = { number: number; size: number; pages: number; total: number }

export function pagingOf(total: number, { page, size }: { page: number; size: number }): Paging {
  return { number: page, size, pages: Math.max(1, Math.ceil(total / size)), total }
}

/** Addresses of the pages around one, relative to the server; null where there is none. */
export type Links = { self: string; first: string; prev: string | null; next: string | null; last: string }

/**
 * The links of a page. `query` is what was asked besides the page, defaults left out.
 * @example linksOf('/api/v1/communes', { size: '50' }, { number: 2, size: 50, pages: 3, total: 120 }).next
 */
export function linksOf(path: string, query: Record<string, string>, { number, pages }: Paging): Links {
  const to = (page: number) => {
    const search = new URLSearchParams(page === 1 ? query : { ...query, page: String(page) }).toString()
    return search === '' ? path : `${path}?${search}`
  }
  return {
    self: to(number),
    first: to(1),
    prev: number > 1 ? to(number - 1) : null,
    next: number < pages ? to(number + 1) : null,
    last: to(pages),
  }
}

/** The `Link` header of a page (RFC 8288). */
export function linkHeader(links: Links): string {
  return (['first', 'prev', 'next', 'last'] as const)
    .flatMap((rel) => (links[rel] === null ? [] : [`<${links[rel]}>; rel="${rel}"`]))
    .join(', ')
}
