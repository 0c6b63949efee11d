/** What a download is: its content and a name that every machine takes. */
export type Download<Body> = { name: string; body: Body }
