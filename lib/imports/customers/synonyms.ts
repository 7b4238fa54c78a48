import { headerKey } from '../reading/headers'
import { OPT_OUT_TARGETS, type Target } from './targets'

const EMAILS = [
  'e ?mails?( (1|2|3|principal|address|do cliente|cliente|de contato|contato|home|work|other|trabalho|pessoal|comercial|particular))?',
  'e ?mail [1-3] (value|address)',
  '(person|pessoa|contact|persona) e ?mail( (work|home|other|trabalho|casa|residencial|outro))?',
  '(endereco( de)?|direccion de) (eletronico|e ?mail|correo electronico|correio eletronico)( [23])?',
  'correio eletronico',
  'correo',
  'correo electronico',
  'primary e ?mail',
]
const MORE_EMAILS = [
  'e ?mail (secundario|alternativo)',
  'outro e ?mail',
  'correo [23]',
  'secondary e ?mail',
  'e ?mails? (para envio de nfe|nfe|financeiro)',
]
const MOBILES = [
  '((telefone|tel|fone|telefono|numero)( de)? )?(celular|cel|movel|movil|mobile)( [12])?',
  '(mobile|cell) ?(phone|number)?( number)?',
  'celular ?[12]',
  '(phone|telefone|fone) mobile',
  '(person|pessoa|contact|persona) (phone|telefone|telefono) (mobile|celular|movel|movil)',
]
const PHONES = [
  '(telefone|fone|tel|telefono|phone|landline)s?( ?[1-4])?',
  '(telefone|fone|tel|telefono)( do| del)? (fixo|fijo|residencial|comercial|principal|contato|de contato|cliente|particular|trabajo|casa|trabalho)',
  '(home|work|business|primary|main|other|company|office) (phone|telephone)( number)?( 2)?',
  'phone number',
  'phone [1-4] value',
  'phone (home|work|main|other|iphone)',
  '(numero( de)? )(telefone|telefono)',
  '(person|pessoa|contact|persona) (phone|telefone|telefono)( (work|home|other|trabalho|casa|residencial|outro))?',
  '(outro|segundo) telefone',
  'telefone (secundario|alternativo|recado|outro)',
]
const MORE_PHONES = ['celular ?[23]']

const EMAIL_OPT_OUTS = [
  '(has)? ?opted ?out ?of ?e ?mail( .*)?',
  '(e ?mail |e ?mail marketing |marketing |subscription )status|e ?mail subscriber status|status do e ?mail',
  'e ?mail ?(opt ?out|opted out|unsubscribed?|blacklisted|descadastrado)',
  '(do not|donot|nao|no) ?(e ?mail|enviar e ?mail|enviar correo)s?( marketing)?',
  '(bulk e ?mail|marketing e ?mails?) (opt ?out|unsubscribed?)',
  '(unsubscribed?|unsub)( (from all e ?mail|at|time|date|from))*',
  '(opt ?out|opted out)( (e ?mail|at|time|date|marketing))*',
  'descadastr(ad[oa]|o|amento)( (do|de|em) (e ?mail|newsletter))?',
  '(data|fecha)( d[oe])? (descadastro|descadastramento|baja|opt ?out)',
  'baja( (de|del) (correo|e ?mail))?',
  'desuscrit[oa]|dado de baja',
  'is unsubscribed|e ?mail is opted out',
]

/** Builds a pattern that matches a whole text if one of the alternatives does. */
const whole = (...lists: string[][]) => new RegExp(`^(${lists.flat().join('|')})$`)

/**
 * The names of columns in Portuguese, Spanish and English files and in the exports of common systems, as patterns for a
 * `headerKey`. If several columns match, the first gets the first target, and the others the next targets with the same pattern.
 */
export const SYNONYMS: Record<Target, RegExp> = {
  externalId:
    /^(id|codigo|cod|code|(id|cod|codigo)( do| de| del)? (cliente|externo|pessoa|cadastro|registro|integracao|sap|erp|crm|omie|bling)|(cliente|customer|client|external|user|record|person|contact) (id|code)|pessoa id|matricula|registro|registro ans|numero de registro)$/,
  // Only a person can say that a file has a second code for each customer.
  otherId: /^(?!)/,
  name: /^(nome|nome completo|nome( do)? cliente|nome (civil|pessoa)|nome( do cliente)? ?razao social|razao social( ou)? nome( completo)?|nome (da )?razao social|cliente|nombre|nombres|nombre completo|nombre y apellidos?|nombre( del)? cliente|name|full name|display name|(customer|client|legal|person|contact) name|pessoa nome|persona nombre)$/,
  lastName:
    /^(sobrenome|ultimo nome|apellidos?|last name|surname|family name|(person|contact) last name|pessoa sobrenome)$/,
  firstName:
    /^(primeiro nome|nome proprio|primer nombre|nombre de pila|first name|given name|(person|contact) first name|pessoa primeiro nome)$/,
  middleName: /^(nome do meio|segundo nome|segundo nombre|middle name|additional name)$/,
  nameSuffix: /^(sufixo|sufijo|suffix|name suffix)$/,
  companyName:
    /^(razao social|razon social|empresa|nome( da)? empresa|company|company name|empresa nome|associated company|organizacao|organizacion|organization|organization( 1)? name|organizacao nome|person organization|pessoa organizacao|nombre( de la)? empresa)$/,
  preferredName:
    /^(nome social|nome fantasia|nome( de)? fantasia|fantasia|apelido|nombre (comercial|de fantasia|social)|trade name|preferred name|nickname)$/,
  cpf: /^((nr|num|numero|n)( do)? )?cpf( (do )?(cliente|titular))?$/,
  cnpj: /^((nr|num|numero|n)( do)? )?(cnpj|cgc)( (da )?(empresa|cliente))?$/,
  document:
    /^(cpf cnpj|cnpj cpf|cpf ou cnpj|(numero( do)? )?documento|doc|document|document number|tax id|numero de documento)$/,
  kind: /^(tipo( de)? (pessoa|persona|cliente)|pessoa|pf pj|person type|customer type)$/,
  email: whole(EMAILS),
  email2: whole(EMAILS, MORE_EMAILS),
  email3: whole(EMAILS, MORE_EMAILS),
  mobileDdd: /^ddd ?(do )?(celular|cel|movel|mobile)$/,
  mobile: whole(MOBILES),
  mobile2: whole(MOBILES),
  whatsapp: /^((numero|telefone|celular) )?(do )?(whats ?app|whats|zap|wpp)( number)?$/,
  phoneDdd: /^(ddd|ddd ?1|ddd (do )?(telefone|fone|tel|fixo)( 1)?|area code|codigo de area)$/,
  phone: whole(PHONES),
  phone2Ddd: /^ddd ?2$|^ddd (telefone|fone|tel) ?2$/,
  phone2: whole(PHONES, MORE_PHONES),
  phone3: whole(PHONES, MORE_PHONES),
  street:
    /^(logradouro|endereco( residencial)?|rua|end|address|address line 1|address 1|address 1 street|home (street|address)|mailing street|street|street address|calle|direccion|domicilio|rua residencial)$/,
  number: /^(numero|num|nr|n|no|nro|number|house number|street number|(numero|num|nr)( do)? endereco)$/,
  complement:
    /^(complemento|compl|complement|address line 2|address 2|address 1 extended address|home (street|address) 2|complemento( do)? endereco|piso)$/,
  district: /^(bairro|district|neighbou?rhood|barrio|colonia)$/,
  city: /^(cidade|municipio|city|ciudad|localidade?|town|home city|address 1 city|mailing city|cidade residencial)$/,
  state:
    /^(uf|estado|state|provincia|departamento|region|sigla uf|state region|estado regiao|home state|address 1 region|mailing state|estado uf)$/,
  postalCode:
    /^(cep|codigo postal|zip|zip ?code|postal code|postcode|home (postal code|zip ?code)|address 1 postal code|mailing zip|zip postal code)$/,
  country: /^(pais|country|country region|pais regiao|home country( region)?|address 1 country)$/,
  birthOn:
    /^((data|dt)( de| do)? nasc(imento)?|nascimento|aniversario|fecha( de)? nacimiento|birth ?date|date of birth|dob|birthday)$/,
  sex: /^(sexo|genero|sex|gender)$/,
  registeredOn:
    /^((data|dt)( de| do| da)? (cadastro|registro|registro ans|inclusao|criacao)|cadastrado em|cliente desde|fecha( de)? (registro|alta|creacion)|(registered|created) (on|at|date)|create date|sign ?up date|registration date)$/,
  store: /^(loja|filial|unidade|(codigo|cod|nome)( da)? (loja|filial)|store|store (code|name)|tienda|sucursal)$/,
  howMet:
    /^(como conheceu( a loja| a empresa)?|origem( do)?( cliente| lead)?|como nos conocio|how (they )?met( us)?|lead source)$/,
  lastPurchaseOn: /^((data|dt)( da)? )?ultima compra$|^(fecha( de)? )?ultima compra$|^last purchase( date)?$/,
  remarks: /^(obs|observac(ao|oes)|observaciones|comentarios?|notas|notes|remarks|comments)$/,
  optOutEmail: whole(EMAIL_OPT_OUTS),
  optOutEmail2: whole(EMAIL_OPT_OUTS),
  optOutEmail3: whole(EMAIL_OPT_OUTS),
  optOutSms:
    /^(sms (opt ?out|opted out|unsubscribed|blacklisted)|opt ?out sms|(do not|donot|nao|no) ?(sms|text|enviar sms))$/,
  optOutWhatsapp:
    /^(whats ?app (opt ?out|opted out|unsubscribed|blacklisted)|opt ?out whats ?app|(do not|donot|nao|no) ?(enviar )?whats ?app)$/,
  optOutPhone:
    /^((do not|donot) ?(call|phone)|(phone|call|fax) opt ?out|nao (ligar|telefonar)|no llamar|has opted out of (call|phone)s?)$/,
  optOutAll:
    /^((do not|donot) ?(contact|mail|disturb)|dnc|nao (contatar|contactar|perturbe|perturbar|incomodar|receber contato)|no contactar|lista negra|blacklist(ed)?|opt ?out (geral|total|all))$/,
}

/** Whether a column seems to say that customers do not want to be contacted. It never becomes an attribute, because nobody would notice it there. */
export const isOptOutColumn = (header: string): boolean =>
  OPT_OUT_WORDS.test(headerKey(header)) || OPT_OUT_TARGETS.some((target) => SYNONYMS[target].test(headerKey(header)))

const OPT_OUT_WORDS =
  /\b(opt ?(ed )?out|optout|optedout|unsub\w*|do not|donot\w+|blacklist\w*|dnc|descadastr\w+|dado de baja|desuscrit\w+|(nao|no) (contatar|contactar|enviar|ligar|llamar|perturbe|perturbar))\b/
