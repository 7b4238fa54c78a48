import { Link } from '@/components/ui/link'

/** The mark: a framed portrait. */
export function Brand({ name }: { name: string }) {
  return (
    <Link href="/customers" className="brand">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <rect x="1" y="1" width="22" height="22" rx="7" fill="var(--accent)" />
        <circle cx="12" cy="9.5" r="3.5" fill="var(--accent-ink)" />
        <path
          d="M5.5 19.2a6.7 6.7 0 0 1 13 0"
          fill="none"
          stroke="var(--accent-ink)"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </svg>
      <span>{name}</span>
    </Link>
  )
}
