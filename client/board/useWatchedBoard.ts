// The board as lists and dialogs show it, read anew at most once a frame.
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { Board } from '../../shared/journey/Board.ts'
import { BoardModel, readBoard } from '../../shared/journey/BoardModel.ts'

/** A new object for every change; the board and its maps stay the same ones. */
export interface WatchedBoard {
  readonly board: Board
}

/** On a page where nothing else reads the model: whoever reads takes the changes with it. */
export function useWatchedBoard(model: BoardModel): WatchedBoard {
  const [watched, setWatched] = useState<WatchedBoard>(() => {
    model.refresh()
    return { board: model.board }
  })
  useEffect(() => watchBoard(model, setWatched), [model])
  return watched
}

/** Beside a canvas, which needs every change of its own model: reads the document for itself as long as it is shown. */
export function useBoardBeside(doc: Y.Doc): WatchedBoard {
  const [watched, setWatched] = useState<WatchedBoard>(() => ({ board: readBoard(doc) }))
  useEffect(() => {
    const model = new BoardModel(doc)
    const stop = watchBoard(model, setWatched)
    return () => {
      stop()
      model.destroy()
    }
  }, [doc])
  return watched
}

function watchBoard(model: BoardModel, onRead: (watched: WatchedBoard) => void): () => void {
  let frame = 0
  const read = () => {
    frame = 0
    model.refresh()
    onRead({ board: model.board })
  }
  const readSoon = () => {
    frame ||= requestAnimationFrame(read)
  }
  const stop = model.onDirty(readSoon)
  // What came between the first drawing and now.
  readSoon()
  return () => {
    stop()
    cancelAnimationFrame(frame)
  }
}
