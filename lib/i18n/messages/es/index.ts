import account from './account.json'
import audit from './audit.json'
import auth from './auth.json'
import common from './common.json'
import consents from './consents.json'
import contacts from './contacts.json'
import customers from './customers.json'
import errors from './errors.json'
import flash from './flash.json'
import imports from './imports.json'
import nav from './nav.json'
import notes from './notes.json'
import profile from './profile.json'
import search from './search.json'
import users from './users.json'

export default {
  account,
  audit,
  auth,
  common,
  consents,
  contacts,
  customers,
  errors,
  flash,
  imports,
  nav,
  notes,
  profile,
  search,
  users,
}
