/** A CSV as a file to save; it holds what only this person may see, so nothing on the way keeps it. */
export function csvAnswer(body: ReadableStream, fileName: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
