import { CUSTOMER_COLUMNS } from '../customers/columns'
import { PURCHASE_COLUMNS } from '../purchases/columns'
import { guessMapping } from './guess'

const GOOGLE_NEW =
  'First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country'
const OUTLOOK =
  'First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Business Phone,Mobile Phone,Company,Job Title,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Birthday,Notes'
const OUTLOOK_PT =
  'Nome,Segundo nome,Sobrenome,Sufixo,Empresa,Celular,Telefone residencial,Telefone comercial,Endereço de correio eletrônico'
const ICLOUD = 'First Name,Last Name,Display Name,Email (home),Email (work),Phone (mobile),Phone (home)'
const HUBSPOT =
  'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Company Name,Create Date,Street Address,City,State/Region,Postal Code,Country/Region,Date of birth'
const PIPEDRIVE =
  'Person - ID,Person - Name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile'
const RD_STATION = 'Email,Nome,Telefone,Celular,Empresa,Cargo,Cidade,Estado,País,Data da primeira conversão,Tags'
const MAILCHIMP =
  'Email Address,First Name,Last Name,Address,Phone Number,Birthday,MEMBER_RATING,OPTIN_TIME,LEID,EUID,TAGS'
const BLING =
  'ID,Código,Nome,Fantasia,Endereço,Número,Complemento,Bairro,CEP,Cidade,UF,Fone,Celular,E-mail,Tipo pessoa,CNPJ / CPF,IE / RG,Sexo,Data nascimento,Cliente desde,Observações'
const OMIE =
  'Código Omie,CNPJ / CPF,Razão Social / Nome Completo,Nome Fantasia,Endereço,Bairro,Estado,Cidade,CEP,DDD,Telefone,E-mail'

it.each([
  [
    'Google Contacts',
    GOOGLE_NEW,
    {
      firstName: 'First Name',
      middleName: 'Middle Name',
      lastName: 'Last Name',
      nameSuffix: 'Name Suffix',
      companyName: 'Organization Name',
      birthOn: 'Birthday',
      email: 'E-mail 1 - Value',
      email2: 'E-mail 2 - Value',
      phone: 'Phone 1 - Value',
      phone2: 'Phone 2 - Value',
      street: 'Address 1 - Street',
      city: 'Address 1 - City',
      state: 'Address 1 - Region',
      postalCode: 'Address 1 - Postal Code',
      country: 'Address 1 - Country',
    },
  ],
  [
    'Outlook',
    OUTLOOK,
    {
      email: 'E-mail Address',
      email2: 'E-mail 2 Address',
      email3: 'E-mail 3 Address',
      mobile: 'Mobile Phone',
      phone: 'Home Phone',
      phone2: 'Business Phone',
      companyName: 'Company',
      street: 'Home Street',
      country: 'Home Country/Region',
    },
  ],
  [
    'Outlook in Portuguese',
    OUTLOOK_PT,
    {
      name: 'Nome',
      middleName: 'Segundo nome',
      lastName: 'Sobrenome',
      companyName: 'Empresa',
      mobile: 'Celular',
      phone: 'Telefone residencial',
      phone2: 'Telefone comercial',
      email: 'Endereço de correio eletrônico',
    },
  ],
  [
    'iCloud',
    ICLOUD,
    {
      name: 'Display Name',
      email: 'Email (home)',
      email2: 'Email (work)',
      mobile: 'Phone (mobile)',
      phone: 'Phone (home)',
    },
  ],
  [
    'HubSpot',
    HUBSPOT,
    {
      externalId: 'Record ID',
      firstName: 'First Name',
      email: 'Email',
      mobile: 'Mobile Phone Number',
      phone: 'Phone Number',
      companyName: 'Company Name',
      registeredOn: 'Create Date',
      state: 'State/Region',
      birthOn: 'Date of birth',
    },
  ],
  [
    'Pipedrive',
    PIPEDRIVE,
    {
      externalId: 'Person - ID',
      name: 'Person - Name',
      companyName: 'Person - Organization',
      email: 'Person - Email - Work',
      email2: 'Person - Email - Home',
      phone: 'Person - Phone - Work',
      mobile: 'Person - Phone - Mobile',
    },
  ],
  [
    'RD Station',
    RD_STATION,
    { name: 'Nome', email: 'Email', phone: 'Telefone', mobile: 'Celular', companyName: 'Empresa' },
  ],
  [
    'Mailchimp',
    MAILCHIMP,
    { firstName: 'First Name', lastName: 'Last Name', email: 'Email Address', phone: 'Phone Number' },
  ],
  [
    'Bling',
    BLING,
    {
      externalId: 'ID',
      name: 'Nome',
      preferredName: 'Fantasia',
      document: 'CNPJ / CPF',
      kind: 'Tipo pessoa',
      phone: 'Fone',
      mobile: 'Celular',
      birthOn: 'Data nascimento',
      registeredOn: 'Cliente desde',
    },
  ],
  [
    'Omie',
    OMIE,
    {
      externalId: 'Código Omie',
      document: 'CNPJ / CPF',
      name: 'Razão Social / Nome Completo',
      preferredName: 'Nome Fantasia',
      phoneDdd: 'DDD',
      phone: 'Telefone',
      email: 'E-mail',
    },
  ],
])('recognises the columns of %s', (_, header, mapping) => {
  expect(guessMapping(CUSTOMER_COLUMNS, header.split(','))).toMatchObject(mapping)
})

it.each([
  ['purchases', 'Número,Data,CPF,Valor', { purchaseId: 'Número', total: 'Valor' }],
  ['purchases', 'Pedido,Valor total,Produto,Valor', { purchaseId: 'Pedido', total: 'Valor total', unitPrice: 'Valor' }],
  ['purchase_items', 'Pedido,Item,Valor', { purchaseId: 'Pedido', unitPrice: 'Valor' }],
  [
    'purchase_returns',
    'Pedido,Número,Data da devolução,Valor',
    { purchaseId: 'Pedido', returnId: 'Número', returnAmount: 'Valor' },
  ],
  ['credits', 'Número,CPF,Valor', { creditId: 'Número', creditAmount: 'Valor' }],
] as const)('knows from the other columns of a file of %s what %s mean', (kind, headers, expected) => {
  const mapping = guessMapping(PURCHASE_COLUMNS[kind], headers.split(','))
  expect(mapping).toMatchObject(expected)
})
