import en from './en/attachments.json'
import es from './es/attachments.json'
import ptBR from './pt-BR/attachments.json'

export default { 'pt-BR': ptBR, es, en }
