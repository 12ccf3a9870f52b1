// The list behind `?`. Card kinds tell their own keys.
import { cardDefinition, cardKindNames } from '../../../shared/journey/cards/cardKinds.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import type { ShortcutGroup, ShortcutRow } from '../../workshop/ShortcutsDialog.tsx'

const row = (does: string, ...keys: string[]): ShortcutRow => ({ does, keys })

export function shortcutGroups(): ShortcutGroup[] {
  const { tools, cards, map } = boardWords.keys
  const { groups } = boardWords.keys
  const kinds = cardKindNames.flatMap((kind) => {
    const { key, label } = cardDefinition(kind)
    return key === undefined ? [] : [row(label, key.toUpperCase())]
  })
  return [
    {
      name: groups.tools,
      rows: [
        row(tools.select, 'V'),
        row(tools.move, 'H'),
        ...kinds,
        row(tools.arrow, 'W'),
        row(tools.draw, 'D'),
        row(tools.text, 'Shift', 'T'),
        row(tools.eraser, 'E'),
      ],
    },
    {
      name: groups.cards,
      rows: [
        row(cards.next, '←', '→', '↑', '↓'),
        row(cards.moveByCell, 'Alt', '←', '→', '↑', '↓'),
        row(cards.earlier, 'Alt', 'Shift', '←', '→'),
        row(cards.write, 'Enter'),
        row(cards.back, 'Esc'),
        row(votingWords.canvas.keys, '+', '−'),
        row(cards.delete, 'Delete'),
        row(cards.copy, 'Ctrl', 'C', 'X', 'V'),
        row(cards.duplicate, 'Ctrl', 'D'),
        row(cards.lock, 'Ctrl', 'Shift', 'L'),
        row(cards.undo, 'Ctrl', 'Z', 'Shift'),
      ],
    },
    {
      name: groups.map,
      rows: [
        row(map.fit, 'Shift', '1'),
        row(map.full, 'Shift', '0'),
        row(map.zoom, 'Ctrl', '+', '−'),
        row(facilitationWords.hand.raise, 'R'),
        row(boardWords.tools.laser, 'L'),
        row(map.panels, 'F6'),
        row(map.shortcuts, '?'),
      ],
    },
  ]
}
