import en from './en/reservations.json'
import es from './es/reservations.json'
import ptBR from './pt-BR/reservations.json'

export default { 'pt-BR': ptBR, es, en }
