/** A form that is sent by a script has this header: a script cannot read where a redirect leads. */
export const SCRIPTED_HEADER = 'x-retrato-scripted'

/** Replaces a redirect by its address as JSON, for a script, which then opens the page. */
export function forScript(request: Request, response: Response): Response {
  const location = response.status === 303 ? response.headers.get('location') : null
  if (!location || !request.headers.has(SCRIPTED_HEADER)) return response
  return Response.json({ location }, { headers: { 'cache-control': 'no-store' } })
}
