import acceptances from './acceptances.json'
import account from './account.json'
import audit from './audit.json'
import auth from './auth.json'
import common from './common.json'
import consents from './consents.json'
import contacts from './contacts.json'
import customers from './customers.json'
import documents from './documents.json'
import errors from './errors.json'
import flash from './flash.json'
import imports from './imports.json'
import interactions from './interactions.json'
import journeys from './journeys.json'
import nav from './nav.json'
import notes from './notes.json'
import profile from './profile.json'
import search from './search.json'
import sending from './sending.json'
import users from './users.json'

export default {
  acceptances,
  account,
  audit,
  auth,
  common,
  consents,
  contacts,
  customers,
  documents,
  errors,
  flash,
  imports,
  interactions,
  journeys,
  nav,
  notes,
  profile,
  search,
  sending,
  users,
}
