import { portraitPaths } from '../../../../shared/layout/icons.ts'

/** Stands for a persona without a picture. */
export function Portrait() {
  return (
    <svg className="board-card__portrait" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
      <path className="board-card__portrait-disc" d={portraitPaths.disc} />
      <path className="board-card__portrait-figure" d={portraitPaths.figure} />
    </svg>
  )
}
