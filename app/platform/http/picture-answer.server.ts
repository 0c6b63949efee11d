const types = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const

/** A picture to see or to save; it holds what only this person may see, so nothing on the way keeps it. */
export function pictureAnswer(
  picture: string | Uint8Array,
  kind: keyof typeof types,
  fileName: string,
): Response {
  return new Response(picture as BodyInit, {
    headers: {
      'Content-Type': types[kind],
      'Content-Disposition': `inline; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
