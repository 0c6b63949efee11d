import { limits } from '~/learning/pack/pack-file'
import type { Key } from '~/platform/i18n/resources'

/** Why a file was not taken as a picture. */
export type PictureFault =
  'empty' | 'tooBig' | 'noPicture' | 'drawing' | 'tooManyPixels' | 'damaged' | 'heavy'

/** The text that says so, in the namespace `studio`; it needs `pictureLimits` as its values. */
export function pictureFault(fault: PictureFault): Key<'studio'> {
  return `picture.fault.${fault}`
}

/** What the texts about pictures name. */
export const pictureLimits = {
  megabytes: limits.picture / 1024 ** 2,
  megapixels: limits.megapixels,
  kilobytes: limits.lessonPictures / 1024,
}
