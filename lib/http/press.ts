/** A press that a script sent (components/shell/presses.tsx), and where it is told to go on (server/press-redirect.ts). */
export const PRESS_HEADER = 'x-retrato-press'
export const PRESS_TO_HEADER = 'x-retrato-to'
