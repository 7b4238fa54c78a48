import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import type { Page, Request } from 'playwright-core'
import { accountKeys, accounts, auditEvents, caseLinks, cases, contactPoints } from '@/db/schema'
import { JULIA } from '@/lib/auth/demo-users'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import type { Role } from '@/lib/access/permissions'
import { savePairs } from '@/lib/duplicates/commands/save-pairs'
import { mergeCustomers } from '@/lib/merges/commands/merge'
import { OPTIONAL_PARTS } from '@/lib/merges/contributions'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { aSend } from '@/lib/testing/sent'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { plantSalesRecords } from './harness/sales-records'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const DOCUMENT = { documentType: 'cpf', documentNumber: '73186205921' } as const
const emailOf = (name: string) => ({ value: `${name}@example.com`, normalized: `${name}@example.com` })

/** Plants a customer with records beside each control, which a press could change by mistake if the focus moved. */
async function aPerson() {
  const { id } = await aCustomer(db(), { name: 'Duda Dedo Duplo', assignedUserId: JULIA.id, ...DOCUMENT })
  const primary = await aPoint(db(), id, { ...emailOf('primeira'), primaryAt: new Date() })
  const spare = await aPoint(db(), id, emailOf('segunda'))
  await aPoint(db(), id, emailOf('terceira'))
  const retired = await aPoint(db(), id, { ...emailOf('antiga'), retiredAt: new Date() })
  const mobile = {
    channel: 'mobile',
    value: '11987650002',
    normalized: '+5511987650002',
    matchKey: '87650002|11',
  } as const
  await aPoint(db(), id, { ...mobile, primaryAt: new Date() })
  const [linked, unlinked] = [await anAccount(id, true), await anAccount(id, false)]
  return { id, primary, spare, retired, caseId: await aLinkedCase(id), linked, unlinked }
}

/** Plants an account that is linked, or that somebody has unlinked. */
async function anAccount(customerId: string, isLinked: boolean): Promise<string> {
  const [id, externalId, createdBy] = [newId(), newId(), JULIA.id]
  const account = { customerId, id, source: 'sap', externalId, name: 'Cartão', createdBy }
  await db()
    .insert(accounts)
    .values(isLinked ? account : { ...account, unlinkedAt: new Date(), unlinkedBy: createdBy })
  if (isLinked) await db().insert(accountKeys).values({ source: 'sap', externalId, customerId, accountId: id })
  return id
}

/** Plants a case that nobody has taken, with links to two messages. */
async function aLinkedCase(customerId: string): Promise<string> {
  const [id, createdBy] = [newId(), JULIA.id]
  await db().insert(cases).values({ customerId, id, subject: 'Troca', stateId: DEFAULT_STATES.new, createdBy })
  for (const name of ['Oferta', 'Aviso']) {
    const { id: sendId } = await aSend(db(), customerId, { message: { name } })
    await db().insert(caseLinks).values({ customerId, caseId: id, id: newId(), sendId, createdBy })
  }
  return id
}

type Person = Awaited<ReturnType<typeof aPerson>> & {
  other?: { id: string; pointId: string }
  sales?: Awaited<ReturnType<typeof plantSalesRecords>>
}

const withSalesRecords = async (person: Person) => ({ ...person, sales: await plantSalesRecords(db(), person.id) })

/** Plants a second customer with an e-mail. */
async function another(person: Person) {
  const { id } = await aCustomer(db(), { name: 'Duda D. Duplo', storeId: null })
  const { id: pointId } = await aPoint(db(), id, emailOf('outra'))
  return { ...person, other: { id, pointId } }
}

/** Plants a second customer who is probably the same one. */
async function aPossibleDuplicate(person: Person) {
  const both = await another(person)
  const score = { probability: 0.97, reasons: [] }
  await savePairs(db(), [{ a: both.id, b: both.other.id, score, evidence: newId() }])
  return both
}

/** Merges a second customer into the person. The history of the person begins after it. */
async function aMergedPerson(person: Person) {
  const both = await another(person)
  const ctx = await aCtx(db(), 'agent')
  const versions = { version: 1, otherVersion: 1 }
  const input = { customerId: both.id, otherId: both.other.id, ...versions, parts: [...OPTIONAL_PARTS] }
  const merged = await mergeCustomers(ctx, { ...input, differentDocuments: 'yes' })
  if (!merged.ok) throw new Error(JSON.stringify(merged.failure))
  return both
}

/** The events that planting causes. */
const PLANTED = ['customer.merged', 'customer.absorbed']

/** Returns each change and reveal in the history of a customer, with the contact point concerned. */
async function changesOf({ id, primary, spare, retired, other }: Person): Promise<string[]> {
  const names = { [primary.id]: 'primary', [spare.id]: 'spare', [retired.id]: 'retired' }
  const records = other ? [id, other.id] : [id]
  const rows = await db()
    .select({ event: auditEvents.event, subject: auditEvents.subject })
    .from(auditEvents)
    .where(and(inArray(auditEvents.customerId, records), notInArray(auditEvents.event, PLANTED)))
    .orderBy(asc(auditEvents.seq))
  return rows.map(({ event, subject }) => {
    const pointId = subject?.startsWith('point:') ? subject.slice('point:'.length) : null
    return pointId ? `${event} ${names[pointId] ?? 'another point'}` : event
  })
}

type Case = {
  role: Role
  path: (person: Person) => string
  button: string
  /** Plants more records. */
  plant?: (person: Person) => Promise<Person>
  /** Opens the element that hides the button. */
  before?: (page: Page) => Promise<unknown>
  /** The history after two presses, one after the other. */
  changes: string[]
  /** The history after one press, if it differs. */
  changesOfFirst?: string[]
}

const profile = ({ id }: Person) => `/customers/${id}`
const contacts = ({ id }: Person) => `/customers/${id}/contacts`
const preferences = ({ id }: Person) => `/customers/${id}/preferences`
const point = ({ id, spare }: Person) => `/customers/${id}/contacts/${spare.id}`

const casePage = ({ id, caseId }: Person) => `/customers/${id}/cases/${caseId}`

const CASES: Record<string, Case> = {
  'the refusal of a preference': {
    role: 'agent',
    path: preferences,
    button: 'Registrar recusa: SMS, Promoções',
    changes: ['consent.cancelled'],
  },
  'the acceptance of a preference': {
    role: 'agent',
    path: preferences,
    button: 'Registrar aceite: SMS, Promoções',
    changes: ['consent.accepted'],
  },
  'a bell, which the second press turns on again': {
    role: 'admin',
    path: contacts,
    button: 'Envios para segunda@example.com',
    changes: ['contact.blocked spare', 'contact.allowed spare'],
    changesOfFirst: ['contact.blocked spare'],
  },
  'the choice of the primary': {
    role: 'admin',
    path: contacts,
    button: 'Principal: segunda@example.com',
    changes: ['contact.dropped_primary primary', 'contact.made_primary spare'],
  },
  'a rating': {
    role: 'agent',
    path: profile,
    button: '4 estrelas',
    before: (page) => page.getByRole('button', { name: /^Classificação/ }).click(),
    changes: ['customer.rated'],
  },
  'the reveal of a document': { role: 'agent', path: profile, button: 'revelar', changes: ['personal.revealed'] },
  'the reveal of a point on its list': {
    role: 'agent',
    path: contacts,
    button: 'Revelar p****@example.com',
    changes: ['personal.revealed primary'],
  },
  'the reveal of a point on its page': {
    role: 'agent',
    path: point,
    button: 'Revelar s****@example.com',
    changes: ['personal.revealed spare'],
  },
  'the validation of a registration': {
    role: 'agent',
    path: ({ id }) => `/customers/${id}/registration`,
    button: 'Validar dados',
    changes: ['customer.validated', 'customer.validated'],
    changesOfFirst: ['customer.validated'],
  },
  'the retirement of a point': {
    role: 'admin',
    path: point,
    button: 'Sim, remover',
    before: (page) => page.getByRole('button', { name: 'Remover contato' }).click(),
    changes: ['contact.retired spare'],
  },
  'the restoring of a retired point': {
    role: 'admin',
    path: contacts,
    button: 'Restaurar antiga@example.com',
    before: (page) => page.getByText('Removidos (1)').click(),
    changes: ['contact.restored retired'],
  },
  'the choice of the primary on the page of a point': {
    role: 'admin',
    path: point,
    button: 'Tornar principal',
    changes: ['contact.dropped_primary primary', 'contact.made_primary spare'],
  },
  'the reveal of a number before a call': {
    role: 'agent',
    path: profile,
    button: 'Ligar',
    changes: ['personal.revealed another point'],
  },
  'the unlinking of an account': {
    role: 'agent',
    path: ({ id, linked }) => `/customers/${id}/accounts/${linked}`,
    button: 'Sim, desvincular',
    before: (page) => page.getByRole('button', { name: 'Desvincular', exact: true }).click(),
    changes: ['customer_account.unlinked'],
  },
  'the linking of an account again': {
    role: 'agent',
    path: ({ id, unlinked }) => `/customers/${id}/accounts/${unlinked}`,
    button: 'Vincular de novo',
    changes: ['customer_account.linked'],
  },
  'the taking of a case': { role: 'agent', path: casePage, button: 'Assumir o caso', changes: ['case.assigned'] },
  'the unlinking of a message from a case': {
    role: 'agent',
    path: casePage,
    button: 'Desvincular Mensagem: Aviso',
    changes: ['case.unlinked'],
  },
  'the taking out of a contact point of a merged record': {
    role: 'agent',
    plant: aMergedPerson,
    path: ({ id, other }) => `/customers/${id}/contacts/${other!.pointId}`,
    button: 'Tirar deste perfil',
    changes: ['customer.part_excluded'],
  },
  'the decision on the strip of a possible duplicate': {
    role: 'agent',
    plant: aPossibleDuplicate,
    path: profile,
    button: 'não é a mesma pessoa',
    changes: ['duplicate.dismissed', 'duplicate.dismissed'],
  },
  'the start of a contact for a reason': {
    role: 'agent',
    plant: withSalesRecords,
    path: ({ id, sales }) => `/customers/${id}/agenda/reasons/${sales!.reasonId}`,
    button: 'Iniciar ligação',
    changes: ['agenda_interaction.started'],
  },
  'the end of a reminder': {
    role: 'agent',
    plant: withSalesRecords,
    path: ({ id, sales }) => `/customers/${id}/agenda/reminders/${sales!.reminderId}`,
    button: 'Marcar como feito',
    changes: ['reminder.done'],
  },
  'the cancellation of a scheduled change of status': {
    role: 'agent',
    plant: withSalesRecords,
    path: ({ id }) => `/customers/${id}/status`,
    button: 'Cancelar mudança',
    changes: ['customer.schedule_cancelled'],
  },
  'the reveal of how a customer came': {
    role: 'agent',
    plant: withSalesRecords,
    path: ({ id }) => `/customers/${id}/acquisition`,
    button: 'Revelar os dados do contato de 15/01/2026, 12:00',
    changes: ['personal.revealed'],
  },
  'the end of an assignment': {
    role: 'admin',
    path: ({ id }) => `/customers/${id}?edit=assigned`,
    button: 'Remover responsável',
    changes: ['customer.assigned'],
  },
}

/** Signs in once per role: a fresh session for each test would take most of the time. */
const sessions = new Map<Role, Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>>()

async function openAs(role: Role): Promise<Page> {
  const storageState = sessions.get(role)
  if (storageState) return open({ storageState })
  const page = await open()
  await signIn(page, role)
  sessions.set(role, await page.context().storageState())
  return page
}

/** Plants a person, opens the page and sets a mark in it, which a reload removes. */
async function openCase({ role, plant, path, button, before }: Case) {
  const planted = await aPerson()
  const person = (await plant?.(planted)) ?? planted
  const page = await openAs(role)
  await page.goto(path(person))
  await before?.(page)
  await page.evaluate(() => Object.assign(window, { isSameLoad: true }))
  return { person, page, control: page.getByRole('button', { name: button, exact: true }).first() }
}

const isSameLoad = (page: Page) => page.evaluate(() => 'isSameLoad' in window)

const QUIET_MS = 500

/** Calls `press`, and waits until all its answers are rendered. */
async function settle(page: Page, press: () => Promise<unknown>): Promise<void> {
  const open = new Set<Request>()
  let quietSince = Date.now()
  const started = (request: Request) => void open.add(request)
  const finished = (request: Request) => {
    open.delete(request)
    quietSince = Date.now()
  }
  page.on('request', started).on('requestfinished', finished).on('requestfailed', finished)
  await press()
  do await page.waitForTimeout(QUIET_MS / 4)
  while (open.size > 0 || Date.now() - quietSince < QUIET_MS)
  page.off('request', started).off('requestfinished', finished).off('requestfailed', finished)
}

const enter = (page: Page) => settle(page, () => page.keyboard.press('Enter'))

it.each(Object.entries(CASES))('pressing Enter twice changes nothing except %s', async (_, testCase) => {
  const { person, page, control } = await openCase(testCase)
  await control.focus()
  // A second press before the answer to the first one would be ignored.
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), enter(page)])
  await enter(page)
  expect((await changesOf(person)).sort()).toEqual([...testCase.changes].sort())
  expect(await isSameLoad(page)).toBe(true)
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
})

it('keeps the focus that was set before the scripts of the page arrived', async () => {
  const person = await aPerson()
  const page = await openAs('admin')
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(point(person), { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Tornar principal' }).focus()
  await settle(page, async () => release())
  await enter(page)
  await page.getByText('É o principal deste canal.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sending')
})

it.each(Object.entries(CASES))('a double click makes one change: %s', async (_, testCase) => {
  const { person, page, control } = await openCase(testCase)
  await settle(page, () => control.dblclick())
  expect((await changesOf(person)).sort()).toEqual([...(testCase.changesOfFirst ?? testCase.changes)].sort())
})

describe('a lost network', () => {
  it('changes nothing, and the next press works', async () => {
    const testCase = CASES['a bell, which the second press turns on again']!
    const { person, page, control } = await openCase(testCase)
    await page.context().setOffline(true)
    await control.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'Sem conexão. Nada foi enviado' }).waitFor()
    expect(await changesOf(person)).toEqual([])
    await page.context().setOffline(false)
    await control.focus()
    await enter(page)
    expect(await changesOf(person)).toEqual(['contact.blocked spare'])
    expect(await isSameLoad(page)).toBe(true)
  })
})

describe('a form with several buttons', () => {
  it.each([
    ['an unknown name', 'destroy:POINT'],
    ['a property of every object', 'constructor:POINT'],
    ['too many parts', 'block:POINT:POINT'],
    ['too few parts', 'block'],
    ['no value', ''],
  ])('refuses %s with a message and changes nothing', async (_, value) => {
    const testCase = CASES['a bell, which the second press turns on again']!
    const { person, page, control } = await openCase(testCase)
    await control.evaluate(
      (button, text) => button.setAttribute('value', text),
      value.replaceAll('POINT', person.spare.id),
    )
    await settle(page, () => control.click())
    await page.getByRole('alert').filter({ hasText: 'Este formulário veio incompleto' }).waitFor()
    expect(await changesOf(person)).toEqual([])
  })

  it.each(['block', 'allow', 'makePrimary', 'restore', 'retire'])(
    'checks the permission of the command behind %s',
    async (name) => {
      const person = await aPerson()
      const agent = await openAs('agent')
      await agent.goto(contacts(person))
      const action = (await agent.locator('form#points input[name^="$ACTION_ID_"]').getAttribute('name'))!
      const viewer = await openAs('viewer')
      const before = await db().select().from(contactPoints).where(eq(contactPoints.customerId, person.id))
      await viewer.request.post(contacts(person), {
        headers: { origin: process.env.APP_URL! },
        multipart: { [action]: '', customerId: person.id, intent: `${name}:${person.spare.id}` },
        maxRedirects: 0,
      })
      expect(await changesOf(person)).toEqual(['access.denied'])
      expect(await db().select().from(contactPoints).where(eq(contactPoints.customerId, person.id))).toEqual(before)
    },
  )
})
