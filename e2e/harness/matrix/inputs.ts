import { DAVI, HELENA, JULIA } from '@/lib/auth/demo-users'
import { JOURNEYS, messageOf } from '@/lib/demo/journeys'
import type { Access } from '@/lib/access/access'
import { newId } from '@/lib/values/ids'
import type { Fields } from './encodings'
import type { Kind, Known } from './known'
import type { Person } from './people'
import { CODE } from './plants/acceptances'

/** What a request is about; it decides who can reach it. */
export type Subject =
  | 'customer'
  | 'point'
  | 'document'
  | 'store'
  | 'import'
  | 'upload'
  | 'user'
  | 'session'
  | 'credential'
  | 'nothing'

/** Form fields that an action accepts from a person with the permission. */
export type Input = {
  of: Subject
  fields: (known: Known) => Fields
  /** Of an action that offers several commands: the one these fields choose, and the access it needs. */
  intent?: string
  access?: Access
}

/** By action, `file#export`. An action that offers several commands has a list of inputs, one for each. */
export const INPUTS: Record<string, Input | readonly Input[]> = {
  'lib/auth/actions.ts#signInAction': {
    of: 'credential',
    fields: ({ email }) => ({ email, password: HELENA.password }),
  },
  'lib/auth/actions.ts#signOutAction': { of: 'nothing', fields: () => ({}) },
  'lib/users/actions.ts#inviteUserAction': {
    of: 'nothing',
    fields: ({ kind }) => ({ email: `nova-${kind}@example.com`, ...access('Nova') }),
  },
  'lib/users/actions.ts#changeUserAction': {
    of: 'user',
    fields: ({ userId }) => ({ userId, version: '1', ...access('Outro nome') }),
  },
  'lib/users/actions.ts#deactivateUserAction': { of: 'user', fields: oneUser },
  'lib/users/actions.ts#reactivateUserAction': { of: 'user', fields: oneUser },
  'lib/users/actions.ts#reinviteUserAction': { of: 'user', fields: oneUser },
  'lib/users/actions.ts#acceptInvitationAction': {
    of: 'credential',
    fields: ({ links }) => ({ token: links.invitation, ...twice('uma senha nova') }),
  },
  'lib/users/actions.ts#changeOwnAccountAction': { of: 'nothing', fields: () => ({ name: 'Eu Mesma', locale: 'es' }) },
  'lib/users/actions.ts#changeOwnPasswordAction': {
    of: 'nothing',
    fields: () => ({ current: DAVI.password, ...twice('outra senha nova') }),
  },
  'lib/users/actions.ts#endOwnSessionAction': { of: 'session', fields: ({ sessionId }) => ({ sessionId }) },
  'lib/customers/actions.ts#createCustomerAction': {
    of: 'store',
    fields: ({ storeId }) => ({ kind: 'person', name: 'Novata', storeId }),
  },
  'lib/customers/actions.ts#editCustomerAction': {
    of: 'customer',
    fields: ({ customerId, version }) => ({ customerId, version, kind: 'person', name: 'Mudada' }),
  },
  'lib/customers/actions.ts#renameCustomerAction': {
    of: 'customer',
    fields: ({ customerId, version }) => ({ customerId, version, name: 'Renomeada' }),
  },
  'lib/customers/actions.ts#rateCustomerAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, rating: '5' }),
  },
  'lib/customers/actions.ts#assignCustomerAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, userId: JULIA.id }),
  },
  'lib/customers/actions.ts#unassignCustomerAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, userId: '' }),
  },
  'lib/customers/actions.ts#validateCustomerAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, field: 'all' }),
  },
  'lib/privacy/actions.ts#revealAction': {
    of: 'point',
    fields: ({ customerId, points }) => ({ customerId, subject: `point:${points.primary}` }),
  },
  'lib/notes/actions.ts#writeNoteAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, body: 'Um recado' }),
  },
  'lib/contacts/actions.ts#addPointAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, channel: 'email', value: 'outro@example.com' }),
  },
  'lib/contacts/actions.ts#changePointAction': {
    of: 'point',
    fields: (known) => ({ ...point('change')(known), version: '1', value: 'mudado@example.com' }),
  },
  'lib/contacts/actions.ts#pointAction': {
    of: 'point',
    fields: ({ customerId, points }) => ({ customerId, intent: `block:${points.block}` }),
  },
  'lib/contacts/actions.ts#blockPointWithReasonAction': {
    of: 'point',
    fields: (known) => ({ ...point('reason')(known), reason: 'Pediu' }),
  },
  'lib/consents/actions.ts#preferenceAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, intent: 'set:email:marketing:accepted' }),
  },
  'lib/consents/actions.ts#recordPreferenceAction': { of: 'customer', fields: preference('cancelled') },
  'lib/documents/actions.ts#createLetterAction': {
    of: 'customer',
    fields: ({ customerId }) => ({ customerId, idempotencyKey: newId(), title: 'Carta', body: 'Um texto' }),
  },
  'lib/documents/actions.ts#deleteDocumentAction': { of: 'document', fields: oneDocument('delete') },
  'lib/documents/actions.ts#requestArchivedAction': { of: 'document', fields: oneDocument('request') },
  'lib/documents/actions.ts#resendDocumentsAction': {
    of: 'document',
    fields: ({ customerId, kitId, documents, points }) => ({
      ...{
        customerId,
        idempotencyKey: newId(),
        kitId,
        'documents[]': documents.resend,
        to: `point:${points.primary}`,
        channel: 'email',
      },
      ...{ journeyId: JOURNEYS.reissue.id, messageId: messageOf(JOURNEYS.reissue, 'email').id },
    }),
  },
  'lib/interactions/actions.ts#resendInteractionAction': {
    of: 'point',
    fields: ({ customerId, sends }) => ({ customerId, idempotencyKey: newId(), sendId: sends.plain, to: 'same' }),
  },
  'lib/sending/actions.ts#unsubscribeAction': {
    of: 'credential',
    fields: ({ links }) => ({ token: links.unsubscribe, reason: 'Chega' }),
  },
  'lib/outbox/actions.ts#playReportAction': {
    of: 'point',
    fields: ({ customerId, deliveries }) => ({ customerId, deliveryId: deliveries.play, kind: 'opened' }),
  },
  'lib/outbox/actions.ts#retryDeliveryAction': {
    of: 'customer',
    fields: ({ deliveries }) => ({ deliveryId: deliveries.retry }),
  },
  'lib/acceptances/actions.ts#requestAcceptanceAction': {
    of: 'document',
    fields: ({ customerId, documents, points }) => ({
      ...{
        customerId,
        idempotencyKey: newId(),
        documentId: documents.accept,
        to: `point:${points.primary}`,
        channel: 'email',
        days: '7',
        terms: 'De acordo',
      },
      journeyMessageId: messageOf(JOURNEYS.reissue, 'email').id,
    }),
  },
  'lib/acceptances/actions.ts#sendCodeAction': {
    of: 'credential',
    fields: ({ acceptances }) => ({ token: acceptances.code }),
  },
  'lib/acceptances/actions.ts#acceptDocumentAction': {
    of: 'credential',
    fields: ({ acceptances }) => ({ token: acceptances.accept, code: CODE, name: 'Zuleica', agree: 'on' }),
  },
  'lib/acceptances/actions.ts#refuseDocumentAction': {
    of: 'credential',
    fields: ({ acceptances }) => ({ token: acceptances.refuse, code: CODE }),
  },
  'lib/journeys/actions.ts#createJourneyAction': {
    of: 'nothing',
    fields: () => ({ name: 'Outra', purpose: 'service' }),
  },
  'lib/journeys/actions.ts#changeJourneyAction': {
    of: 'user',
    fields: ({ journeys }) => ({ journeyId: journeys.change, version: '1', name: 'Outro nome' }),
  },
  'lib/journeys/actions.ts#retireJourneyAction': {
    of: 'user',
    fields: ({ journeys }) => ({ journeyId: journeys.retire }),
  },
  'lib/journeys/actions.ts#addMessageAction': {
    of: 'user',
    fields: ({ journeys }) => ({ journeyId: journeys.change, channel: 'sms', name: 'Aviso', step: '1', body: 'Olá!' }),
  },
  'lib/journeys/actions.ts#changeMessageAction': {
    of: 'user',
    fields: ({ journeyMessages }) => ({
      messageId: journeyMessages.change,
      version: '1',
      name: 'Outro',
      step: '1',
      body: 'Olá!',
    }),
  },
  'lib/journeys/actions.ts#retireMessageAction': {
    of: 'user',
    fields: ({ journeyMessages }) => ({ messageId: journeyMessages.retire }),
  },
  'lib/imports/actions.ts#mapColumnsAction': {
    of: 'upload',
    fields: ({ imports }) => ({ importId: imports.map, source: 'outra', name: 'Nome' }),
  },
  'lib/imports/actions.ts#startImportAction': { of: 'upload', fields: oneImport('start') },
  'lib/imports/actions.ts#pauseImportAction': { of: 'import', fields: oneImport('pause') },
  'lib/imports/actions.ts#resumeImportAction': { of: 'import', fields: oneImport('resume') },
  'lib/imports/actions.ts#cancelImportAction': { of: 'import', fields: oneImport('cancel') },
}

/** The fields of a request. A refused button redirects to `returnTo`, where nothing has to be drawn. */
export const fieldsOf = (action: Pick<Input, 'fields'>, known: Known): Fields => ({
  ...action.fields(known),
  returnTo: '/livez',
})

const access = (name: string) => ({ name, role: 'viewer', scope: 'all', locale: 'pt-BR' })
const twice = (password: string) => ({ password, again: password })

function oneUser({ userId }: Known): Fields {
  return { userId }
}

function oneImport(use: keyof Known['imports']) {
  return ({ imports }: Known): Fields => ({ importId: imports[use] })
}

function point(use: keyof Known['points']) {
  return ({ customerId, points }: Known): Fields => ({ customerId, pointId: points[use] })
}

function oneDocument(use: keyof Known['documents']) {
  return ({ customerId, documents }: Known): Fields => ({ customerId, documentId: documents[use] })
}

function preference(action: string) {
  return ({ customerId }: Known): Fields => ({ customerId, preference: 'email', purpose: 'marketing', action })
}

/** The records on which a person tries something. Without a live session all are refused alike, before one is read. */
export function kindsOf(of: Subject, { user, cookie }: Person): Kind[] {
  if (of === 'nothing' || (!user && cookie)) return ['own']
  if (of === 'credential') return ['own', 'absent']
  return of === 'point' || of === 'document' ? ['own', 'foreign', 'absent', 'mixed'] : ['own', 'foreign', 'absent']
}

/** Whether a record exists for a person, whatever their permissions. */
export function isReachable({ user }: Person, of: Subject, kind: Kind): boolean {
  if (of === 'nothing') return true
  if (kind === 'absent' || kind === 'mixed') return false
  const all = user?.scope === 'all'
  if (of === 'import') return all
  if (of === 'upload') return all && kind === 'own'
  if (of === 'store') return kind === 'own' || user?.scope !== 'stores'
  return kind === 'own' || of === 'user' || (all && (of === 'customer' || of === 'point' || of === 'document'))
}
