// Every icon of the product by the name of what it means. Drawn on a 16-unit grid with 1.5 strokes; the ones that need
// no drawing of our own come from lucide at the same stroke. Icons are silent for screen readers: the text or the
// button beside them carries the name.
import { drawn } from './drawnIcon.tsx'

export type { Icon } from './drawnIcon.tsx'
// One place to take icons from; the build leaves out what a page does not use.
export * from './lucideIcons.tsx'

// Kinds of card
export const PainIcon = drawn(<path d="M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z" />)
export const GainIcon = drawn(
  <>
    <circle cx="8" cy="8" r="3" />
    <path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13" />
  </>,
)
export const IdeaIcon = drawn(<path d="M5.8 11.2c0-1.2-2-2.3-2-5a4.2 4.2 0 0 1 8.4 0c0 2.7-2 3.8-2 5zM6 13.5h4" />)
export const QuestionIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M6.2 6.2c.1-1.1.9-1.7 1.9-1.7s1.8.7 1.8 1.7c0 1.4-1.9 1.5-1.9 3M8 11.5h.01" />
  </>,
)
export const QuoteIcon = drawn(
  <path d="M6.5 4.5C4 5 3 6.6 3 9v2.5h3.5V8.2H4.8M13 4.5C10.5 5 9.5 6.6 9.5 9v2.5H13V8.2h-1.7" />,
)
export const ProcessIcon = drawn(
  <>
    <rect x="1.5" y="5" width="5" height="6" />
    <rect x="9.5" y="5" width="5" height="6" />
    <path d="M6.5 8h3" />
  </>,
)
export const KpiIcon = drawn(<path d="M2 12.5a6.3 6.3 0 1 1 12 0M8 11.5l3-4" />)
export const OpportunityIcon = drawn(
  <path d="M8 14V8M8 9C8 6 6 4.5 2.5 4.5 2.5 7.5 4.5 9 8 9zM8 7.5c0-3 2-4.7 5.5-4.7 0 3-2 4.7-5.5 4.7z" />,
)
export const ActionIcon = drawn(
  <>
    <rect x="2" y="2" width="12" height="12" rx="2" />
    <path d="m5 8.2 2.2 2.2L11.2 6" />
  </>,
)
export const TouchpointIcon = drawn(
  <>
    <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
    <path d="M4.5 6.5h7M4.5 9.5h3" />
  </>,
)
export const CustomerActionIcon = drawn(<path d="M2 8h10.5M9 4.5 12.5 8 9 11.5" />)

// Channels
export const WebIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M1.8 8h12.4M8 1.8c2.2 2 2.8 4 2.8 6.2S10.2 12.2 8 14.2C5.8 12.2 5.2 10.2 5.2 8S5.8 3.8 8 1.8z" />
  </>,
)
export const PortalIcon = drawn(
  <>
    <rect x="1.8" y="2.8" width="12.4" height="10.4" rx="1.5" />
    <path d="M1.8 6h12.4M4 4.4h.01M6 4.4h.01" />
  </>,
)
export const AppIcon = drawn(
  <>
    <rect x="4.5" y="1.5" width="7" height="13" rx="1.5" />
    <path d="M7.3 12.3h1.4" />
  </>,
)
export const SchoolIcon = drawn(
  <>
    <path d="M1 6.2 8 3l7 3.2-7 3.2z" />
    <path d="M4 7.8v3.4c1.2 1 2.5 1.5 4 1.5s2.8-.5 4-1.5V7.8" />
  </>,
)
export const PersonIcon = drawn(
  <>
    <circle cx="8" cy="5" r="2.8" />
    <path d="M2.6 14c.4-3.2 2.6-4.8 5.4-4.8s5 1.6 5.4 4.8" />
  </>,
)

// States and controls
export const CheckIcon = drawn(<path d="m3 8.5 3.3 3.3L13 4.8" />)
export const ClockIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 4.5V8l2.5 1.5" />
  </>,
)
export const LockIcon = drawn(
  <>
    <rect x="3" y="7" width="10" height="7" rx="1.5" />
    <path d="M5 7V5a3 3 0 0 1 6 0v2" />
  </>,
)
export const WarningIcon = drawn(<path d="M8 2 14.5 13.5h-13zM8 6.5v3.3M8 11.7h.01" />)
export const InviteIcon = drawn(
  <>
    <circle cx="6.5" cy="5" r="2.6" />
    <path d="M1.5 13.5c.3-2.9 2.3-4.4 5-4.4 1 0 1.9.2 2.6.6M12 8.5v5M9.5 11h5" />
  </>,
)
export const HandIcon = drawn(
  <path d="M5 9V4.5a1 1 0 0 1 2 0V8M7 7.5v-5a1 1 0 0 1 2 0v5M9 7.5v-4a1 1 0 0 1 2 0V9M11 7a1 1 0 0 1 2 0v3c0 3-1.8 4.8-4.5 4.8-2.2 0-3.3-1-4.2-2.6L2.6 9.3a1 1 0 0 1 1.7-1L5 9.3" />,
)
/** A hand with the way down. */
export const HandDownIcon = drawn(<path d="M8 2.5v9M4 8l4 4 4-4M3 14.5h10" />)
export const PlusIcon = drawn(<path d="M8 3v10M3 8h10" />)
export const MinusIcon = drawn(<path d="M3 8h10" />)

export const ListIcon = drawn(<path d="M2.5 4h.01M2.5 8h.01M2.5 12h.01M5.5 4h8M5.5 8h8M5.5 12h8" />)
export const MapIcon = drawn(<path d="M2 3.5h12v9H2zM6 3.5v9M2 7.5h12" />)
export const UndoIcon = drawn(<path d="M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6" />)
export const BackIcon = drawn(<path d="M13 8H3M7.5 3.5 3 8l4.5 4.5" />)
export const CloseIcon = drawn(<path d="m4 4 8 8M12 4l-8 8" />)
export const MenuIcon = drawn(<path d="M2.5 4h11M2.5 8h11M2.5 12h11" />)

// Voting
