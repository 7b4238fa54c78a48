import en from './en/acceptances.json'
import es from './es/acceptances.json'
import ptBR from './pt-BR/acceptances.json'

export default { 'pt-BR': ptBR, es, en }
