// A page that is one message: a small drawing in the manner of the emotion curve, a sentence, a way on.
import './MessagePage.css'
import type { ReactNode } from 'react'
import { BrandLink } from '../ui/BrandLink.tsx'
import { usePageTitle } from './usePageTitle.ts'

export type Picture = 'broken' | 'interrupted' | 'full'

interface MessagePageProps {
  picture: Picture
  heading: string
  note: string
  actions: ReactNode
}

export function MessagePage({ picture, heading, note, actions }: MessagePageProps) {
  usePageTitle(heading)
  return (
    <div className="message-page">
      <header className="message-page__brand">
        <BrandLink />
      </header>
      <main className="message-page__sheet">
        <svg className="message-page__picture" viewBox="0 0 480 132" aria-hidden="true">
          <path className="message-page__grid" d="M120 0v132M240 0v132M360 0v132M0 28h480" />
          <path className="message-page__zero" d="M0 80h480" />
          {pictures[picture]}
        </svg>
        <div className="message-page__text" role="alert">
          <h1>{heading}</h1>
          <p>{note}</p>
        </div>
        <div className="message-page__actions">{actions}</div>
      </main>
    </div>
  )
}

const point = (x: number, y: number) => <circle className="message-page__point" cx={x} cy={y} r="5" />
const open = (x: number, y: number) => (
  <>
    <circle className="message-page__open" cx={x} cy={y} r="9" />
    <text className="message-page__mark" x={x} y={y + 4}>
      ?
    </text>
  </>
)

const pictures: Record<Picture, ReactNode> = {
  // The way stops and nobody knows where it goes on.
  broken: (
    <>
      <path className="message-page__line" d="M60 62c50 0 66 44 120 44 20 0 34-8 48-18" />
      <path className="message-page__missing" d="M240 80c20-13 40-22 60-22h120" />
      {point(60, 62)}
      {point(180, 106)}
      {open(300, 58)}
      {open(420, 58)}
    </>
  ),
  // A gap, and the same line on the other side of it.
  interrupted: (
    <>
      <path className="message-page__line" d="M60 96c46 0 70-24 120-28M300 66c50-2 70-18 120-20" />
      <path className="message-page__missing" d="M192 67h96" />
      {point(60, 96)}
      {point(180, 68)}
      {point(300, 66)}
      {point(420, 46)}
    </>
  ),
  // Every place is taken.
  full: (
    <>
      <path className="message-page__line" d="M60 90c46 0 70-26 120-26s70 20 120 20 74-34 120-34" />
      {[60, 100, 140, 180, 220, 260, 300, 340, 380, 420].map((x) => (
        <circle key={x} className="message-page__seat" cx={x} cy={116} r="4" />
      ))}
      {point(60, 90)}
      {point(180, 64)}
      {point(300, 84)}
      {point(420, 50)}
    </>
  ),
}
