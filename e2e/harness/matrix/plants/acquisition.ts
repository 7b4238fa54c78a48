import type { Primary } from '@/db/handles'
import { acquisitionTouches } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import type { Identity } from '../secrets'

/** Plants a contact by which the customer came, with personal values in its addresses. */
export async function plantTouch(db: Primary, customerId: string, { cpf, email }: Identity): Promise<void> {
  await db.insert(acquisitionTouches).values({
    ...{ customerId, id: newId(), contactedAt: new Date(), entryMethod: 'form', ipAddress: '203.0.113.7' },
    generatedUrl: `https://loja.example/clientes/${cpf}?utm_content=${email}`,
    referrer: `https://ads.example/?e=${email}`,
    content: email,
  })
}
