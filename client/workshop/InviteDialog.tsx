// Links and QR codes to hand out, one per role. Which links there are depends on what this browser knows: the browser
// that made the workshop has all keys, everybody else the one they came with; facilitators can have a link made.
import './InviteDialog.css'
import { type ComponentProps, useEffect, useState } from 'react'
import type { Role } from '../../shared/protocol/roles.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { forgetKey, knownLink, recall, remember } from '../app/workshopMemory.ts'
import { readWorkshop } from '../connection/api.ts'
import { Button } from '../ui/Button.tsx'
import { facilitationWords } from '../ui/facilitationWords.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FullScreenIcon, LinkIcon, WarningIcon } from '../ui/icons.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Strip } from '../ui/Strip.tsx'
import { words } from '../ui/words.ts'
import { BeamerCode } from './BeamerCode.tsx'
import { GivenLinks } from './GivenLinks.tsx'
import { PersonalLink } from './PersonalLink.tsx'
import { offeredRoles, onlyOnThisComputer } from './inviteRules.ts'
import { useNewLink } from './useNewLink.ts'

interface InviteDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  workshop: JoinedWorkshop
  /** The person's role now; `workshop.role` is the one of joining. */
  role: Role
}

export function InviteDialog({ open, onOpenChange, workshop, role }: InviteDialogProps) {
  const origin = useShareOrigin(workshop)
  const [target, setTarget] = useState<Role>('participant')
  const [onBeamer, setOnBeamer] = useState(false)
  // Raised when a link was made or ended, to read the memory again.
  const [, setMade] = useState(0)
  const memory = recall(workshop.workshopId)
  const links = new Map(
    (['participant', 'facilitator', 'viewer'] as const).map((own) => [
      own,
      memory === null ? null : knownLink(memory, own, origin),
    ]),
  )
  const roles = offeredRoles(role, links)
  const shown = roles.includes(target) ? target : (roles[0] ?? 'participant')
  const link = links.get(shown) ?? null

  return (
    <>
      <Dialog
        open={open && !onBeamer}
        onOpenChange={onOpenChange}
        title={words.invite.heading}
        description={words.invite.lead}
        width={640}
      >
        {roles.length > 1 && (
          <Segmented
            label={words.invite.role}
            options={roles.map((value) => ({ value, label: words.invite.roles[value] }))}
            value={shown}
            onValue={setTarget}
          />
        )}
        {roles.length === 0 && <p>{words.invite.participantOnly}</p>}
        {roles.length > 0 && link !== null && <RoleLink role={shown} link={link} onBeamer={() => setOnBeamer(true)} />}
        {roles.length > 0 && link === null && (
          <MissingLink role={shown} workshop={workshop} onMade={() => setMade((n) => n + 1)} />
        )}
        {role === 'facilitator' && shown !== 'viewer' && (
          <PersonalLinkPart key={shown} workshop={workshop} role={shown} origin={origin} />
        )}
        {role === 'facilitator' && (
          <GivenLinksPart
            workshop={workshop}
            onEnded={(ended) => {
              forgetKey(workshop.workshopId, ended)
              setMade((n) => n + 1)
            }}
          />
        )}
        {link !== null && onlyOnThisComputer(origin) && (
          <div className="invite__strip">
            <Strip tone="warn" boxed icon={WarningIcon}>
              {words.invite.localhost}
            </Strip>
          </div>
        )}
      </Dialog>
      {link !== null && (
        <BeamerCode
          open={onBeamer}
          onClose={() => setOnBeamer(false)}
          role={shown}
          title={workshop.title}
          link={link}
        />
      )}
    </>
  )
}

/** Folded: for when it matters who votes. */
function PersonalLinkPart(props: ComponentProps<typeof PersonalLink>) {
  return (
    <details className="invite__given">
      <summary>{facilitationWords.links.personal.heading}</summary>
      <PersonalLink {...props} />
    </details>
  )
}

/** Folded: fetched when somebody wants to know. */
function GivenLinksPart(props: { workshop: JoinedWorkshop; onEnded: (role: Role) => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="invite__given" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{facilitationWords.links.heading}</summary>
      {isOpen && <GivenLinks {...props} />}
    </details>
  )
}

function RoleLink({ role, link, onBeamer }: { role: Role; link: string; onBeamer: () => void }) {
  // A facilitator's link leads the workshop: it has no place on a wall.
  const forTheWall = role !== 'facilitator'
  return (
    <div className={forTheWall ? 'invite__link' : 'invite__link invite__link--alone'}>
      <div className="invite__text">
        <p className="invite__can">{words.invite.can[role]}</p>
        <CopyField key={link} label={words.invite.link} text={link} copyLabel={words.invite.copyLink} primary />
        {forTheWall && (
          <Button icon={FullScreenIcon} onClick={onBeamer}>
            {words.invite.fullScreen}
          </Button>
        )}
      </div>
      {forTheWall && (
        <figure className="invite__code">
          <QrCode text={link} label={words.invite.qr[role]} />
          <figcaption>{words.invite.scan}</figcaption>
        </figure>
      )}
    </div>
  )
}

function MissingLink({ role, workshop, onMade }: { role: Role; workshop: JoinedWorkshop; onMade: () => void }) {
  const { workshopId } = workshop
  const { busy, failure, make } = useNewLink(workshop, role)

  async function fetchLink() {
    const key = await make()
    if (key === null) return
    remember(workshopId, { keys: { ...recall(workshopId)?.keys, [role]: key } })
    onMade()
  }

  return (
    <div className="invite__link invite__link--alone">
      <div className="invite__text">
        <p className="invite__can">{words.invite.can[role]}</p>
        <p className="invite__missing">{words.invite.notHere}</p>
        {failure !== null && (
          <Strip tone="danger" boxed>
            {failure}
          </Strip>
        )}
        <Button look="primary" icon={LinkIcon} busy={busy} onClick={() => void fetchLink()}>
          {busy ? words.invite.fetching : words.invite.fetch}
        </Button>
      </div>
    </div>
  )
}

/** The origin to put into links: this page's, unless the server names one that other devices can open. */
function useShareOrigin({ workshopId, token }: JoinedWorkshop): string {
  const [origin, setOrigin] = useState(location.origin)
  useEffect(() => {
    let current = true
    void readWorkshop(workshopId, token).then((answer) => {
      if (current && answer.ok && typeof answer.value.shareOrigin === 'string') setOrigin(answer.value.shareOrigin)
    })
    return () => {
      current = false
    }
  }, [workshopId, token])
  return origin
}
