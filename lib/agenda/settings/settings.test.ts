import { agendaSettings, auditEvents } from '@/db/schema'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { changeAgendaSettings } from './change'

const { db } = useTestDatabase()

const FORM = { version: '1', blackoutDays: '3', influenceDays: '10', from_monday: '09:00', until_monday: '18:30' }
const read = async () => (await db().select().from(agendaSettings))[0]!
const events = () => db().select({ event: auditEvents.event }).from(auditEvents)

it('saves the days and the hours; a day without times has no contact', async () => {
  const admin = await aCtx(db(), 'admin')
  expect(await changeAgendaSettings(admin, FORM)).toMatchObject({ ok: true })
  expect(await read()).toMatchObject({ blackoutDays: 3, influenceDays: 10, version: 2, updatedBy: admin.viewer.userId })
  expect((await read()).hours).toEqual([{ from: 540, until: 1110 }, ...Array.from({ length: 7 }, () => null)])
  expect(await events()).toEqual([{ event: 'agenda_settings.changed' }])
})

it('changes nothing when the same form is sent again', async () => {
  const admin = await aCtx(db(), 'admin')
  await changeAgendaSettings(admin, FORM)
  expect(await changeAgendaSettings(admin, FORM)).toMatchObject({ ok: true })
  expect(await read()).toMatchObject({ version: 2 })
})

it.each([
  ['without the permission', 'manager', FORM, { kind: 'forbidden' }],
  ['on a stale version', 'admin', { ...FORM, version: '7' }, { code: 'stale' }],
  ['with half of the hours', 'admin', { ...FORM, until_monday: '' }, { fields: { until_monday: 'agenda.bad_hours' } }],
  [
    'with hours that end first',
    'admin',
    { ...FORM, until_monday: '08:00' },
    { fields: { until_monday: 'agenda.bad_hours' } },
  ],
  [
    'with a time that does not exist',
    'admin',
    { ...FORM, from_monday: '25:00' },
    { fields: { from_monday: 'agenda.invalid_time' } },
  ],
  ['with a negative number of days', 'admin', { ...FORM, blackoutDays: '-1' }, { fields: { blackoutDays: 'invalid' } }],
] as const)('is refused %s', async (_name, role, form, failure) => {
  expect(await changeAgendaSettings(await aCtx(db(), role), form)).toMatchObject({ ok: false, failure })
  expect(await read()).toMatchObject({ version: 1, blackoutDays: 7 })
  expect((await events()).filter(({ event }) => event === 'agenda_settings.changed')).toEqual([])
})
