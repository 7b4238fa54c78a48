const SHAPE = 'm12 2.5 2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.3l-5.9 3.2 1.2-6.5L2.5 9.4l6.6-.9z'

/** `label` is the rating in words, e.g. "4 de 5". */
export function Stars({ value, label }: { value: number; label: string }) {
  return (
    <span className="stars" role="img" aria-label={label} title={label}>
      {[1, 2, 3, 4, 5].map((n) => (
        <svg key={n} viewBox="0 0 24 24" className={n <= value ? 'on' : undefined} aria-hidden="true">
          <path d={SHAPE} />
        </svg>
      ))}
    </span>
  )
}
