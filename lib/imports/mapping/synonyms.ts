import type { Target } from '../targets'

/** The names of columns in Portuguese, Spanish and English files, as patterns of the whole `headerKey`. */
export const SYNONYMS: Record<Target, RegExp> = {
  externalId:
    /^(id|codigo|cod|code|(id|cod|codigo)( do| de| del)? (cliente|externo|pessoa|cadastro|sap|erp|crm)|(cliente|customer|client|external|user) (id|code)|matricula|registro|registro ans|numero de registro)$/,
  name: /^(nome|nome completo|nome( do)? cliente|nome (civil|pessoa)|primeiro nome|nome ?razao social|razao social|cliente|nombre|nombres|nombre completo|nombre y apellidos?|nombre( del)? cliente|razon social|name|full name|first name|(customer|client|legal|company) name|company)$/,
  lastName: /^(sobrenome|ultimo nome|apellidos?|last name|surname|family name)$/,
  preferredName:
    /^(nome social|nome fantasia|nome( de)? fantasia|fantasia|apelido|nombre (comercial|de fantasia|social)|trade name|preferred name|nickname)$/,
  cpf: /^((nr|num|numero|n)( do)? )?cpf( (do )?(cliente|titular))?$/,
  cnpj: /^((nr|num|numero|n)( do)? )?(cnpj|cgc)( (da )?(empresa|cliente))?$/,
  document:
    /^(cpf cnpj|cnpj cpf|cpf ou cnpj|(numero( do)? )?documento|doc|document|document number|tax id|numero de documento)$/,
  kind: /^(tipo( de)? (pessoa|persona|cliente)|pessoa|pf pj|person type|customer type)$/,
  email:
    /^(e ?mail|e ?mail 1|e ?mail (principal|address|do cliente|cliente|de contato|contato)|endereco( de)? (eletronico|e ?mail)|correio eletronico|correo|correo electronico)$/,
  email2: /^(e ?mail 2|e ?mail (secundario|alternativo|2)|outro e ?mail|correo 2|secondary email)$/,
  mobileDdd: /^ddd ?(do )?(celular|cel|movel|mobile)$/,
  mobile:
    /^((telefone|tel|fone|telefono|numero) )?(celular|cel|movel|movil|mobile)( 1)?$|^(mobile|cell) ?(phone|number)?( number)?$|^celular ?1$/,
  whatsapp: /^((numero|telefone|celular) )?(do )?(whats ?app|whats|zap|wpp)( number)?$/,
  phoneDdd: /^(ddd|ddd ?1|ddd (do )?(telefone|fone|tel|fixo)( 1)?|area code|codigo de area)$/,
  phone:
    /^(telefone|fone|tel|telefono|phone|landline)( ?1)?$|^(telefone|fone|tel|telefono) (fixo|fijo|residencial|comercial|principal|contato|de contato|cliente)$|^phone number$|^(numero( de)? )(telefone|telefono)$|^home phone$/,
  phone2Ddd: /^ddd ?2$|^ddd (telefone|fone|tel) ?2$/,
  phone2:
    /^(telefone|fone|tel|telefono|phone|celular) ?2$|^(outro|segundo) telefone$|^telefone (secundario|alternativo|recado)$/,
  street:
    /^(logradouro|endereco|rua|end|address|address line 1|address 1|street|street address|calle|direccion|domicilio)$/,
  number: /^(numero|num|nr|n|no|nro|number|house number|street number|(numero|num|nr)( do)? endereco)$/,
  complement: /^(complemento|compl|complement|address line 2|address 2|complemento( do)? endereco|piso)$/,
  district: /^(bairro|district|neighbou?rhood|barrio|colonia)$/,
  city: /^(cidade|municipio|city|ciudad|localidade?|town)$/,
  state: /^(uf|estado|state|provincia|departamento|region|sigla uf)$/,
  postalCode: /^(cep|codigo postal|zip|zip ?code|postal code|postcode)$/,
  country: /^(pais|country)$/,
  birthOn:
    /^((data|dt)( de| do)? nasc(imento)?|nascimento|aniversario|fecha( de)? nacimiento|birth ?date|date of birth|dob|birthday)$/,
  sex: /^(sexo|genero|sex|gender)$/,
  registeredOn:
    /^((data|dt)( de| do)? (cadastro|registro|registro ans|inclusao)|cadastrado em|cliente desde|fecha( de)? (registro|alta)|(registered|created) (on|at)|sign ?up date|registration date)$/,
  store: /^(loja|filial|unidade|(codigo|cod|nome)( da)? (loja|filial)|store|store (code|name)|tienda|sucursal)$/,
  howMet:
    /^(como conheceu( a loja| a empresa)?|origem( do)?( cliente| lead)?|como nos conocio|how (they )?met( us)?|lead source)$/,
  lastPurchaseOn: /^((data|dt)( da)? )?ultima compra$|^(fecha( de)? )?ultima compra$|^last purchase( date)?$/,
  remarks: /^(obs|observac(ao|oes)|observaciones|comentarios?|notas|notes|remarks|comments)$/,
}
