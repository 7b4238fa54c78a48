import { Button } from '@/components/ui/button'

/** The button of a long form, at the top of its card: the fields often need no change. */
export const TopButton = ({ form, label }: { form: string; label: string }) => (
  <Button form={form} size="sm" variant="primary">
    {label}
  </Button>
)
