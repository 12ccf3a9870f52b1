// Face of a persona: its picture if it has one, else a figure.
import { useEffect, useState } from 'react'
import { useEditor } from 'tldraw'
import { Portrait } from './Portrait.tsx'
import { pictureAddress } from './pictures.ts'

export function PersonaPicture({ hash }: { hash: string | null }) {
  const editor = useEditor()
  const [shown, setShown] = useState<{ hash: string; address: string } | null>(null)
  useEffect(() => {
    if (hash === null) return
    let isCurrent = true
    void pictureAddress(editor, hash).then((address) => {
      if (isCurrent && address !== null) setShown({ hash, address })
    })
    return () => {
      isCurrent = false
    }
  }, [editor, hash])
  if (hash === null || shown?.hash !== hash) return <Portrait />
  return <img className="board-card__portrait" src={shown.address} width="40" height="40" alt="" draggable={false} />
}
