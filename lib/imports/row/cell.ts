import { visibleText } from '@/lib/values/visible-text'

/** What programs write into a cell that has no value. */
const NULLS =
  /^(?:null|none|nan|nat|nil|undefined|\\n|[<([](?:na|null|none|blank|empty|vazio|vacío|em branco|en blanco)[>)\]]|n[/.]?[ad]\.?|s\/[di])$/i
/** Spreadsheet errors in our three languages, and `####`, which a spreadsheet shows in a column that is too narrow. */
const ERRORS =
  /^#[¡¿]?(?:REF|NOME|NAME|NOMBRE|VALOR|VALUE|DIV\/0|N\/[AD]|N[UÚ]M|NULO|NULL|SPILL|DESPEJAR|DESBORDAMIENTO|CALC|FIELD|CAMPO|BLOCKED|BLOQUEADO|CONNECT|CONECTAR|UNKNOWN|ERROR|ERRO|GETTING_DATA|OBTENDO_DADOS)[!?]?$|^#{2,}$|^err(?:o)?:\d{3}$/i
/** What people type instead of a value. */
const FILLERS =
  /^(?:isent[oa](?: de inscri[cç][aã]o)?|exent[oa]|(?:n[aã]o|no) (?:informad[oa]|informa|consta|possui|posee|tem|tiene|h[aá]|se aplica|aplica|declarad[oa]|dispon[ií]vel|disponible|cadastrad[oa]|registrad[oa])|sem (?:informa[cç][aã]o|cpf|cnpj|documento|e-?mail|telefone|celular|nome|dados)|sin (?:informaci[oó]n|documento|correo|tel[eé]fono|nombre|datos)|not (?:provided|available|applicable|informed)|unknown|desconhecid[oa]|desconocid[oa]|n\/?i|n\/?c|ni|x{3,})\.?$/i
/** A cell without a letter or digit: dashes, and masks that were never filled in. */
const NO_CONTENT = /^[^\p{L}\p{N}]*$/u
/** `="00123"`, which stops a spreadsheet from reading a text as a number. */
const FORMULA_TEXT = /^=\s*"([^]*)"$/
/** The apostrophe before a number or formula that a spreadsheet should read as text. */
const APOSTROPHE = /^'(?=[\d=+\-@\t\r])/

/** Returns the text of a cell without what spreadsheets add to it; empty for an error or a placeholder. */
export function cleanCell(cell: string | undefined): string {
  const text = visibleText(cell ?? '').trim()
  if (!text) return ''
  const formula = FORMULA_TEXT.exec(text)
  const inner = (formula ? formula[1]!.replaceAll('""', '"') : text.replace(APOSTROPHE, '')).trim()
  return NO_CONTENT.test(inner) || NULLS.test(inner) || ERRORS.test(inner) ? '' : inner
}

/** Whether the text says that there is no value, such as `não informado`. */
export const isFiller = (text: string): boolean => FILLERS.test(text)
