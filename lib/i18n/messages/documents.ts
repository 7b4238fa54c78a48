import en from './en/documents.json'
import es from './es/documents.json'
import ptBR from './pt-BR/documents.json'

export default { 'pt-BR': ptBR, es, en }
