import { Hono } from 'hono'
import { z } from 'zod'
import { formatDate, dayIn } from '../../platform/clock.ts'
import { list } from '../../platform/i18n/catalogue.ts'
import { makeLink } from '../../platform/links/links.ts'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm } from '../../platform/web/form.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { actorOf, linkOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { carryOut } from '../../platform/work.ts'
import { emptyForm, type FormState } from '../../ui/form-state.ts'
import { PeerPage } from '../accounts/parts.tsx'
import { memberConnection } from './access.ts'
import { answerProposal } from './proposing.ts'
import { fewestMembers, isUnderWay } from './connection-state.ts'
import { ProposalForm, ProposalSettled, ProposedPeers } from './pages/proposal.tsx'
import { peerWords } from './peer-words.ts'
import { membersOf } from './members.ts'
import { readSetting } from './store.ts'

/** The page behind a proposal's link: who, why, and yes, later or no. */
export const proposalRoutes = new Hono<Visit>()

const answerForm = (t: ReturnType<typeof peerWords>) =>
  z.object({
    answer: z.enum(['yes', 'later', 'no'], t.answerMissing),
    reason: z.string().trim().max(1000, t.reasonLong).default(''),
  })

proposalRoutes.get('/proposal/:token', bearer('proposal'), (c) => c.html(<ProposalPage c={c} />))

proposalRoutes.post('/proposal/:token', bearer('proposal'), async (c) => {
  const form = readForm(c, answerForm(peerWords(c.var.locale)))
  if (!form.ok) return c.html(<ProposalPage c={c} state={form.state} />, 422)
  return act(
    c,
    async (work) => {
      const { connection, member } = await memberConnection(work.db, linkOf(c).link)
      const { answer, reason } = form.value
      await answerProposal(work, connection.id, member.person_id, answer, answer === 'yes' ? '' : reason)
      return `${c.req.path}?said=answered`
    },
    (state) => <ProposalPage c={c} state={state} />,
  )
})

// A fresh address each time: it is handed out, never kept, so pressing twice only makes a second one.
proposalRoutes.post('/proposal/:token/agreement', bearer('proposal'), async (c) => {
  const { viewer, world } = c.var
  const address = await carryOut(world, actorOf(viewer), async (work) => {
    const { connection, member } = await memberConnection(work.db, linkOf(c).link)
    orNotHere(isUnderWay(connection.state) || null)
    return makeLink(work, {
      agencyId: connection.agency_id,
      purpose: 'agreement',
      personId: member.person_id,
      subjectId: connection.id,
      days: 180,
    })
  })
  return c.redirect(address, 303)
})

async function ProposalPage({ c, state = emptyForm }: { c: VisitContext; state?: FormState }) {
  const { world, locale } = c.var
  const t = peerWords(locale)
  const now = world.clock.now()
  const { zone, link } = linkOf(c)
  const { connection, member } = await memberConnection(world.db, link, link.subjectId, { leftToo: true })
  const members = await membersOf(world.db, connection.id)
  const setting = await readSetting(world.db, connection.initiative_id)
  const day = (at: Temporal.Instant) => formatDate(locale, dayIn(zone, at))
  if (member.left_at) {
    return (
      <PeerPage c={c} title={t.isOffTitle} over={setting.title} error={state}>
        <ProposalSettled t={t} path={c.req.path} isOn={false} endedOn={day(member.left_at)} />
      </PeerPage>
    )
  }
  const me = orNotHere(members.find((one) => one.personId === member.person_id))
  const peers = members.filter((one) => one !== me)
  const others = list(
    locale,
    peers.map((one) => one.name),
  )
  if (connection.state !== 'proposed') {
    const isOn = isUnderWay(connection.state)
    return (
      <PeerPage
        c={c}
        title={isOn ? t.isOnTitle({ others }) : t.isOffTitle}
        over={setting.title}
        error={state}
        sentences={isOn ? { answered: t.answered } : {}}
      >
        <ProposalSettled
          t={t}
          path={c.req.path}
          isOn={isOn}
          endedOn={connection.closed_at && day(connection.closed_at)}
        />
      </PeerPage>
    )
  }
  return (
    <PeerPage
      c={c}
      title={t.proposalTitle({ others, two: peers.length === 1 })}
      over={setting.title}
      error={state}
      sentences={{ answered: t.answered }}
    >
      <div class="stack stack-6">
        <ProposedPeers t={t} locale={locale} me={me} peers={peers} now={now} />
        <ProposalForm
          t={t}
          path={c.req.path}
          state={state}
          agency={setting.agency}
          answer={me.answer}
          isGroup={members.length > fewestMembers(members.length)}
          answeredOn={me.answeredAt && day(me.answeredAt)}
        />
      </div>
    </PeerPage>
  )
}
