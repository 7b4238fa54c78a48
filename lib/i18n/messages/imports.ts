import en from './en/imports.json'
import es from './es/imports.json'
import ptBR from './pt-BR/imports.json'

export default { 'pt-BR': ptBR, es, en }
