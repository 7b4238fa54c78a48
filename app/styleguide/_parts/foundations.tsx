import { Card, CardBody } from '@/components/ui/card'

const SURFACES = [
  'bg-bg',
  'bg-surface',
  'bg-raised',
  'bg-sunken',
  'bg-line',
  'bg-control',
  'bg-accent',
  'bg-accent-soft',
  'bg-star',
]
const SIZES = ['text-2xl', 'text-xl', 'text-lg', 'text-base', 'text-sm', 'text-xs', 'text-2xs']
const INKS = ['text-ink', 'text-ink-2', 'text-ink-3', 'text-accent', 'text-ok', 'text-warn', 'text-bad']

export function Foundations({ theme }: { theme: string }) {
  return (
    <Card title={`Foundations, ${theme}`}>
      <CardBody>
        <div className="grid gap-4">
          <div className="flex flex-wrap gap-2">
            {SURFACES.map((name) => (
              <span key={name} className="grid gap-1 text-2xs text-ink-3">
                <span className={`${name} h-9 w-20 rounded-md border border-line`} />
                {name}
              </span>
            ))}
          </div>
          <div className="flex flex-wrap items-baseline gap-4">
            {SIZES.map((name) => (
              <span key={name} className={name}>
                {name} 0123
              </span>
            ))}
          </div>
          <div className="flex flex-wrap gap-4">
            {INKS.map((name) => (
              <span key={name} className={name}>
                {name}
              </span>
            ))}
          </div>
        </div>
      </CardBody>
    </Card>
  )
}
