import { Bell, BellOff, Pencil, Plus, Star } from '@/components/ui/icons'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { Disclosure } from '@/components/ui/disclosure'
import { IconButton } from '@/components/ui/icon-button'

const VARIANTS = ['primary', 'secondary', 'quiet', 'danger'] as const

export function Actions() {
  return (
    <Card
      title="Actions"
      action={
        <ButtonLink href="#" variant="quiet" size="sm">
          Quiet link
        </ButtonLink>
      }
    >
      <CardBody>
        <div className="grid gap-4">
          {(['md', 'sm'] as const).map((size) => (
            <div key={size} className="flex flex-wrap gap-2">
              {VARIANTS.map((variant) => (
                <Button key={variant} type="button" variant={variant} size={size}>
                  <Plus />
                  {variant}
                </Button>
              ))}
              <Button type="button" size={size} aria-disabled>
                waiting
              </Button>
            </div>
          ))}
          <div className="flex flex-wrap items-center gap-1">
            <IconButton type="button" label="Allowed" icon={Bell} tone="accent" aria-pressed />
            <IconButton type="button" label="Blocked" icon={BellOff} tone="bad" aria-pressed={false} />
            <IconButton type="button" label="Primary" icon={Star} tone="star" aria-pressed />
            <IconButton type="button" label="Make primary" icon={Star} aria-pressed={false} />
            <IconButton type="button" label="Edit" icon={Pencil} />
          </div>
          <div>
            <Confirm
              label="Remove…"
              title="Remove this contact?"
              text="It stays in the history."
              cancel="Cancel"
              variant="danger"
            >
              <Button type="button" variant="primary">
                Remove
              </Button>
            </Confirm>
          </div>
          <Disclosure summary="Two earlier versions">
            <p className="text-ink-2">(11) 91111-2222 until 3 February 2024</p>
          </Disclosure>
        </div>
      </CardBody>
    </Card>
  )
}
