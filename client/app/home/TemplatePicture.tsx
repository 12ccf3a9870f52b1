// What each template looks like from far away. Drawn, not photographed: sharp in both themes and a few hundred bytes.
import './TemplatePicture.css'
import type { ReactNode } from 'react'
import type { TemplateName } from '../../../shared/protocol/api.ts'

/** The sheet inside the 176 × 110 picture. */
const SHEET = { x: 12, y: 8, w: 152, h: 94 }

export function TemplatePicture({ name }: { name: TemplateName }) {
  return (
    <svg className="template-picture" viewBox="0 0 176 110" aria-hidden="true">
      <rect className="template-picture__sheet" x={SHEET.x} y={SHEET.y} width={SHEET.w} height={SHEET.h} rx="2" />
      {pictures[name]()}
    </svg>
  )
}

const pictures: Record<TemplateName, () => ReactNode> = {
  blank: () => (
    <>
      <path className="template-picture__open" d="M12 26h152M50 8v94M88 8v94M126 8v94" />
      <path className="template-picture__plus" d="M69 60v12M63 66h12" />
    </>
  ),
  'customer-lifecycle': () => {
    const width = SHEET.w / 5
    const touchpoints = [2, 1, 2, 1, 2].map((count, stage) => ({ count, stage }))
    return (
      <>
        <path className="template-picture__rule" d={stageRules(5)} />
        <path className="template-picture__rule" d="M12 24h152M12 54h152M12 82h152" />
        {touchpoints.map(({ count, stage }) => (
          <g key={stage}>
            <Block kind="head" x={16 + stage * width} y={13} w={16} h={5} />
            {Array.from({ length: count }, (_, at) => (
              <Block key={at} kind="card" x={16 + stage * width} y={29 + at * 12} w={22} h={8} />
            ))}
          </g>
        ))}
        <path className="template-picture__curve" d="M20 70c14-12 22-10 34-4s18 12 34 8 24-16 36-14 20 10 34 2" />
        <Block kind="pain" x={46} y={87} w={22} h={9} />
        <Block kind="pain" x={77} y={87} w={22} h={9} />
        <Block kind="gain" x={138} y={87} w={22} h={9} />
      </>
    )
  },
  'saas-onboarding': () => {
    const touchpoints = [1, 2, 3, 1].map((count, stage) => ({ count, stage }))
    return (
      <>
        <path className="template-picture__rule" d={stageRules(4)} />
        <path className="template-picture__rule" d="M12 24h152M12 66h152" />
        {touchpoints.map(({ count, stage }) => (
          <g key={stage}>
            <Block kind="head" x={17 + stage * 38} y={13} w={20} h={5} />
            {Array.from({ length: count }, (_, at) => (
              <Block key={at} kind={at === 0 ? 'soft' : 'card'} x={17 + stage * 38} y={29 + at * 12} w={28} h={9} />
            ))}
          </g>
        ))}
        <path className="template-picture__curve" d="M22 94c30 0 40-4 60-10s50-12 76-13" />
        <circle className="template-picture__low" cx="22" cy="94" r="3" />
        <circle className="template-picture__high" cx="158" cy="71" r="3" />
      </>
    )
  },
  'service-blueprint': () => (
    <>
      <path className="template-picture__rule" d="M12 30h152M12 78h152" />
      <path className="template-picture__visibility" d="M12 54h152" />
      {[20, 57, 94, 131].map((x, at) => {
        const deep = at % 2 === 1
        return (
          <g key={x}>
            <path className="template-picture__step-line" d={`M${x + 13} 24v12m0 12v12${deep ? 'm0 12v12' : ''}`} />
            <Block kind="card" x={x} y={14} w={26} h={10} />
            <Block kind="soft" x={x} y={37} w={26} h={10} />
            <Block kind="step" x={x} y={61} w={26} h={10} />
            {deep && <Block kind="step" x={x} y={85} w={26} h={10} />}
          </g>
        )
      })}
    </>
  ),
}

interface BlockProps {
  kind: 'head' | 'card' | 'soft' | 'pain' | 'gain' | 'step'
  x: number
  y: number
  w: number
  h: number
}

function Block({ kind, x, y, w, h }: BlockProps) {
  const corner = kind === 'step' ? 0 : 1.5
  return <rect className={`template-picture__${kind}`} x={x} y={y} width={w} height={h} rx={corner} />
}

/** Lines between so many equal stages. */
function stageRules(stages: number): string {
  const at = (n: number) => SHEET.x + (n * SHEET.w) / stages
  return Array.from({ length: stages - 1 }, (_, n) => `M${at(n + 1)} 8V102`).join('')
}
