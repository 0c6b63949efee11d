import type { Message } from '~/formats/message'
import { childOf, childrenOf, type XmlElement } from '../safe-xml'
import type { ReadParts } from './read-choice'
import { idsOf } from './identifiers'
import type { Texts } from './texts'
import { attribute, named, numberIn } from './tree'
import { charactersPerWord } from './write-essay'

/** What is taken where the file says nothing; as the schema of items has it. */
const usualWords = 300

/** extendedTextInteraction (section 7.3.3) with the rubric that our writer gives to whoever marks it. */
export function readEssay(interaction: XmlElement, texts: Texts, markers: XmlElement[]): ReadParts {
  const length = numberIn(attribute(interaction, 'expectedLength'))
  const words = length === null || length <= 0 ? usualWords : Math.round(length / charactersPerWord)
  const criteria = markers.flatMap((block) => named(block, 'div').filter(isCriterion))
  const ids = idsOf(
    criteria.map((each, i) => attribute(each, 'label') || `#${i}`),
    'c',
  )
  const rubric = criteria.map((each, i) => ({
    id: ids.get(attribute(each, 'label') || `#${i}`)!,
    name: texts.both(texts.of(childOf(each, 'p') ?? { ...each, children: [] })),
    levels: levelsOf(each, texts),
  }))
  const losses: Message[] = rubric.length === 0 ? [{ key: 'loss.rubric' }] : []
  return { parts: { kind: 'essay', most: Math.min(2000, Math.max(20, words)), rubric }, losses }
}

export const isCriterion = (element: XmlElement) => attribute(element, 'class') === 'criterion'

function levelsOf(criterion: XmlElement, texts: Texts) {
  const list = childOf(criterion, 'ul')
  return (list ? childrenOf(list, 'li') : []).map((each) => {
    const [, points = '0', text = ''] = /^(\d{1,3}): ?([\s\S]*)$/.exec(texts.of(each)) ?? [
      null,
      '0',
      texts.of(each),
    ]
    return { points: Math.min(100, Number(points)), ...texts.both(text) }
  })
}
