import type { DraftFault } from '../drafts/draft-kind'
import { useFaultText } from '../editor/fault-text'
import { textsIn } from '../items/item-texts'
import type { TaskDraft } from './task-draft'
import { treeOfTask } from './task-form'
import { fieldAt, placeOf, taskPath } from './task-place'

type FaultLinksProps = { id: string; data: TaskDraft; faults: DraftFault[] }

const most = 30

/** What has to be mended in a practice task, each line leading to its place in the editor. */
export function FaultLinks({ id, data, faults }: FaultLinksProps) {
  const faultText = useFaultText()
  const whole = treeOfTask(data)
  const texts = new Set(textsIn(data).map(({ path }) => path))
  const link = ({ path }: DraftFault) => {
    const place = placeOf(path, data)
    const page = taskPath(id, place)
    return path ? `${page}#${fieldAt(whole, place, path, texts.has(path))}` : page
  }
  return (
    <ul className="small">
      {faults.slice(0, most).map((fault, i) => (
        <li key={i}>
          <a href={link(fault)}>{faultText(fault, whole)}</a>
        </li>
      ))}
    </ul>
  )
}
