const bodies = new WeakMap<Response, Uint8Array | string>()

/** A response whose body is there as a whole, so that it need not travel through a stream. */
export function wholeResponse(body: Uint8Array | string, init: ResponseInit): Response {
  const response = new Response(null, init)
  bodies.set(response, body)
  return response
}

/** The body of a `wholeResponse`. */
export function wholeBody(response: Response): Uint8Array | string | undefined {
  return bodies.get(response)
}
