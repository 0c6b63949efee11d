/** The code of the refusal that `work` ends with, or `none`. */
export async function refusal(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (thrown) {
    return thrown instanceof Response ? ((await thrown.json()) as { code: string }).code : String(thrown)
  }
  return 'none'
}
