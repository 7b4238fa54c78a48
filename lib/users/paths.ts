export const FORGOT_PASSWORD = '/forgot-password'

/** The page where people turn their second factor on and off. */
export const SECOND_FACTOR = '/account/second-factor'
