import type { Message } from '~/formats/message'
import { pictureSize } from '~/formats/picture-size'
import { childOf, childrenOf, type XmlElement } from '../safe-xml'
import { idsOf } from './identifiers'
import type { ReadParts } from './read-choice'
import type { Response, Responses } from './responses'
import { areaOf } from './shapes'
import type { Texts } from './texts'
import { attribute, named, numberIn } from './tree'

type Place = { key: string; shape: string; coords: string; name: string; right: boolean }

/**
 * hotspotInteraction and selectPointInteraction (sections 7.4.1 and 7.4.4): a place on a picture. Coordinates count in the
 * pixels of the object as it is shown.
 */
export function readPoint(
  interaction: XmlElement,
  texts: Texts,
  responses: Responses,
): ReadParts & { pictured?: ReturnType<Texts['picture']> } {
  const response = responses.of(interaction)
  const object = childOf(interaction, 'object') ?? named(interaction, 'img')[0]
  const pictured = object ? texts.picture(object) : null
  const real = pictured ? pictureSize(pictured.bytes) : null
  if (!object || !pictured || !real) return { refusal: { key: 'qti.noPicture' } }
  const width = numberIn(attribute(object, 'width')) ?? real.width
  const height = numberIn(attribute(object, 'height')) ?? real.height
  const hotspots = childrenOf(interaction, 'hotspotChoice')
  const places =
    interaction.name === 'hotspotInteraction' ? hotspotsOf(hotspots, response) : areasOf(response)
  const drawn = places.flatMap((place) => {
    const area = areaOf(place, { width, height })
    return area ? [{ ...place, area }] : []
  })
  const told = (key: string) => texts.told(response.id, key, hotspots.length > 0)
  const names = drawn.map((place) => nameInRules(place, response, responses))
  const ids = idsOf(names, 'a')
  const right = drawn.filter((place) => place.right).length
  const losses: Message[] = [
    ...(right === 0 ? [{ key: 'loss.noKey' }] : []),
    ...(response.many && right > 1 ? [{ key: 'qti.onePress' }] : []),
    ...(drawn.length < places.length
      ? [{ key: 'qti.shape', values: { count: places.length - drawn.length } }]
      : []),
  ]
  return {
    parts: {
      kind: 'point',
      areas: drawn.map((place, i) => ({
        id: ids.get(names[i]!)!,
        name: texts.both(place.name || texts.titleOn(response.id, place.key)),
        ...place.area,
        ...(place.right ? { correct: true } : {}),
        ...told(place.key),
      })),
    },
    losses,
    pictured,
  }
}

function hotspotsOf(hotspots: XmlElement[], response: Response): Place[] {
  return hotspots.map((each) => {
    const key = attribute(each, 'identifier')
    const right = response.correct.includes(key) || (response.mapping?.values.get(key) ?? 0) > 0
    return {
      key,
      shape: attribute(each, 'shape'),
      coords: attribute(each, 'coords'),
      name: attribute(each, 'hotspotLabel'),
      right,
    }
  })
}

function areasOf(response: Response): Place[] {
  return response.areas.map(({ shape, coords, value }) => ({
    key: `${shape}:${coords}`,
    shape,
    coords,
    name: '',
    right: value > 0,
  }))
}

/** What a place is called in the rules that tell something about it; its own key where there are none. */
function nameInRules({ key }: Place, response: Response, responses: Responses): string {
  const branch = responses.branches.find(
    (each) => each.responses.includes(response.id) && each.compared.join() === key,
  )
  return branch?.sets.get('FEEDBACK')?.[0] ?? key
}
