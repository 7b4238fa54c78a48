export const FORGOT_PASSWORD = '/forgot-password'
