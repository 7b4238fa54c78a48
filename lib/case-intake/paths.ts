/** The route handler for the form of a new case. */
export const CASE_INTAKE = '/api/cases'
