/** A file of content/modules as the reader found it, by its path from there: `infosec/module.yaml`. */
export type PackFile =
  | { kind: 'text'; text: string; size: number }
  | { kind: 'picture'; size: number; width: number; height: number }
  /** What cannot be read for what its name says. */
  | { kind: 'unreadable'; size: number }
  /** Larger than any file of a module may be; it was not read. */
  | { kind: 'large'; size: number }
  /** The product has no right to read it. */
  | { kind: 'closed' }
  /** A symbolic link, or something else that is no file and no folder. */
  | { kind: 'link' }

export type PackFiles = Map<string, PackFile>

/** What the rest of content/ gives for modules to name. */
export type Known = {
  competencies: Set<string>
  levels: Set<number>
  /** Practice tasks that teach. */
  practice: Set<string>
  /** Local facts that a text may name. */
  locals: Set<string>
}

export const limits = {
  text: 200_000,
  drawing: 30 * 1024,
  picture: 5 * 1024 ** 2,
  megapixels: 40,
  /** Pictures of a lesson together, as they are served. */
  lessonPictures: 120 * 1024,
  pictureWidth: 1200,
  filesOfModule: 300,
  /** Questions of one attempt at a quiz. */
  draw: 30,
  /** Bytes of a visitor's record that find room in a cookie. */
  visitorText: 2500,
}

export const textFile = /\.(?:md|yaml|svg)$/
export const pictureFile = /\.(?:png|jpe?g|webp)$/
/** The names that files of a module have. */
export const fileName =
  /^(?:module\.yaml|items\.yaml|[a-z0-9]+(?:-[a-z0-9]+)*\.(?:vi|en)\.md|figures\/[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:vi|en))?\.(?:svg|png|jpe?g|webp))$/
export const moduleName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Pages of a module that a lesson must not be called after. */
export const reservedLessons = ['quiz', 'handbook', 'guide']
