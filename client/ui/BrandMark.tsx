/** The product's mark: an emotion curve with its lowest point. Decoration unless `name` is shown beside it. */
export function BrandMark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="6" fill="var(--primary)" />
      <path
        d="M4.5 9c3 0 3.5 9 8 9s4-8.5 9-10"
        fill="none"
        stroke="var(--on-primary)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="12.3" cy="18" r="2.6" fill="var(--on-primary)" />
    </svg>
  )
}
