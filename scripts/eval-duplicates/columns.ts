import { headerKey } from '@/lib/imports/reading/headers'
import { CliError } from '@/scripts/cli-error'

/** What a column of an evaluated file may be. Other columns are compared as plain text. */
export const MEANINGS = [
  'label',
  'id',
  'ignore',
  'kind',
  'name',
  'given',
  'family',
  'preferred',
  'birth',
  'document',
  'phone',
  'email',
  'street',
  'number',
  'district',
  'city',
  'state',
  'postal_code',
  'sex',
  'other',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** The column names that are recognised without a map, folded by `headerKey`. */
const NAMES: Partial<Record<Meaning, RegExp>> = {
  label: /^(cluster|cluster id|entity id|entity|person id|true id|truth|label|match id|group id|unique entity id)$/,
  id: /^(rec ?id|record ?id|id|unique id|row id|codigo|customer id)$/,
  name: /^(name|full ?name|nome|nome completo|razao social|nombre|nombre completo)$/,
  given: /^(given ?name|first ?name|forename|fname|primeiro nome|nombres|pnome)$/,
  family: /^(surname|family ?name|last ?name|lname|sobrenome|apellidos?|unome)$/,
  preferred: /^(preferred ?name|nome social|nome fantasia|apelido)$/,
  birth: /^(date of birth|birth ?date|dob|birth|birthday|data( de)? nascimento|nascimento|fecha( de)? nacimiento)$/,
  document:
    /^(soc sec id|ssn|social security( number)?|tax id|national id|cpf|cnpj|cpf cnpj|documento|rut|dni|curp|nhs number)$/,
  phone: /^(phone|telephone|phone ?number|telefone|celular|mobile|telefono|fone)( ?[0-9])?$/,
  email: /^(e ?mail|e ?mail address|correo)( ?[0-9])?$/,
  street: /^(street|street ?name|address ?1|address|addr|logradouro|endereco|rua|calle|direccion)$/,
  number: /^(street ?number|house ?number|number|numero|num)$/,
  district: /^(address ?2|district|bairro|colonia|neighbou?rhood)$/,
  city: /^(city|suburb|town|cidade|ciudad|municipio|locality)$/,
  state: /^(state|uf|estado|province|provincia|region)$/,
  postal_code: /^(post ?code|postal ?code|zip( ?code)?|cep|codigo postal|postcode fake)$/,
  sex: /^(sex|gender|sexo|genero)$/,
}

export const meaningOf = (header: string): Meaning =>
  (Object.entries(NAMES) as [Meaning, RegExp][]).find(([, names]) => names.test(headerKey(header)))?.[0] ?? 'other'

/**
 * The meaning of each column: of `--map header=meaning` where there is one, and otherwise of its name. A column of `without` is ignored.
 * @throws CliError when a named column or a meaning does not exist
 */
export function meaningsOf(headers: readonly string[], map: readonly string[], without: readonly string[]): Meaning[] {
  const meanings = headers.map(meaningOf)
  const set = (header: string, meaning: string) => {
    const at = headers.findIndex((one) => headerKey(one) === headerKey(header))
    if (at < 0) throw new CliError(`There is no column "${header}". The file has: ${headers.join(', ')}.`)
    const known = MEANINGS.find((one) => one === meaning)
    if (!known) throw new CliError(`"${meaning}" is not a meaning. A column can be: ${MEANINGS.join(', ')}.`)
    meanings[at] = known
  }
  for (const pair of map.flatMap((text) => text.split(','))) {
    const cut = pair.lastIndexOf('=')
    if (cut < 1) throw new CliError(`--map expects column=meaning, not "${pair}".`)
    set(pair.slice(0, cut).trim(), pair.slice(cut + 1).trim())
  }
  for (const header of without) set(header, 'ignore')
  return meanings
}
