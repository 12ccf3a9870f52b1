// A drawing of ours (readSvg.ts) as vectors on a page of a PDF: the same map as the SVG, without drawing it a second
// time. Knows the elements and attributes that shared/export/svg writes and nothing else.
import { fontStyleOf } from '../../../shared/layout/FontMetrics.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'
import type { PdfInk } from './PdfInk.ts'
import type { SvgNode } from './readSvg.ts'

type Doc = PDFKit.PDFDocument

/** The part of the drawing's own coordinates that is on the page; what lies outside is left out. */
export function drawSvg(doc: Doc, ink: PdfInk, svg: SvgNode, visible: Rect): void {
  for (const child of svg.children) if (mayShow(child, visible)) drawNode(doc, ink, child, 1)
}

/** The upper left corner and size of a whole drawing. */
export function viewBoxOf(svg: SvgNode): Rect {
  const [x = 0, y = 0, w = 1, h = 1] = (svg.attributes['viewBox'] ?? '').split(' ').map(Number)
  return { x, y, w, h }
}

const num = (node: SvgNode, name: string, otherwise = 0): number => {
  const text = node.attributes[name]
  return text === undefined ? otherwise : Number(text)
}

function drawNode(doc: Doc, ink: PdfInk, node: SvgNode, opacity: number): void {
  switch (node.name) {
    case 'g':
    case 'svg':
      return drawGroup(doc, ink, node, opacity)
    case 'text':
      return drawText(ink, node, opacity)
    case 'image':
      return drawImage(doc, node, opacity)
    case 'title':
      return
    default:
      return drawShape(doc, node, opacity)
  }
}

function drawGroup(doc: Doc, ink: PdfInk, node: SvgNode, opacity: number): void {
  const { transform } = node.attributes
  const isClip = node.name === 'svg'
  if (transform === undefined && !isClip) {
    for (const child of node.children) drawNode(doc, ink, child, opacity * num(node, 'opacity', 1))
    return
  }
  doc.save()
  if (transform !== undefined) applyTransform(doc, transform)
  if (isClip) doc.rect(num(node, 'x'), num(node, 'y'), num(node, 'width'), num(node, 'height')).clip()
  for (const child of node.children) drawNode(doc, ink, child, opacity * num(node, 'opacity', 1))
  doc.restore()
}

/** "translate(8 9) scale(0.8)", "matrix(1 0 0 1 0 0)", "rotate(45)" */
function applyTransform(doc: Doc, transform: string): void {
  for (const [, name, inside = ''] of transform.matchAll(/([a-z]+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = inside.split(/[ ,]+/).map(Number)
    if (name === 'translate') doc.translate(a, b)
    else if (name === 'scale') doc.scale(a)
    else if (name === 'rotate') doc.rotate(a)
    else if (name === 'matrix') doc.transform(a, b, c, d, e, f)
  }
}

function drawText(ink: PdfInk, node: SvgNode, opacity: number): void {
  const { attributes } = node
  const weight = num(node, 'font-weight', 400)
  const anchor = attributes['text-anchor']
  ink.write(node.words, num(node, 'x'), num(node, 'y'), {
    style: fontStyleOf({ weight, italic: attributes['font-style'] === 'italic' }),
    size: num(node, 'font-size', 12),
    color: attributes['fill'] ?? '#000000',
    opacity: opacity * num(node, 'fill-opacity', 1),
    anchor: anchor === 'middle' || anchor === 'end' ? anchor : 'start',
    spacing: num(node, 'letter-spacing'),
  })
}

/** What PDF can hold as it is. Others (WebP, GIF) keep their place. */
const pictureUrl = /^data:image\/(?:png|jpeg);base64,/

function drawImage(doc: Doc, node: SvgNode, opacity: number): void {
  const href = node.attributes['href'] ?? ''
  const [x, y, w, h] = [num(node, 'x'), num(node, 'y'), num(node, 'width'), num(node, 'height')]
  doc.save()
  try {
    if (!pictureUrl.test(href)) throw new Error('not a picture that PDF can hold')
    doc.opacity(opacity)
    doc.image(Buffer.from(href.replace(pictureUrl, ''), 'base64'), x, y, { width: w, height: h })
  } catch {
    // A picture that cannot be read leaves a frame; the rest of the page is not its fault.
    doc.rect(x, y, w, h).lineWidth(1).stroke('#c0c7c1')
  }
  doc.restore()
}

function drawShape(doc: Doc, node: SvgNode, opacity: number): void {
  const { fill = '#000000', stroke = 'none', transform } = node.attributes
  doc.save()
  if (transform !== undefined) applyTransform(doc, transform)
  tracePath(doc, node)
  const isFilled = fill !== 'none'
  if (isFilled) doc.fillColor(fill, opacity * num(node, 'fill-opacity', 1))
  if (stroke !== 'none') {
    doc.strokeColor(stroke, opacity * num(node, 'stroke-opacity', 1)).lineWidth(num(node, 'stroke-width', 1))
    const dash = (node.attributes['stroke-dasharray'] ?? '').split(/[ ,]+/).map(Number)
    const [on = 0, off = on] = dash
    if (on > 0) doc.dash(on, { space: off })
    if (node.attributes['stroke-linecap'] === 'round') doc.lineCap('round')
    if (node.attributes['stroke-linejoin'] === 'round') doc.lineJoin('round')
  }
  if (isFilled && stroke !== 'none') doc.fillAndStroke()
  else if (stroke !== 'none') doc.stroke()
  else if (isFilled) doc.fill()
  doc.restore()
}

function tracePath(doc: Doc, node: SvgNode): void {
  switch (node.name) {
    case 'rect': {
      const [x, y, w, h] = [num(node, 'x'), num(node, 'y'), num(node, 'width'), num(node, 'height')]
      const radius = Math.min(num(node, 'rx'), w / 2, h / 2)
      if (radius > 0) doc.roundedRect(x, y, w, h, radius)
      else doc.rect(x, y, w, h)
      return
    }
    case 'circle':
      doc.circle(num(node, 'cx'), num(node, 'cy'), num(node, 'r'))
      return
    case 'ellipse':
      doc.ellipse(num(node, 'cx'), num(node, 'cy'), num(node, 'rx'), num(node, 'ry'))
      return
    case 'path':
      doc.path(node.attributes['d'] ?? '')
      return
    default:
      throw new Error(`drawings of ours have no <${node.name}>`)
  }
}

/** Around what sticks out of a box: marks on edges, descenders, strokes. */
const SLACK = 40

/** Whether a top-level part may lie on the page; parts whose place is not plain are drawn, the page cuts them off. */
function mayShow(node: SvgNode, visible: Rect): boolean {
  const anchor = node.name === 'g' ? node.children.find(({ name }) => name === 'rect' || name === 'text') : node
  if (!anchor || node.attributes['transform'] !== undefined) return true
  const { name } = anchor
  if (name !== 'rect' && name !== 'text') return true
  const w = name === 'rect' ? num(anchor, 'width') : anchor.words.length * num(anchor, 'font-size', 12)
  const x = anchor.attributes['text-anchor'] === undefined ? num(anchor, 'x') : num(anchor, 'x') - w
  const width = anchor.attributes['text-anchor'] === undefined ? w : 2 * w
  const [y, h] = [num(anchor, 'y'), num(anchor, 'height')]
  return (
    x - SLACK < visible.x + visible.w &&
    x + width + SLACK > visible.x &&
    y - SLACK < visible.y + visible.h &&
    y + h + SLACK > visible.y
  )
}
