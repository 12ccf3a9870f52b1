// The shape of the board while it is on its way: bar, sheet, and a sentence for those who wait longer. Nothing moves:
// the page appears for a moment only, and nothing in the product loops.
import './BoardLoading.css'
import { BrandMark } from '../ui/BrandMark.tsx'
import { words } from '../ui/words.ts'

export function BoardLoading({ title }: { title: string }) {
  return (
    <div className="board-loading">
      <header className="board-loading__bar">
        <BrandMark />
        <h1>{title === '' ? words.common.product : title}</h1>
      </header>
      <main className="board-loading__desk">
        <div className="board-loading__sheet" aria-hidden="true" />
        <p className="board-loading__text" role="status">
          {words.common.loading}
        </p>
      </main>
    </div>
  )
}
