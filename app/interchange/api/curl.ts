type Asked = { url: string; token?: string; tag?: string }

/** A call as one types it into a terminal; without a token of its own it names the variables in which token and tag are. */
export function curl({ url, token = '$TOKEN', tag }: Asked): string {
  const known = tag ? ` -H "If-None-Match: ${tag}"` : ''
  return `curl -H "Authorization: Bearer ${token}"${known} "${url}"`
}
