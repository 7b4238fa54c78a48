import en from './en/consents.json'
import es from './es/consents.json'
import ptBR from './pt-BR/consents.json'

export default { 'pt-BR': ptBR, es, en }
