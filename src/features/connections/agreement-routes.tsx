import { Hono } from 'hono'
import { z } from 'zod'
import { dayIn, formatDate } from '../../platform/clock.ts'
import { list } from '../../platform/i18n/catalogue.ts'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm, typedDay } from '../../platform/web/form.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { linkOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { joinDate } from '../../ui/date-field.tsx'
import { emptyForm, type FormState } from '../../ui/form-state.ts'
import { PeerPage } from '../accounts/parts.tsx'
import { memberConnection } from './access.ts'
import { acceptAgreement, changeAgreement } from './agreeing.ts'
import { isUnderWay, media } from './connection-state.ts'
import { AcceptForm, AgreementForm, AgreementText } from './pages/agreement.tsx'
import { peerWords } from './peer-words.ts'
import { membersOf } from './members.ts'
import { readSetting } from './store.ts'

/** The page behind an agreement's link: read, accept, change. */
export const agreementRoutes = new Hono<Visit>()

type Words = ReturnType<typeof peerWords>

const version = z.coerce.number().int().positive()

/** The agreement as one member may write it. */
const termsForm = (t: Words) =>
  z.preprocess(
    (typed) => ({ ...Object(typed), review: joinDate(Object(typed), 'review') }),
    z.object({
      version,
      gives: z.string().trim().max(600, t.textLong).default(''),
      wants: z.string().trim().max(600, t.textLong).default(''),
      rhythm: z.coerce.number(t.rhythmMissing).int(t.rhythmMissing).min(1, t.rhythmMissing).max(366, t.rhythmMissing),
      medium: z.enum(media, t.mediumMissing),
      review: typedDay(t.reviewMissing),
    }),
  )

agreementRoutes.get('/agreement/:token', bearer('agreement'), (c) => c.html(<AgreementPage c={c} />))

agreementRoutes.post('/agreement/:token', bearer('agreement'), async (c) => {
  const form = readForm(c, termsForm(peerWords(c.var.locale)))
  if (!form.ok) return c.html(<AgreementPage c={c} state={form.state} />, 422)
  const { version: seen, rhythm, review, gives, wants, medium } = form.value
  return act(
    c,
    async (work) => {
      const { connection, member } = await memberConnection(work.db, linkOf(c).link)
      const terms = { gives, wants, medium, rhythmDays: rhythm, reviewOn: review }
      await changeAgreement(work, connection.id, member.person_id, seen, terms)
      return `${c.req.path}?said=changed`
    },
    (state) => <AgreementPage c={c} state={state} />,
  )
})

agreementRoutes.post('/agreement/:token/acceptance', bearer('agreement'), async (c) => {
  const form = readForm(c, z.object({ version }))
  if (!form.ok) return c.html(<AgreementPage c={c} state={form.state} />, 422)
  return act(
    c,
    async (work) => {
      const { connection, member } = await memberConnection(work.db, linkOf(c).link)
      await acceptAgreement(work, connection.id, member.person_id, form.value.version)
      return `${c.req.path.replace(/\/acceptance$/, '')}?said=accepted`
    },
    (state) => <AgreementPage c={c} state={state} />,
  )
})

async function AgreementPage({ c, state = emptyForm }: { c: VisitContext; state?: FormState }) {
  const { world, locale } = c.var
  const t = peerWords(locale)
  const path = c.req.path.replace(/\/acceptance$/, '')
  const { connection, member } = await memberConnection(world.db, linkOf(c).link)
  orNotHere(isUnderWay(connection.state) || null)
  const members = await membersOf(world.db, connection.id)
  const setting = await readSetting(world.db, connection.initiative_id)
  const me = orNotHere(members.find((one) => one.personId === member.person_id))
  const waiting = members.filter((one) => one.agreedVersion !== connection.agreement_version)
  const others = list(
    locale,
    members.filter((one) => one !== me).map((one) => one.name),
  )
  const names = list(
    locale,
    waiting.map((one) => one.name),
  )
  const title = waiting.includes(me)
    ? t.agreementWaits({ others })
    : waiting.length > 0
      ? t.agreementWaitsForOthers({ others, waiting: names })
      : t.agreementStands({ others })
  const until = connection.paused_until_on
  return (
    <PeerPage
      c={c}
      title={title}
      over={setting.title}
      lead={until ? t.pausedUntil({ until: formatDate(locale, until) }) : t.agreementLead}
      error={state}
      sentences={{ accepted: t.accepted, changed: t.changed }}
    >
      <div class="stack stack-6">
        <AgreementText
          t={t}
          locale={locale}
          terms={connection}
          members={members}
          day={(at) => formatDate(locale, dayIn(linkOf(c).zone, at))}
        />
        {waiting.includes(me) && <AcceptForm t={t} path={path} version={connection.agreement_version} />}
        <AgreementForm t={t} path={path} state={state} terms={connection} me={me} />
      </div>
    </PeerPage>
  )
}
