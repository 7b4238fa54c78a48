import en from './en/exports.json'
import es from './es/exports.json'
import ptBR from './pt-BR/exports.json'

export default { 'pt-BR': ptBR, es, en }
