// Mark and name of the product, leading to the start page.
import './BrandLink.css'
import { BrandMark } from './BrandMark.tsx'
import { words } from './words.ts'

export function BrandLink() {
  return (
    <a className="brand-link" href="/">
      <BrandMark />
      {words.common.product}
    </a>
  )
}
