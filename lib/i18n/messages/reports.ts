import en from './en/reports.json'
import es from './es/reports.json'
import ptBR from './pt-BR/reports.json'

export default { 'pt-BR': ptBR, es, en }
