// The board as lists show it, read anew at most once a frame. On a phone nothing else reads it.
import { useEffect, useState } from 'react'
import type { Board } from '../../shared/journey/Board.ts'
import type { BoardModel } from '../../shared/journey/BoardModel.ts'

/** A new object for every change; the board and its maps stay the same ones. */
export interface WatchedBoard {
  readonly board: Board
}

export function useWatchedBoard(model: BoardModel): WatchedBoard {
  const [watched, setWatched] = useState<WatchedBoard>(() => {
    model.refresh()
    return { board: model.board }
  })
  useEffect(() => {
    let frame = 0
    const read = () => {
      frame = 0
      model.refresh()
      setWatched({ board: model.board })
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
  }, [model])
  return watched
}
