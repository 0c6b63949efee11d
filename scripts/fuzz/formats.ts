/** A reader of files from outside, to be tried with damaged ones. A line each; a reader is loaded when it is tried. */
export type FuzzFormat = {
  name: string
  /** Under tests/fixtures: the files that are mutated, every one of them. */
  folder: string
  /** Seeds made by code rather than kept as files. */
  seeds?: () => Promise<Uint8Array[]>
  /** Must neither throw nor hang. What it finds must be items that a draft can hold. */
  read: (bytes: Uint8Array) => unknown
}

/** A file of text as the readers of text get it: UTF-16 by its mark, else UTF-8 with what is none replaced. */
function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

export const formats: FuzzFormat[] = [
  {
    name: 'aiken',
    folder: 'questions/aiken',
    read: async (bytes) =>
      (await import('../../app/interchange/questions/aiken')).readAiken(textOf(bytes), 'vi'),
  },
  {
    name: 'gift',
    folder: 'questions/gift',
    read: async (bytes) =>
      (await import('../../app/interchange/questions/gift')).readGift(textOf(bytes), 'vi'),
  },
  {
    name: 'moodle',
    folder: 'questions/moodle',
    read: async (bytes) =>
      (await import('../../app/interchange/questions/moodle')).readMoodleXml(textOf(bytes), 'vi'),
  },
  {
    name: 'qti',
    folder: 'questions/qti',
    read: async (bytes) =>
      (await import('../../app/interchange/questions/qti/qti-package.server')).readQtiPackage(bytes, 'vi'),
  },
  {
    name: 'sheet',
    folder: 'questions/sheet',
    seeds: () => import('./question-sheets').then(({ sheetSeeds }) => sheetSeeds()),
    read: (bytes) => import('./question-sheets').then(({ readSheet }) => readSheet(bytes)),
  },
  {
    name: 'pack',
    folder: 'questions/pack',
    seeds: () => import('./question-sheets').then(({ packSeeds }) => packSeeds()),
    read: (bytes) => import('./question-sheets').then(({ readPackFile }) => readPackFile(bytes)),
  },
  {
    name: 'docx',
    folder: 'lessons',
    seeds: () => import('./documents').then(({ docxSeeds }) => docxSeeds()),
    read: (bytes) => import('./documents').then(({ readLessons }) => readLessons(bytes)),
  },
  {
    name: 'pptx',
    folder: 'lessons',
    seeds: () => import('./documents').then(({ pptxSeeds }) => pptxSeeds()),
    read: (bytes) => import('./documents').then(({ readLessons }) => readLessons(bytes)),
  },
]
