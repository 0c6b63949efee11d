import type { CellValue } from '~/formats/table'
import type { Show } from '~/people/roster/preview-page'
import { plannerOf } from './actors'

/** The steps of a roster import by the planner of Cao Bằng; call it after `freshDatabase()`. */
export async function rosterSteps() {
  const { startImport } = await import('~/people/roster/start-import.server')
  const { readingDone } = await import('~/people/roster/reading.server')
  const { viewImport } = await import('~/people/roster/view-import.server')
  const { confirmImport } = await import('~/people/roster/confirm-import.server')
  const { writeWorkbook } = await import('~/formats/write-workbook.server')
  const planner = plannerOf('04')
  const headers = ['Mã cán bộ', 'Họ và tên', 'Ngày sinh', 'Xã/phường', 'Vị trí việc làm', 'Số CCCD']

  const workbook = (rows: CellValue[][], names = headers) =>
    writeWorkbook([{ name: 'DS', columns: names.map((header) => ({ header })), rows }])
  const upload = async (file: Uint8Array, fileName = 'ds.xlsx') => {
    const answer = await startImport(planner, { fileName, file })
    if (!answer.id) return { fault: answer.fault!.message.key, id: '' }
    await readingDone(answer.id)
    return { id: answer.id, fault: null }
  }
  const see = (id: string, show: Show | null = null) => viewImport(planner, id, { show, page: 1 })
  const preview = async (id: string, show: Show | null = null) => {
    const view = await see(id, show)
    if (view.state !== 'preview') throw new Error(JSON.stringify(view))
    return view
  }
  const confirmAll = async (file: Uint8Array) => {
    const { id } = await upload(file)
    return confirmImport(planner, id, { mark: (await preview(id)).mark, rightRows: false })
  }
  /** The keys of why a file could not be read, or the state that it is in. */
  const failure = async (id: string) => {
    const view = await see(id)
    return view.state === 'failed' ? view.failure.reasons.map(({ message }) => message.key) : view.state
  }
  return { planner, workbook, upload, see, preview, confirmAll, failure, readingDone }
}
