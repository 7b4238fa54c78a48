import en from './en/journeys.json'
import es from './es/journeys.json'
import ptBR from './pt-BR/journeys.json'

export default { 'pt-BR': ptBR, es, en }
