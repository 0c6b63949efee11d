import { childOf, childrenOf, type XmlElement } from '../safe-xml'
import type { QtiVersion } from './write-item'
import { declaration, element } from './xml'

export type Resource = { path: string; files: string[] }

/** The manifest of a content package (IMS Content Packaging 1.1.4; QTI 2.1 Integration Guide, section 4). */
export function writeManifest(resources: Resource[], version: QtiVersion): string {
  const namespace = 'http://www.imsglobal.org/xsd/imscp_v1p1'
  const file = (href: string) => element('file', { href })
  return (
    declaration +
    element(
      'manifest',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${namespace} ${namespace}.xsd`,
        identifier: 'MANIFEST',
      },
      element(
        'metadata',
        {},
        element('schema', {}, `QTIv${version} Package`),
        element('schemaversion', {}, '1.0.0'),
      ),
      element('organizations'),
      element(
        'resources',
        {},
        ...resources.map(({ path, files }, i) =>
          element(
            'resource',
            { identifier: `I_${i + 1}`, type: `imsqti_item_xmlv${version.replace('.', 'p')}`, href: path },
            file(path),
            ...files.map(file),
          ),
        ),
      ),
    ) +
    '\n'
  )
}

/** The XML files that a manifest names, in its order. */
export function manifestPaths(manifest: XmlElement): string[] {
  const resources = childOf(manifest, 'resources')
  return (resources ? childrenOf(resources, 'resource') : [])
    .map((resource) => resource.attributes.get('href') ?? '')
    .filter((href) => /\.xml$/i.test(href))
}
