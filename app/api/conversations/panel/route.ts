import { PANEL_STATES, rememberPanel } from '@/lib/conversations/panel-cookie'
import { handler } from '@/lib/http/handler'
import { answer } from '@/lib/http/public-handler'
import { safePath } from '@/lib/http/safe-path'
import { seeOther } from '@/lib/http/see-other'

/** Remembers in this browser whether the conversation is minimised, and goes back to the page. */
export const POST = handler('conversations.read', async ({ request }) => {
  const form = await request.formData()
  const state = PANEL_STATES.find((known) => known === form.get('state'))
  if (!state) return answer(400)
  await rememberPanel(state)
  return seeOther(safePath(form.get('back'), '/'))
})
