import { eq } from 'drizzle-orm'
import { auditEvents, journeyMessages, journeys } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { aCtx } from '@/lib/testing/builders'
import { changeJourney, createJourney, retireJourney } from './commands/journey'
import { addMessage, changeMessage, retireMessage } from './commands/message'
import { getJourney, getJourneyMessage, listJourneys } from './queries'

const { db } = useTestDatabase()

const TEXT = {
  channel: 'email',
  name: 'Boas-vindas',
  step: '1',
  subject: 'Olá, {{name}}',
  body: 'Bem-vinda! {{ link }}',
}

async function aManagedJourney() {
  const ctx = await aCtx(db(), 'manager')
  const made = await createJourney(ctx, { name: 'Avisos', purpose: 'service' })
  if (!made.ok) throw new Error('not made')
  return { ctx, journeyId: made.value.journeyId }
}

describe('journeys', () => {
  it('are created, renamed with the right version, and retired once', async () => {
    const { ctx, journeyId } = await aManagedJourney()
    expect(await changeJourney(ctx, { journeyId, version: '1', name: 'Avisos gerais' })).toMatchObject({ ok: true })
    expect(await changeJourney(ctx, { journeyId, version: '1', name: 'Outro' })).toMatchObject({
      failure: { kind: 'conflict', current: { name: 'Avisos gerais' } },
    })
    expect(await retireJourney(ctx, { journeyId })).toMatchObject({ ok: true })
    expect(await retireJourney(ctx, { journeyId })).toMatchObject({ ok: true })
    expect(await changeJourney(ctx, { journeyId, version: '3', name: 'Outro' })).toMatchObject({
      failure: { code: 'journeys.is_retired' },
    })
    expect(await addMessage(ctx, { journeyId, ...TEXT })).toMatchObject({ failure: { code: 'journeys.is_retired' } })
    const events = await db()
      .select({ event: auditEvents.event })
      .from(auditEvents)
      .where(eq(auditEvents.subject, `journey:${journeyId}`))
      .orderBy(auditEvents.seq)
    expect(events.map(({ event }) => event)).toEqual(['journey.created', 'journey.changed', 'journey.retired'])
    expect((await listJourneys(ctx)).at(-1)).toMatchObject({ id: journeyId, name: 'Avisos gerais', messages: 0 })
  })

  it('have messages per channel and step, and only e-mails have a subject', async () => {
    const { ctx, journeyId } = await aManagedJourney()
    await addMessage(ctx, { journeyId, ...TEXT, step: '2' })
    await addMessage(ctx, { journeyId, ...TEXT, channel: 'sms' })
    expect((await getJourney(ctx, journeyId))?.messages).toMatchObject([
      { channel: 'sms', step: 1, subject: null },
      { channel: 'email', step: 2, subject: 'Olá, {{name}}' },
    ])
    expect((await listJourneys(ctx))[0]).toMatchObject({ messages: 2 })
  })

  it('change and retire a message', async () => {
    const { ctx, journeyId } = await aManagedJourney()
    const added = await addMessage(ctx, { journeyId, ...TEXT })
    if (!added.ok) throw new Error('not added')
    const { messageId } = added.value
    const { channel: _, ...words } = TEXT
    expect(await changeMessage(ctx, { messageId, version: '1', ...words, body: 'Oi!' })).toMatchObject({ ok: true })
    expect(await changeMessage(ctx, { messageId, version: '1', ...words })).toMatchObject({
      failure: { kind: 'conflict', current: { body: 'Oi!' } },
    })
    expect(await changeMessage(ctx, { messageId, version: '2', ...words, subject: '' })).toMatchObject({
      failure: { fields: { subject: 'required' } },
    })
    await retireMessage(ctx, { messageId })
    expect(await changeMessage(ctx, { messageId, version: '3', ...words })).toMatchObject({
      failure: { code: 'journeys.is_retired' },
    })
    expect(await getJourneyMessage(ctx, journeyId, messageId)).toMatchObject({ message: { body: 'Oi!' } })
    expect(await getJourneyMessage(ctx, newId(), messageId)).toBeNull()
  })

  it.each([
    [{ body: 'Oi, {{nome}}!' }, { body: 'journeys.unknown_name' }],
    [{ subject: '{{nome}}' }, { subject: 'journeys.unknown_name' }],
    [{ subject: '' }, { subject: 'required' }],
    [{ body: ' ' }, { body: 'required' }],
    [{ step: '0' }, { step: 'invalid' }],
    [{ step: 'um' }, { step: 'required' }],
    [{ channel: 'fax' }, { channel: 'required' }],
  ])('refuse a message with %j', async (wrong, fields) => {
    const { ctx, journeyId } = await aManagedJourney()
    expect(await addMessage(ctx, { journeyId, ...TEXT, ...wrong })).toMatchObject({ failure: { fields } })
    expect(await db().$count(journeyMessages)).toBe(0)
  })

  it('are refused without the permission to manage them', async () => {
    const ctx = await aCtx(db(), 'agent')
    expect(await createJourney(ctx, { name: 'Avisos', purpose: 'service' })).toEqual({
      ok: false,
      failure: { kind: 'forbidden' },
    })
    await expect(listJourneys(ctx)).rejects.toThrow('journeys.manage')
    expect(await db().$count(journeys)).toBe(0)
  })
})

it('normalizes placeholders, and refuses a link in a subject', async () => {
  const { ctx, journeyId } = await aManagedJourney()
  await addMessage(ctx, { journeyId, ...TEXT, subject: 'Olá,\r\n{{ name }}' })
  expect((await getJourney(ctx, journeyId))?.messages).toMatchObject([
    { subject: 'Olá, {{name}}', body: 'Bem-vinda! {{link}}' },
  ])
  expect(await addMessage(ctx, { journeyId, ...TEXT, subject: 'Veja {{link}}' })).toMatchObject({
    failure: { fields: { subject: 'journeys.unknown_name' } },
  })
})
