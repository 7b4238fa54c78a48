import { HELENA, JULIA, RAFAEL, type DemoUser } from '@/lib/auth/demo-users'
import { addPoint, primary } from '../activities/contacts'
import { cpf, register, writeNote, type NewCustomer } from '../activities/customers'
import { daysBefore, minutesAfter } from '../seed-clock'
import { ECOMMERCE, PAULISTA } from '../stores'
import { STORIES, type Story } from '../story-ids'
import type { Timeline } from '../timeline'

type Registered = {
  days: number
  by: DemoUser
  customer: Omit<NewCustomer, 'kind'>
  mobile?: string
  email?: string
}

/** Three people who were registered twice, and nobody has noticed yet. */
export function duplicates(timeline: Timeline): void {
  mistypedTaxId(timeline)
  marriedName(timeline)
  swappedBirthDate(timeline)
}

/** The second tax id has one wrong digit and is valid by chance. */
function mistypedTaxId(timeline: Timeline): void {
  const person = { name: 'Tarcísio Vilela Bernardes', birthOn: '1979-06-21', storeId: PAULISTA.id } as const
  const contacts = { mobile: '(11) 97433-2180', email: 'tarcisio.bernardes@example.com' }
  registerOnce(timeline, 'mistypedTaxId', {
    ...{ days: 310, by: RAFAEL, ...contacts },
    customer: { ...person, ...cpf('73214815300') },
  })
  registerOnce(timeline, 'mistypedTaxIdAgain', {
    ...{ days: 21, by: RAFAEL, mobile: contacts.mobile },
    customer: { ...person, name: 'Tarcisio Vilela Bernardes', ...cpf('73214615300') },
  })
}

function marriedName(timeline: Timeline): void {
  const email = 'fernanda.lopes@example.com'
  const born = { birthOn: '1991-02-17', sex: 'female', storeId: ECOMMERCE.id } as const
  registerOnce(timeline, 'marriedName', {
    ...{ days: 540, by: HELENA, email, mobile: '(21) 98120-6655' },
    customer: { ...born, name: 'Fernanda Ribeiro Lopes', ...cpf('73150671400') },
  })
  registerOnce(timeline, 'marriedNameAgain', {
    ...{ days: 34, by: HELENA, email },
    customer: { ...born, name: 'Fernanda Ribeiro Azevedo' },
  })
  const note = 'Casou em março e comprou pela primeira vez com o nome novo.'
  timeline.add(daysBefore(timeline.now, 33), JULIA, writeNote(STORIES.marriedNameAgain, note))
}

function swappedBirthDate(timeline: Timeline): void {
  const person = { sex: 'male', storeId: PAULISTA.id } as const
  registerOnce(timeline, 'swappedBirthDate', {
    ...{ days: 220, by: RAFAEL, mobile: '(11) 96012-4478' },
    customer: { ...person, name: 'Antônio Carlos Pereira Neves', birthOn: '1975-03-11' },
  })
  registerOnce(timeline, 'swappedBirthDateAgain', {
    ...{ days: 12, by: JULIA, mobile: '(11) 96012-4478' },
    customer: { ...person, name: 'Antonio C. Pereira Neves', birthOn: '1975-11-03' },
  })
}

function registerOnce(timeline: Timeline, story: Story, { days, by, customer, mobile, email }: Registered): void {
  const id = STORIES[story]
  const registeredAt = daysBefore(timeline.now, days)
  timeline.add(registeredAt, by, register(id, { kind: 'person', ...customer }))
  const points = [mobile && addPoint(id, 'mobile', mobile, primary), email && addPoint(id, 'email', email, primary)]
  timeline.add(minutesAfter(registeredAt, 2), by, ...points.filter((step) => typeof step === 'function'))
}
