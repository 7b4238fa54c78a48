import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { auditEvents, consents, customers } from '@/db/schema'
import { setPreference } from '@/lib/consents/commands'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aFinishedImport, anUpload, findImport } from '@/lib/testing/imports'
import { CUSTOMER_COLUMNS } from './columns'
import { guessMapping } from '../mapping/guess'
import { isOptOutColumn } from './synonyms'
import { previewImport } from '../preview'
import { getImport } from '../queries'
import { startUndo } from '../commands/start-undo'
import { runUndo } from '../undo/run-undo'
import { OPT_OUT_TARGETS } from './targets'

jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-imports-'))

const { db } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  ctx = await aCtx(db(), 'admin')
})

const CPF = '11144477735'
const ledger = () => db().select().from(consents).orderBy(consents.id)
const said = async () => (await ledger()).map(({ preference, purpose, action }) => `${action} ${preference} ${purpose}`)

describe('the columns of other systems', () => {
  it.each([
    ['Email Opt Out', 'optOutEmail'],
    ['HasOptedOutOfEmail', 'optOutEmail'],
    ['Opted out of email: Marketing Information', 'optOutEmail'],
    ['Unsubscribed from all email', 'optOutEmail'],
    ['unsubscribed', 'optOutEmail'],
    ['UNSUB_TIME', 'optOutEmail'],
    ['doNotEmail', 'optOutEmail'],
    ['EMAIL_BLACKLISTED', 'optOutEmail'],
    ['Descadastrado', 'optOutEmail'],
    ['Marketing status', 'optOutEmail'],
    ['SMS Opt Out', 'optOutSms'],
    ['Não enviar WhatsApp', 'optOutWhatsapp'],
    ['Do Not Call', 'optOutPhone'],
    ['Não ligar', 'optOutPhone'],
    ['Do not contact', 'optOutAll'],
    ['Não contatar', 'optOutAll'],
    ['No contactar', 'optOutAll'],
  ])('are recognised: %s', (header, target) => {
    expect(guessMapping(CUSTOMER_COLUMNS, ['Nome', header])).toEqual({ name: 'Nome', [target]: header })
    expect(isOptOutColumn(header)).toBe(true)
  })

  it.each(['Status', 'E-mail', 'Contato', 'Notas', 'Nome do contato', 'Unidade', 'Output'])(
    'are not mistaken: %s',
    (header) => {
      const mapping = guessMapping(CUSTOMER_COLUMNS, [header])
      expect(OPT_OUT_TARGETS.filter((target) => mapping[target])).toEqual([])
      expect(isOptOutColumn(header)).toBe(false)
    },
  )
})

it('reads the sample: one cancellation of promotions by e-mail, with its day and its evidence', async () => {
  const sample = readFileSync(path.join(__dirname, '../samples/do-not-contact.csv'))
  const { id } = await anUpload(ctx, sample)
  const preview = await previewImport(ctx, (await getImport(ctx, id))!)
  expect(preview).toMatchObject({
    ignoredOptOuts: [],
    rows: [{ name: 'Wanda Lemos', optOuts: [{ preference: 'email', purpose: 'marketing' }] }],
  })
  const file = await aFinishedImport(ctx, sample)
  const [wanda] = await db().select().from(customers)
  expect(wanda?.attributes).toEqual({})
  expect(await ledger()).toMatchObject([
    {
      customerId: wanda!.id,
      preference: 'email',
      purpose: 'marketing',
      action: 'cancelled',
      origin: 'import',
      actorId: ctx.viewer.userId,
      reason: 'doNotEmail: 1; Unsubscribed: true; UNSUB_TIME: 2025-05-01 09:00:00',
      at: new Date('2025-05-01T12:00:00Z'),
    },
  ])
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, wanda!.id))
  expect(events.map(({ event }) => event)).toEqual(['customer.imported', 'consent.cancelled'])
  expect(JSON.parse(events[1]!.details!)).toMatchObject({ preference: 'email', origin: 'import', importId: file.id })
})

it.each([
  ['sim', ['cancelled email marketing'], 0],
  ['TRUE', ['cancelled email marketing'], 0],
  ['x', ['cancelled email marketing'], 0],
  ['Unsubscribed', ['cancelled email marketing'], 0],
  ['01/05/2025', ['cancelled email marketing'], 0],
  ['não', [], 0],
  ['0', [], 0],
  ['subscribed', [], 0],
  ['', [], 0],
  ['talvez', [], 1],
  ['01/05/2999', [], 1],
])('reads the value “%s”', async (value, expected, noted) => {
  const file = await aFinishedImport(ctx, `nome;cpf;descadastrado\nAna;${CPF};${value}\n`)
  expect(await said()).toEqual(expected)
  expect(file).toMatchObject({ created: 1, noted })
})

it('cancels every means and purpose for “do not contact”', async () => {
  await aFinishedImport(ctx, `nome;cpf;não contatar\nAna;${CPF};sim\n`)
  expect((await said()).sort()).toEqual([
    'cancelled agenda marketing',
    'cancelled agenda service',
    'cancelled email marketing',
    'cancelled email service',
    'cancelled sms marketing',
    'cancelled sms service',
    'cancelled whatsapp marketing',
    'cancelled whatsapp service',
  ])
})

it('cancels for a known customer, once, and shows it as a change', async () => {
  const ana = await aCustomer(db(), { name: 'Ana', documentType: 'cpf', documentNumber: CPF })
  await setPreference(ctx, { customerId: ana.id, preference: 'sms', purpose: 'marketing', action: 'accepted' })
  const text = `nome;cpf;sms opt out\nAna;${CPF};1\n`
  const { id } = await anUpload(ctx, text)
  const preview = await previewImport(ctx, (await getImport(ctx, id))!)
  expect(preview?.rows).toMatchObject([
    { outcome: 'changed', changes: [{ kind: 'optOut', field: 'sms', before: null, after: 'marketing' }] },
  ])
  await aFinishedImport(ctx, text)
  const again = await aFinishedImport(ctx, `nome;cpf;sms opt out;cidade\nAna;${CPF};1;\n`)
  expect(again).toMatchObject({ changed: 0 })
  expect(await said()).toEqual(['accepted sms marketing', 'cancelled sms marketing'])
})

it('never reads an acceptance out of a file', async () => {
  await aFinishedImport(ctx, `nome;cpf;unsubscribed\nAna;${CPF};0\n`)
  expect(await ledger()).toEqual([])
})

it('cancels for a customer without keys who was imported before', async () => {
  await aFinishedImport(ctx, 'nome;e-mail\nAna;ana@example.com\n')
  const again = await aFinishedImport(ctx, 'nome;e-mail;unsubscribed\nAna;ana@example.com;1\n')
  expect(again).toMatchObject({ created: 0, changed: 1 })
  expect(await said()).toEqual(['cancelled email marketing'])
})

it('keeps no opt-out as an attribute, and says so when nobody has mapped it', async () => {
  const choices = { mapping: { name: 'nome', cpf: 'cpf' } }
  const { id } = await anUpload(ctx, `nome;cpf;Opt-out newsletter;clube\nAna;${CPF};1;ouro\n`)
  const preview = await previewImport(ctx, (await getImport(ctx, id))!)
  expect(preview?.ignoredOptOuts).toEqual(['Opt-out newsletter'])
  await aFinishedImport(ctx, `nome;cpf;Opt-out newsletter;clube\nAna;${CPF};1;ouro\n`, choices)
  const [ana] = await db().select().from(customers)
  expect(ana?.attributes).toEqual({ clube: 'ouro' })
})

it('stays in force after an undo, with the customer who has it', async () => {
  const { id } = await aFinishedImport(ctx, `nome;cpf;unsubscribed\nAna;${CPF};1\n`)
  await startUndo(ctx, { importId: id })
  await runUndo(db(), id)
  expect(await findImport(ctx, id)).toMatchObject({ undoFinishedAt: expect.any(Date) })
  expect(await said()).toEqual(['cancelled email marketing'])
  expect(await db().select().from(customers)).toHaveLength(1)
})
