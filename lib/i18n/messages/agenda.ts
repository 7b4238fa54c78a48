import en from './en/agenda.json'
import es from './es/agenda.json'
import ptBR from './pt-BR/agenda.json'

export default { 'pt-BR': ptBR, es, en }
