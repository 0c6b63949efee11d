/** Names how the figures come about; a change of the arithmetic changes it, and every report and export carries it. */
export const methodVersion = 'gap-2'
