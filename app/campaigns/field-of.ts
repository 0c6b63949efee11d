/** What one control of a form shows: its value as typed or stored, and what is wrong with it. */
export type FieldOf = (name: string) => { id: string; name: string; defaultValue?: string; error?: string }
