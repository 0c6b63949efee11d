/** A workbook as a file to save; it holds what only this person may see, so nothing on the way keeps it. */
export function xlsxAnswer(workbook: Uint8Array | ReadableStream, fileName: string): Response {
  return new Response(workbook as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
