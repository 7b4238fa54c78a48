import { DAVI, HELENA, JULIA } from '@/lib/auth/demo-users'
import { JOURNEYS, messageOf } from '@/lib/demo/journeys'
import type { Access } from '@/lib/access/access'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import { DEFAULT_TAGS } from '@/lib/relationships/default-tags'
import { newId } from '@/lib/values/ids'
import type { Fields } from './encodings'
import type { Kind, RecordIds } from './record-ids'
import { isAllowed, type Person } from './people'
import { CODE } from './plants/acceptances'
import { currentCode } from './plants/second-factors'
import { FOREIGN, OWN } from './secrets'

/** The kind of record that a request names. It decides for whom the record exists. */
export type Subject =
  | 'customer'
  | 'point'
  | 'document'
  | 'agenda'
  | 'case'
  | 'attachment'
  | 'conversation'
  | 'account'
  | 'purchase'
  | 'relationship'
  | 'store'
  | 'import'
  | 'upload'
  | 'rows'
  | 'view'
  | 'export'
  | 'user'
  | 'session'
  | 'credential'
  | 'nothing'

/** Form fields that an action accepts from a person with the permission. */
export type Input = {
  subject: Subject
  fields: (ids: RecordIds) => Fields
  /** For an action with several commands: the command that these fields choose, and the access that it needs. */
  intent?: string
  access?: Access
}

/** By action, `file#export`. An action with several commands has a list of inputs, one for each command. */
export const INPUTS: Record<string, Input | readonly Input[]> = {
  'lib/auth/actions.ts#signInAction': {
    subject: 'credential',
    fields: ({ email }) => ({ email, password: HELENA.password }),
  },
  'lib/auth/actions.ts#signOutAction': { subject: 'nothing', fields: () => ({}) },
  // Without the cookie that a right password sets, a code opens nothing (e2e/second-factor.e2e.ts).
  'lib/auth/actions.ts#signInWithCodeAction': { subject: 'credential', fields: () => ({ code: currentCode() }) },
  'lib/users/actions.ts#inviteUserAction': {
    subject: 'nothing',
    fields: ({ kind }) => ({ email: `nova-${kind}@example.com`, ...access('Nova') }),
  },
  'lib/users/actions.ts#changeUserAction': {
    subject: 'user',
    fields: ({ userId }) => ({ userId, version: '1', ...access('Outro nome') }),
  },
  'lib/users/actions.ts#deactivateUserAction': { subject: 'user', fields: oneUser },
  'lib/users/actions.ts#reactivateUserAction': { subject: 'user', fields: oneUser },
  'lib/users/actions.ts#reinviteUserAction': { subject: 'user', fields: oneUser },
  'lib/users/actions.ts#unlinkIdentityAction': { subject: 'user', fields: oneUser },
  'lib/users/actions.ts#removeSecondFactorAction': { subject: 'user', fields: oneUser },
  'lib/users/actions.ts#acceptInvitationAction': {
    subject: 'credential',
    fields: ({ links }) => ({ token: links.invitation, ...twice('uma senha nova') }),
  },
  'lib/users/actions.ts#requestResetAction': { subject: 'credential', fields: ({ email }) => ({ email }) },
  'lib/users/actions.ts#confirmSecondFactorAction': {
    subject: 'nothing',
    fields: () => ({ password: HELENA.password, code: currentCode() }),
  },
  'lib/users/actions.ts#removeOwnSecondFactorAction': {
    subject: 'nothing',
    fields: () => ({ password: HELENA.password }),
  },
  'lib/users/actions.ts#startSecondFactorAction': { subject: 'nothing', fields: () => ({}) },
  'lib/users/actions.ts#changeOwnAccountAction': {
    subject: 'nothing',
    fields: () => ({ name: 'Eu Mesma', locale: 'es' }),
  },
  'lib/users/actions.ts#languageAction': { subject: 'nothing', fields: () => ({ intent: 'set:es' }) },
  'lib/users/actions.ts#changeOwnPasswordAction': {
    subject: 'nothing',
    fields: () => ({ current: DAVI.password, ...twice('outra senha nova') }),
  },
  'lib/users/actions.ts#endOwnSessionAction': { subject: 'session', fields: ({ sessionId }) => ({ sessionId }) },
  'lib/registration/actions.ts#registerCustomerAction': {
    subject: 'store',
    fields: ({ storeId }) => ({ idempotencyKey: newId(), kind: 'person', name: 'Novata', isNew: 'on', storeId }),
  },
  'lib/registration/actions.ts#startRegistrationAction': {
    subject: 'nothing',
    fields: () => ({ q: 'Novata', type: 'all' }),
  },
  'lib/customers/actions.ts#editCustomerAction': {
    subject: 'customer',
    fields: ({ customerId, version }) => ({ customerId, version, kind: 'person', name: 'Mudada' }),
  },
  'lib/customers/actions.ts#renameCustomerAction': {
    subject: 'customer',
    fields: ({ customerId, version }) => ({ customerId, version, name: 'Renomeada' }),
  },
  'lib/customers/actions.ts#rateCustomerAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, rating: '5' }),
  },
  'lib/customers/actions.ts#assignCustomerAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, userId: JULIA.id }),
  },
  'lib/customers/actions.ts#unassignCustomerAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, userId: '' }),
  },
  'lib/customers/actions.ts#validateCustomerAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, field: 'all' }),
  },
  'lib/privacy/actions.ts#revealAction': {
    subject: 'point',
    fields: ({ customerId, points }) => ({ customerId, subject: `point:${points.primary}` }),
  },
  'lib/notes/actions.ts#writeNoteAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, idempotencyKey: newId(), body: 'Um recado' }),
  },
  'lib/conversations/actions.ts#replyAction': {
    subject: 'conversation',
    fields: (ids) => ({ ...oneConversation('reply')(ids), idempotencyKey: newId(), body: 'Uma resposta' }),
  },
  'lib/conversations/actions.ts#closeConversationAction': { subject: 'conversation', fields: oneConversation('close') },
  'lib/conversations/actions.ts#reopenConversationAction': {
    subject: 'conversation',
    fields: oneConversation('reopen'),
  },
  'lib/conversations/actions.ts#assignMessagesAction': {
    subject: 'customer',
    fields: ({ customerId, inboundEventId: eventId }) => ({ customerId, eventId }),
  },
  'lib/cases/actions.ts#changeCaseAction': {
    subject: 'case',
    fields: (ids) => ({ ...oneCase('change')(ids), version: '1', subject: 'Outro assunto', priority: 'high' }),
  },
  'lib/cases/actions.ts#moveCaseAction': {
    subject: 'case',
    fields: (ids) => ({ ...oneCase('move')(ids), stateId: DEFAULT_STATES.solved }),
  },
  'lib/cases/actions.ts#assignCaseAction': {
    subject: 'case',
    fields: (ids) => ({ ...oneCase('assign')(ids), from: '', userId: JULIA.id }),
  },
  'lib/cases/actions.ts#takeCaseAction': { subject: 'case', fields: oneCase('take') },
  'lib/cases/actions.ts#commentOnCaseAction': {
    subject: 'case',
    fields: (ids) => ({ ...oneCase('comment')(ids), idempotencyKey: newId(), body: 'Um comentário' }),
  },
  'lib/cases/actions.ts#linkCaseAction': {
    subject: 'case',
    fields: (ids) => ({ ...oneCase('link')(ids), 'targets[]': `send:${ids.sends.plain}` }),
  },
  'lib/cases/actions.ts#unlinkCaseAction': {
    subject: 'case',
    fields: (ids) => ({ ...oneCase('unlink')(ids), target: `send:${ids.sends.plain}` }),
  },
  'lib/agenda-generation/actions.ts#createRuleAction': {
    subject: 'nothing',
    fields: () => ({ ...rule('Volte sempre'), idempotencyKey: newId(), kind: 'no_purchase' }),
  },
  'lib/agenda-generation/actions.ts#changeRuleAction': {
    subject: 'user',
    fields: ({ agendaRules }) => ({ ...rule('Parabéns'), ruleId: agendaRules.change, version: '1' }),
  },
  'lib/agenda-generation/actions.ts#enableRuleAction': {
    subject: 'user',
    fields: ({ agendaRules }) => ({ ruleId: agendaRules.enable, version: '1' }),
  },
  'lib/agenda-generation/actions.ts#disableRuleAction': {
    subject: 'user',
    fields: ({ agendaRules }) => ({ ruleId: agendaRules.disable, version: '1' }),
  },
  'lib/agenda-generation/actions.ts#retireRuleAction': {
    subject: 'user',
    fields: ({ agendaRules }) => ({ ruleId: agendaRules.retire, version: '1' }),
  },
  'lib/agenda/actions.ts#startInteractionAction': {
    subject: 'agenda',
    fields: ({ customerId, reasons }) => ({ customerId, reasonId: reasons.start, means: 'call' }),
  },
  'lib/agenda/actions.ts#recordInteractionAction': {
    subject: 'agenda',
    fields: ({ customerId, reasons }) => ({
      ...{ customerId, reasonId: reasons.record, idempotencyKey: newId(), means: 'call', situation: 'success' },
    }),
  },
  'lib/agenda/actions.ts#changeInteractionAction': {
    subject: 'agenda',
    fields: ({ customerId, agendaInteractions }) => ({
      ...{ customerId, interactionId: agendaInteractions.change, version: '1', feedback: 'neutral', comment: 'Ligar' },
    }),
  },
  'lib/agenda/actions.ts#closeInteractionAction': {
    subject: 'agenda',
    fields: ({ customerId, agendaInteractions }) => ({
      ...{ customerId, interactionId: agendaInteractions.close, version: '1', situation: 'no_answer' },
    }),
  },
  'lib/agenda/actions.ts#cancelReasonAction': {
    subject: 'agenda',
    fields: ({ customerId, reasons }) => ({ customerId, reasonId: reasons.cancel, version: '1', cause: 'Viajou' }),
  },
  'lib/agenda/actions.ts#createReminderAction': {
    subject: 'customer',
    fields: ({ customerId, storeId }) => ({
      ...{ customerId, storeId, idempotencyKey: newId(), scheduledOn: '2999-01-01', comment: 'Um lembrete' },
    }),
  },
  'lib/agenda/actions.ts#changeReminderAction': {
    subject: 'agenda',
    fields: ({ customerId, reminders }) => ({
      ...{ customerId, reminderId: reminders.change, version: '1', scheduledOn: '2999-01-02', comment: 'Outro' },
    }),
  },
  'lib/agenda/actions.ts#completeReminderAction': {
    subject: 'agenda',
    fields: ({ customerId, reminders }) => ({ customerId, reminderId: reminders.complete, version: '1' }),
  },
  'lib/agenda/actions.ts#cancelReminderAction': {
    subject: 'agenda',
    fields: ({ customerId, reminders }) => ({ customerId, reminderId: reminders.cancel, version: '1' }),
  },
  'lib/agenda/actions.ts#createReservationAction': {
    subject: 'customer',
    fields: ({ customerId, storeId }) => ({
      ...{ customerId, storeId, idempotencyKey: newId() },
      ...{ product: 'Sandália', pickUpOn: '2999-01-01', pickUpTime: '10:00' },
    }),
  },
  'lib/agenda/actions.ts#confirmReservationAction': {
    subject: 'agenda',
    fields: ({ customerId, reservations }) => ({ customerId, reservationId: reservations.confirm, version: '1' }),
  },
  'lib/agenda/actions.ts#cancelReservationAction': {
    subject: 'agenda',
    fields: ({ customerId, reservations }) => ({ customerId, reservationId: reservations.cancel, version: '1' }),
  },
  'lib/attachments/actions.ts#deleteAttachmentAction': {
    subject: 'attachment',
    fields: ({ customerId, attachments }) => ({ customerId, attachmentId: attachments.delete, reason: 'Engano' }),
  },
  'lib/seller-agenda/actions.ts#startContactAction': {
    subject: 'agenda',
    fields: ({ customerId, agendaContacts }) => ({ intent: `start:call:${customerId}:${agendaContacts.reason}` }),
  },
  'lib/seller-agenda/actions.ts#recordResultAction': {
    subject: 'agenda',
    fields: ({ customerId, agendaContacts }) => ({
      ...{ customerId, interactionId: agendaContacts.record, version: '1', outcome: 'no_answer', comment: '' },
      ...{ scheduledOn: '', reminder: '', defaultReminder: '', idempotencyKey: newId() },
    }),
  },
  'lib/seller-agenda/actions.ts#changeSettingsAction': {
    subject: 'nothing',
    fields: ({ kind }) => ({
      ...{ version: kind === 'own' ? '1' : '2', blackoutDays: kind === 'own' ? '3' : '4', influenceDays: '7' },
      ...{ from_monday: '09:00', until_monday: '18:00' },
    }),
  },
  'lib/seller-agenda/actions.ts#settleAction': [
    {
      intent: 'confirm',
      subject: 'agenda',
      fields: ({ customerId, agendaContacts }) => ({ intent: `confirm:${customerId}:${agendaContacts.reservation}:1` }),
    },
    {
      intent: 'complete',
      subject: 'agenda',
      fields: ({ customerId, agendaContacts }) => ({ intent: `complete:${customerId}:${agendaContacts.reminder}:1` }),
    },
  ],
  'lib/cases/actions.ts#addStateAction': {
    subject: 'nothing',
    fields: () => ({ idempotencyKey: newId(), name: 'Em análise', phase: 'open' }),
  },
  'lib/cases/actions.ts#renameStateAction': {
    subject: 'user',
    fields: ({ caseStates }) => ({ stateId: caseStates.rename, version: '1', name: 'Em conferência' }),
  },
  'lib/cases/actions.ts#retireStateAction': {
    subject: 'user',
    fields: ({ caseStates }) => ({ stateId: caseStates.retire }),
  },
  'lib/cases/actions.ts#restoreStateAction': {
    subject: 'user',
    fields: ({ caseStates }) => ({ stateId: caseStates.restore }),
  },
  'lib/cases/actions.ts#moveStateAction': {
    subject: 'user',
    fields: ({ caseStates }) => ({ intent: `up:${caseStates.move}:1` }),
  },
  'lib/acquisition/actions.ts#recordTouchAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({
      ...{ customerId, idempotencyKey: newId(), day: '2026-01-15', time: '10:30', entryMethod: 'form' },
      generatedUrl: 'https://loja.example/?utm_source=google',
    }),
  },
  'lib/pipeline/actions.ts#changeStatusAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, from: 'new', to: 'lost' }),
  },
  'lib/pipeline/actions.ts#moveCardAction': {
    subject: 'customer',
    fields: ({ related: { remove } }) => ({ intent: `move:${remove}:new`, [`to-${remove}`]: 'won' }),
  },
  'lib/pipeline/actions.ts#scheduleStatusAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({
      ...{ customerId, to: 'won', day: '2029-03-01', time: '09:00', timeZone: 'America/Sao_Paulo' },
    }),
  },
  'lib/pipeline/actions.ts#cancelScheduleAction': {
    subject: 'customer',
    fields: ({ related, scheduleId }) => ({ customerId: related.change, scheduleId }),
  },
  'lib/pipeline/actions.ts#addSubStatusAction': {
    subject: 'nothing',
    fields: () => ({ idempotencyKey: newId(), name: `Em análise ${newId()}`, status: 'won' }),
  },
  'lib/pipeline/actions.ts#renameSubStatusAction': {
    subject: 'user',
    fields: ({ subStatuses }) => ({ subStatusId: subStatuses.rename, version: '1', name: `Conferir ${newId()}` }),
  },
  'lib/pipeline/actions.ts#retireSubStatusAction': {
    subject: 'user',
    fields: ({ subStatuses }) => ({ subStatusId: subStatuses.retire }),
  },
  'lib/pipeline/actions.ts#restoreSubStatusAction': {
    subject: 'user',
    fields: ({ subStatuses }) => ({ subStatusId: subStatuses.restore }),
  },
  'lib/pipeline/actions.ts#moveSubStatusAction': {
    subject: 'user',
    fields: ({ subStatuses }) => ({ intent: `up:${subStatuses.move}:1` }),
  },
  'lib/accounts/actions.ts#addAccountAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({
      ...{ customerId, idempotencyKey: newId(), source: 'sap', externalId: newId(), name: 'Cartão' },
      ...{ type: '', product: '', status: '', openedOn: '', extra: '' },
    }),
  },
  'lib/accounts/actions.ts#changeAccountAction': {
    subject: 'account',
    fields: (ids) => ({
      ...oneAccount('change')(ids),
      ...{ version: '1', name: 'Cartão da loja', type: '', product: '', status: '', openedOn: '' },
    }),
  },
  'lib/accounts/actions.ts#unlinkAccountAction': { subject: 'account', fields: oneAccount('unlink') },
  'lib/accounts/actions.ts#relinkAccountAction': { subject: 'account', fields: oneAccount('relink') },
  'lib/accounts/actions.ts#linkAccountToAction': {
    subject: 'account',
    fields: (ids) => ({ ...oneAccount('linkTo')(ids), toCustomerId: ids.related.add }),
  },
  'lib/purchases/actions.ts#recordPurchaseAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({
      ...{ customerId, idempotencyKey: newId(), externalId: newId(), purchasedOn: '2026-01-31', currency: 'BRL' },
      ...{ total: '10', situation: 'delivered', payment: '', storeId: '', product: 'Bolsa' },
    }),
  },
  'lib/purchases/actions.ts#changeSituationAction': {
    subject: 'purchase',
    fields: (ids) => ({ ...onePurchase('situation')(ids), situation: 'shipped' }),
  },
  'lib/purchases/actions.ts#recordReturnAction': {
    subject: 'purchase',
    fields: (ids) => ({
      ...{ ...onePurchase('return')(ids), idempotencyKey: newId(), line: '1', amount: '10' },
      ...{ returnedOn: '2026-03-05', reason: '' },
    }),
  },
  'lib/purchases/actions.ts#recordExclusionAction': {
    subject: 'purchase',
    fields: (ids) => ({
      ...{ ...onePurchase('exclusion')(ids), idempotencyKey: newId(), reason: 'freight', amount: '10', note: '' },
    }),
  },
  'lib/purchases/actions.ts#recordCreditAction': {
    subject: 'purchase',
    fields: (ids) => ({
      ...{ ...onePurchase('earn')(ids), idempotencyKey: newId(), externalId: newId(), amount: '10', expiresOn: '' },
    }),
  },
  'lib/purchases/actions.ts#recordCreditUseAction': {
    subject: 'purchase',
    fields: (ids) => ({
      ...{ ...onePurchase('use')(ids), idempotencyKey: newId(), creditId: ids.purchases.credit, amount: '1' },
    }),
  },
  'lib/relationships/actions.ts#relateCustomersAction': {
    subject: 'customer',
    fields: (ids) => ({ ...oneRelationship('add')(ids), idempotencyKey: newId(), 'tags[]': SIBLING }),
  },
  'lib/relationships/actions.ts#changeRelationshipAction': {
    subject: 'relationship',
    fields: (ids) => ({ ...oneRelationship('change')(ids), version: '1', 'tags[]': SIBLING, note: 'Uma observação' }),
  },
  'lib/relationships/actions.ts#removeRelationshipAction': {
    subject: 'relationship',
    fields: oneRelationship('remove'),
  },
  'lib/relationships/actions.ts#relationshipAction': {
    subject: 'relationship',
    fields: ({ customerId, related }) => ({ customerId, intent: `restore:${related.restore}` }),
  },
  'lib/merges/actions.ts#excludeRowAction': {
    subject: 'relationship',
    fields: ({ customerId, merges }) => ({
      ...{ customerId, recordId: merges.recordId, part: 'notes' },
      rowId: merges.noteId,
    }),
  },
  'lib/merges/actions.ts#includePartAction': {
    subject: 'relationship',
    fields: ({ customerId, merges }) => ({
      ...{ customerId, recordId: merges.recordId, part: 'notes' },
      rowId: merges.excludedNoteId,
    }),
  },
  'lib/merges/actions.ts#undoMergeAction': {
    subject: 'relationship',
    fields: ({ customerId, merges }) => ({ customerId, mergeId: merges.mergeId }),
  },
  'lib/merges/actions.ts#mergeAction': {
    subject: 'relationship',
    fields: ({ customerId, version, merges }) => ({
      ...{ customerId, version, otherId: merges.otherId, otherVersion: '1' },
      'parts[]': 'notes',
    }),
  },
  'lib/duplicates/actions.ts#dismissPairAction': {
    subject: 'relationship',
    fields: ({ customerId, duplicates }) => ({ customerId, otherId: duplicates.dismiss, evidence: 'e1' }),
  },
  'lib/duplicates/actions.ts#dismissPairsAction': {
    subject: 'relationship',
    fields: ({ customerId, duplicates }) => ({ 'pairs[]': `${customerId}.${duplicates.dismissSeveral}.e1` }),
  },
  'lib/duplicates/actions.ts#enableRuleAction': { subject: 'nothing', fields: () => ({}) },
  'lib/duplicates/actions.ts#disableRuleAction': { subject: 'nothing', fields: () => ({}) },
  'lib/duplicates/actions.ts#duplicateAction': {
    subject: 'relationship',
    fields: ({ customerId, duplicates }) => ({ intent: `reopen:${customerId}:${duplicates.reopen}` }),
  },
  'lib/relationships/actions.ts#addTagAction': {
    subject: 'nothing',
    fields: () => ({ idempotencyKey: newId(), name: 'prima de', inverseName: '' }),
  },
  'lib/relationships/actions.ts#changeTagAction': {
    subject: 'user',
    fields: ({ tags }) => ({ tagId: tags.change, version: '1', name: 'tia de', inverseName: 'sobrinha de' }),
  },
  'lib/relationships/actions.ts#retireTagAction': {
    subject: 'user',
    fields: ({ tags }) => ({ tagId: tags.retire }),
  },
  'lib/relationships/actions.ts#restoreTagAction': {
    subject: 'user',
    fields: ({ tags }) => ({ tagId: tags.restore }),
  },
  'lib/contacts/actions.ts#addPointAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, channel: 'email', value: 'outro@example.com' }),
  },
  'lib/contacts/actions.ts#changePointAction': {
    subject: 'point',
    fields: (ids) => ({ ...point('change')(ids), version: '1', value: 'mudado@example.com' }),
  },
  // The second event of a planted customer changed this field.
  'lib/history/actions.ts#restoreValueAction': {
    subject: 'customer',
    fields: ({ customerId, version }) => ({ customerId, version, seq: '2', field: 'howMet' }),
  },
  'lib/contacts/actions.ts#pointAction': {
    subject: 'point',
    fields: ({ customerId, points }) => ({ customerId, intent: `block:${points.block}` }),
  },
  'lib/contacts/actions.ts#blockPointWithReasonAction': {
    subject: 'point',
    fields: (ids) => ({ ...point('reason')(ids), reason: 'Pediu' }),
  },
  'lib/consents/actions.ts#preferenceAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, intent: 'set:email:marketing:accepted' }),
  },
  'lib/consents/actions.ts#recordPreferenceAction': { subject: 'customer', fields: preference('cancelled') },
  'lib/documents/actions.ts#createLetterAction': {
    subject: 'customer',
    fields: ({ customerId }) => ({ customerId, idempotencyKey: newId(), title: 'Carta', body: 'Um texto' }),
  },
  'lib/documents/actions.ts#deleteDocumentAction': { subject: 'document', fields: oneDocument('delete') },
  'lib/documents/actions.ts#requestArchivedAction': { subject: 'document', fields: oneDocument('request') },
  'lib/documents/actions.ts#resendDocumentsAction': {
    subject: 'document',
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
    subject: 'point',
    fields: ({ customerId, sends }) => ({ customerId, idempotencyKey: newId(), sendId: sends.plain, to: 'same' }),
  },
  'lib/sending/actions.ts#unsubscribeAction': {
    subject: 'credential',
    fields: ({ links }) => ({ token: links.unsubscribe, reason: 'Chega' }),
  },
  'lib/sending/actions.ts#liftSuppressionAction': {
    subject: 'point',
    fields: (ids) => ({ ...point('lift')(ids), reason: 'Caixa nova', source: 'phone' }),
  },
  'lib/outbox/actions.ts#simulateEventAction': {
    subject: 'point',
    fields: ({ customerId, deliveries }) => ({ customerId, deliveryId: deliveries.play, kind: 'opened' }),
  },
  'lib/outbox/actions.ts#retryDeliveryAction': {
    subject: 'customer',
    fields: ({ deliveries }) => ({ deliveryId: deliveries.retry }),
  },
  'lib/acceptances/actions.ts#requestAcceptanceAction': {
    subject: 'document',
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
  'lib/acceptances/actions.ts#approveRequestAction': {
    subject: 'document',
    fields: ({ customerId, requests }) => ({ customerId, acceptanceId: requests.approve }),
  },
  'lib/acceptances/actions.ts#declineRequestAction': {
    subject: 'document',
    fields: ({ customerId, requests }) => ({ customerId, acceptanceId: requests.decline, reason: 'Não confere' }),
  },
  'lib/acceptances/actions.ts#cancelRequestAction': {
    subject: 'document',
    fields: ({ customerId, requests }) => ({ customerId, acceptanceId: requests.cancel }),
  },
  'lib/acceptances/actions.ts#changeDeadlineAction': {
    subject: 'document',
    fields: ({ customerId, requests }) => ({ customerId, acceptanceId: requests.deadline, days: '9' }),
  },
  'lib/acceptances/actions.ts#resendRequestAction': {
    subject: 'document',
    fields: ({ customerId, requests }) => ({
      ...{ customerId, idempotencyKey: newId(), acceptanceId: requests.resend },
    }),
  },
  'lib/acceptances/actions.ts#sendCodeAction': {
    subject: 'credential',
    fields: ({ acceptances }) => ({ token: acceptances.code }),
  },
  'lib/acceptances/actions.ts#acceptDocumentAction': {
    subject: 'credential',
    fields: ({ kind, acceptances }) => ({
      ...{ token: acceptances.accept, code: CODE, agree: 'on' },
      // The form shows a typed name again, so the absent record gets a name that is nobody's.
      name: kind === 'absent' ? 'Ninguém da Silva' : kind === 'own' ? OWN.name : FOREIGN.name,
    }),
  },
  'lib/acceptances/actions.ts#refuseDocumentAction': {
    subject: 'credential',
    fields: ({ acceptances }) => ({ token: acceptances.refuse, code: CODE }),
  },
  'lib/journeys/actions.ts#createJourneyAction': {
    subject: 'nothing',
    fields: () => ({ name: 'Outra', purpose: 'service' }),
  },
  'lib/journeys/actions.ts#changeJourneyAction': {
    subject: 'user',
    fields: ({ journeys }) => ({ journeyId: journeys.change, version: '1', name: 'Outro nome' }),
  },
  'lib/journeys/actions.ts#retireJourneyAction': {
    subject: 'user',
    fields: ({ journeys }) => ({ journeyId: journeys.retire }),
  },
  'lib/journeys/actions.ts#addMessageAction': {
    subject: 'user',
    fields: ({ journeys }) => ({ journeyId: journeys.change, channel: 'sms', name: 'Aviso', step: '1', body: 'Olá!' }),
  },
  'lib/journeys/actions.ts#changeMessageAction': {
    subject: 'user',
    fields: ({ journeyMessages }) => ({
      messageId: journeyMessages.change,
      version: '1',
      name: 'Outro',
      step: '1',
      body: 'Olá!',
    }),
  },
  'lib/journeys/actions.ts#retireMessageAction': {
    subject: 'user',
    fields: ({ journeyMessages }) => ({ messageId: journeyMessages.retire }),
  },
  'lib/imports/actions.ts#mapColumnsAction': {
    subject: 'upload',
    fields: ({ imports }) => ({ importId: imports.map, source: 'outra', name: 'Nome' }),
  },
  'lib/imports/actions.ts#readFileAsAction': {
    subject: 'upload',
    fields: ({ imports }) => ({
      importId: imports.map,
      encoding: 'utf-8',
      delimiter: 'semicolon',
      headerLine: '1',
      firstLine: '',
      dayOrder: '',
      country: 'AR',
    }),
  },
  'lib/exports/actions.ts#requestExportAction': {
    subject: 'nothing',
    fields: () => ({ idempotencyKey: newId(), query: 'quietDays=30', delimiter: 'comma' }),
  },
  'lib/exports/actions.ts#cancelExportAction': {
    subject: 'export',
    fields: ({ exports }) => ({ exportId: exports.cancel }),
  },
  'lib/exports/actions.ts#deleteExportFileAction': {
    subject: 'export',
    fields: ({ exports }) => ({ exportId: exports.delete }),
  },
  'lib/reports/actions.ts#saveViewAction': {
    subject: 'nothing',
    fields: () => ({ idempotencyKey: newId(), name: 'Sem contato', query: 'quietDays=30' }),
  },
  'lib/reports/actions.ts#changeViewAction': {
    subject: 'view',
    fields: ({ views }) => ({ viewId: views.change, version: '1', name: 'Outro nome' }),
  },
  'lib/reports/actions.ts#deleteViewAction': { subject: 'view', fields: ({ views }) => ({ viewId: views.delete }) },
  'lib/imports/actions.ts#startImportAction': { subject: 'upload', fields: oneImport('start') },
  'lib/imports/actions.ts#pauseImportAction': { subject: 'import', fields: oneImport('pause') },
  'lib/imports/actions.ts#resumeImportAction': { subject: 'import', fields: oneImport('resume') },
  'lib/imports/actions.ts#cancelImportAction': { subject: 'import', fields: oneImport('cancel') },
  'lib/imports/actions.ts#startUndoAction': { subject: 'import', fields: oneImport('undo') },
  'lib/imports/actions.ts#reviewRowAction': {
    subject: 'rows',
    fields: (ids) => ({ ...oneImport('review')(ids), intent: 'refuse:2' }),
  },
}

/** Returns the fields of a request. A refused button redirects to `returnTo`; `/livez` is the cheapest page. */
export const fieldsOf = (action: Pick<Input, 'fields'>, ids: RecordIds): Fields => ({
  ...action.fields(ids),
  returnTo: '/livez',
})

const access = (name: string) => ({ name, role: 'viewer', scope: 'all', locale: 'pt-BR' })
const twice = (password: string) => ({ password, again: password })

function oneUser({ userId }: RecordIds): Fields {
  return { userId }
}

function oneImport(use: keyof RecordIds['imports']) {
  return ({ imports }: RecordIds): Fields => ({ importId: imports[use] })
}

function point(use: keyof RecordIds['points']) {
  return ({ customerId, points }: RecordIds): Fields => ({ customerId, pointId: points[use] })
}

function oneDocument(use: keyof RecordIds['documents']) {
  return ({ customerId, documents }: RecordIds): Fields => ({ customerId, documentId: documents[use] })
}

function oneCase(use: keyof RecordIds['cases']) {
  return ({ customerId, cases }: RecordIds): Fields => ({ customerId, caseId: cases[use] })
}

const rule = (name: string): Fields => ({ name, days: '5', openDays: '7', message: 'Olá, {{name}}!' })

function oneConversation(use: keyof RecordIds['conversations']) {
  return ({ customerId, conversations }: RecordIds): Fields => ({ customerId, conversationId: conversations[use] })
}

function oneAccount(use: keyof RecordIds['accounts']) {
  return ({ customerId, accounts }: RecordIds): Fields => ({ customerId, accountId: accounts[use] })
}

function onePurchase(use: keyof RecordIds['purchases']) {
  return ({ customerId, purchases }: RecordIds): Fields => ({ customerId, purchaseId: purchases[use] })
}

function oneRelationship(use: keyof RecordIds['related']) {
  return ({ customerId, related }: RecordIds): Fields => ({ customerId, otherId: related[use] })
}

const SIBLING = `${DEFAULT_TAGS.sibling}.name`

function preference(action: string) {
  return ({ customerId }: RecordIds): Fields => ({ customerId, preference: 'email', purpose: 'marketing', action })
}

/** Records that a request names together with their customer. */
const PARTS_OF_CUSTOMER: readonly Subject[] = [
  'point',
  'document',
  'agenda',
  'case',
  'attachment',
  'conversation',
  'account',
  'purchase',
  'relationship',
]

/** Returns the kinds of records with which a person tries an action. With a dead session one kind is enough, because no record is read. */
export function kindsOf(subject: Subject, { user, cookie }: Person): Kind[] {
  if (subject === 'nothing' || (!user && cookie)) return ['own']
  if (subject === 'credential') return ['own', 'absent']
  return PARTS_OF_CUSTOMER.includes(subject) ? ['own', 'foreign', 'absent', 'mixed'] : ['own', 'foreign', 'absent']
}

/** Whether a record exists for a person, whatever their permissions. */
export function isReachable(person: Person, subject: Subject, kind: Kind): boolean {
  const { user } = person
  if (subject === 'nothing') return true
  if (kind === 'absent' || kind === 'mixed') return false
  const all = user?.scope === 'all'
  if (subject === 'import') return all
  if (subject === 'upload') return all && kind === 'own'
  if (subject === 'export') return user?.role === 'admin'
  if (subject === 'view') return user === HELENA && kind === 'own'
  if (subject === 'rows') return all && (kind === 'own' || isAllowed(person, 'personal.read'))
  if (subject === 'store') return kind === 'own' || user?.scope !== 'stores'
  return (
    kind === 'own' || subject === 'user' || (all && (subject === 'customer' || PARTS_OF_CUSTOMER.includes(subject)))
  )
}
