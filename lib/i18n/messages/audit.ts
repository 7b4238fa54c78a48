import en from './en/audit.json'
import es from './es/audit.json'
import ptBR from './pt-BR/audit.json'

export default { 'pt-BR': ptBR, es, en }
