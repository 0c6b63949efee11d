// Clusters of communes of the demo, made up from the order of their codes.
import { clustersOf, markOf } from '~/people/places/clusters.server'
import { createCluster, saveCluster } from '~/people/places/save-cluster.server'
import type { Actor } from '~/platform/policy/actor'

const names = ['Cụm trung tâm (mẫu)', 'Cụm phía tây (mẫu)', 'Cụm phía đông (mẫu)', 'Cụm phía nam (mẫu)']

export async function makeClusters(
  actor: Actor,
  provinceCode: string,
  communes: readonly string[],
): Promise<number> {
  const size = Math.ceil(communes.length / names.length)
  for (const [i, name] of names.entries()) {
    const { id, fault } = { id: '', ...(await createCluster(actor, name)) }
    if (fault) throw new Error(`the cluster ${name} was not made: ${fault}`)
    const mark = markOf(clustersOf(provinceCode))
    await saveCluster(actor, id, { name, communes: communes.slice(i * size, (i + 1) * size), mark })
  }
  return names.length
}
