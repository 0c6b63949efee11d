/** How the state of a commune's own form looks. */
export const formTags = { submitted: 'ok', started: 'now', notStarted: 'plain' } as const
