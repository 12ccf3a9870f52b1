// The bar of one card: channel, owner and date, department, what follows from it, more.
import { useActions, useValue } from 'tldraw'
import type { Card } from '../../../../shared/journey/Board.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { channelOf } from '../../../../shared/layout/channels.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { DepartmentMark } from '../../../ui/DepartmentMark.tsx'
import { ActionIcon, OpportunityIcon, PainIcon } from '../../../ui/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../../ui/Menu.tsx'
import { openDetails } from '../../card-details/openDetails.ts'
import { deleteSelection } from '../../deleteSelection.ts'
import { useCanvas } from '../../useCanvas.ts'
import { whoTakesNewCards } from '../../tools/addCards.ts'
import { ChannelIcon } from '../card/ChannelIcon.tsx'
import { channelIcons } from '../card/channelIcons.ts'
import { type CardShape, entityIdOf } from '../journeyShapes.ts'
import { ActionFacts } from './ActionFacts.tsx'
import { BarButton, BarLine, MoreButton } from './BarButton.tsx'
import { addPain, canAddPain, channelChoices, hasField, setFieldOfAll } from './cardBarEdits.ts'
import { ChoiceSubMenus } from './ChoiceSubMenus.tsx'
import { DepartmentMenu } from './DepartmentMenu.tsx'
import { GroupItems } from './GroupItems.tsx'
import { LockButton } from './LockButton.tsx'
import { addNext, nextKind } from './nextCard.ts'

/** Most channels the menu offers; the rest is free text in the details. */
const MAX_CHANNELS = 8

export function CardBar({ card: shape }: { card: CardShape }) {
  const canvas = useCanvas()
  const id = entityIdOf(shape.id) as CardId
  const card = useValue('card of the bar', () => canvas.binding.view.get().board.cards.get(id), [canvas, id])
  const mayChange = useValue('may change', () => card !== undefined && canvas.session.rules.mayChange(card), [
    canvas,
    card,
  ])
  const mayAddPain = useValue('may add a pain', () => card !== undefined && canAddPain(canvas, card), [canvas, card])
  const next = useValue('what follows', () => (card ? nextKind(canvas.session, card) : null), [canvas, card])
  if (!card) return null
  return (
    <>
      {mayChange && card.kind === 'touchpoint' && <ChannelButton card={card} />}
      {mayChange && card.kind === 'action' && <ActionFacts card={card} />}
      {mayChange && hasField(card, 'department') && !canvas.session.cards.isDraft(id) && (
        <DepartmentButton card={card} />
      )}
      {next !== null && (
        <BarButton
          icon={next === 'action' ? <ActionIcon size={14} /> : <OpportunityIcon size={14} />}
          onClick={() => addNext(canvas, card, next)}
        >
          {canvasWords.card.addNext[next]}
        </BarButton>
      )}
      {mayAddPain && (
        <BarButton icon={<PainIcon size={14} />} onClick={() => addPain(canvas, card)}>
          {canvasWords.card.addPain}
        </BarButton>
      )}
      <BarButton onClick={() => openDetails(canvas.editor, { root: 'cards', id })}>
        {canvasWords.card.details}
      </BarButton>
      <LockButton ids={[id]} />
      <MoreMenu card={card} mayChange={mayChange} />
    </>
  )
}

function ChannelButton({ card }: { card: Extract<Card, { kind: 'touchpoint' }> }) {
  const canvas = useCanvas()
  const { channel } = card.fields
  const set = (value: string) => setFieldOfAll(canvas, [card.id], 'channel', value)
  return (
    <Menu
      align="start"
      trigger={
        <BarButton
          icon={<ChannelIcon channel={channelOf(channel)} size={14} />}
          {...(channel === '' ? {} : { of: canvasWords.card.channel })}
        >
          {channel || canvasWords.card.channel}
        </BarButton>
      }
    >
      {channelChoices(canvas, canvasWords.card.channels, MAX_CHANNELS).map((choice) => (
        <MenuItem key={choice} icon={channelIcons[channelOf(choice)]} onSelect={() => set(choice)}>
          {choice}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => openDetails(canvas.editor, { root: 'cards', id: card.id, field: 'channel' })}>
        {canvasWords.card.otherChannel}
      </MenuItem>
    </Menu>
  )
}

function DepartmentButton({ card }: { card: Card }) {
  const canvas = useCanvas()
  const department = 'department' in card.fields ? card.fields.department : null
  const mark = useValue('mark', () => (department === null ? null : canvas.session.markOf(department)), [
    canvas,
    department,
  ])
  return (
    <DepartmentMenu
      trigger={
        <BarButton
          icon={mark ? <DepartmentMark mark={mark} size={14} /> : null}
          {...(department === null ? {} : { of: canvasWords.card.department })}
        >
          {department ?? canvasWords.card.department}
        </BarButton>
      }
      onDepartment={(name) => setFieldOfAll(canvas, [card.id], 'department', name)}
    />
  )
}

function MoreMenu({ card, mayChange }: { card: Card; mayChange: boolean }) {
  const canvas = useCanvas()
  const actions = useActions()
  const mayCopy = useValue('may copy', () => whoTakesNewCards(canvas.session, card) !== null, [canvas, card])
  if (!mayChange && !mayCopy) return null
  return (
    <>
      <BarLine />
      <Menu trigger={<MoreButton label={canvasWords.card.more} />}>
        {mayChange && (
          <ChoiceSubMenus card={card} onValue={(name, value) => setFieldOfAll(canvas, [card.id], name, value)} />
        )}
        <GroupItems id={card.id} />
        {mayCopy && (
          <MenuItem
            shortcut="Ctrl D"
            onSelect={() => {
              void actions['duplicate']?.onSelect('toolbar')
            }}
          >
            {canvasWords.card.duplicate}
          </MenuItem>
        )}
        {mayChange && (
          <>
            <MenuLine />
            <MenuItem danger shortcut="Delete" onSelect={() => deleteSelection(canvas)}>
              {canvasWords.card.delete}
            </MenuItem>
          </>
        )}
      </Menu>
    </>
  )
}
