// While a dialog waits for a file, one dropped anywhere in the window is it. Without this the browser would open the file
// in the place of the board.
import { useEffect, useRef } from 'react'

export function useDroppedFile(onFile: (file: File) => void): void {
  const latest = useRef(onFile)
  useEffect(() => {
    latest.current = onFile
  })
  useEffect(() => {
    const isOfFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true
    const onDragOver = (event: DragEvent) => {
      if (isOfFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      if (!isOfFiles(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file) latest.current(file)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
}
