/** The sign of Schakelbord: two lines that are being connected. */
export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="6" strokeLinecap="round">
        <path d="M14 18h14c10 0 10 28 22 28M14 46h10M40 18h10" />
      </g>
      <g fill="currentColor">
        <circle cx="12" cy="18" r="7" />
        <circle cx="52" cy="46" r="7" />
        <circle cx="12" cy="46" r="5" />
        <circle cx="52" cy="18" r="5" />
      </g>
    </svg>
  )
}
