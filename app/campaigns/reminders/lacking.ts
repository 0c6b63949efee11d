type Rates = {
  code: string
  name: string
  asked: number
  submitted: number
  form: 'submitted' | 'started' | 'notStarted' | null
}

/** The communes in which somebody asked has not submitted, with how many. */
export function lacking<R extends Rates>(rates: readonly R[]) {
  return rates
    .filter(({ asked, submitted }) => submitted < asked)
    .map(({ code, name, asked, submitted, form }) => ({
      code,
      name,
      asked,
      missing: asked - submitted,
      form,
    }))
}
