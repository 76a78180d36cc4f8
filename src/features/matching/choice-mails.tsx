import { formatDate } from '../../platform/clock.ts'
import { makeLinks } from '../../platform/links/links.ts'
import { type WrittenMail, writeMails } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { isolate } from '../../ui/isolate.tsx'
import { button, facts, heading, type MailBlock, paragraph, small } from '../../ui/mail/blocks.ts'
import { portraitLine } from '../connections/portrait.ts'
import { readPortraits, readSetting } from './choice-people-store.ts'
import { listSuggestions } from './choice-store.ts'
import { choiceWords } from './choice-words.ts'
import type { Round } from './store.ts'

/** Days the link stays good: an answer may come and change for as long as the round is a draft. */
const choiceLinkDays = 180

/** Asks peers what they think of their suggestions, or reminds them: one mail each, with one link. */
export async function sendChoice(
  work: Work,
  round: Round,
  personIds: readonly string[],
  step: 'ask' | 'remind',
): Promise<void> {
  const setting = await readSetting(work.db, round.initiative_id)
  const suggestions = Map.groupBy(await listSuggestions(work.db, round.id, personIds), ({ person_id }) => person_id)
  const others = [...suggestions.values()].flat().map(({ other_person_id }) => other_person_id)
  const portraits = await readPortraits(work.db, [...new Set([...personIds, ...others])])
  const links = await makeLinks(
    work,
    personIds.map((personId) => ({
      agencyId: round.agency_id,
      purpose: 'choice',
      personId,
      subjectId: round.id,
      days: choiceLinkDays,
    })),
  )
  const mails = personIds.flatMap((personId, place): WrittenMail[] => {
    const to = portraits.get(personId)
    if (!to) return []
    const t = choiceWords(to.locale)
    const own = suggestions.get(personId) ?? []
    const day = round.answer_by_on ? formatDate(to.locale, round.answer_by_on) : ''
    const { agency, title: initiative } = setting
    const subject = step === 'ask' ? t.askSubject({ count: own.length }) : t.remindSubject({ day })
    const lists = own.flatMap(({ other_person_id, why }): MailBlock[] => {
      const other = portraits.get(other_person_id)
      if (!other) return []
      const who = [isolate(other.name), portraitLine(to.locale, other)].filter(Boolean).join(', ')
      return [facts([[t.who, who], ...(why ? [[t.why, why] as [string, string]] : [])])]
    })
    return [
      {
        kind: `choice.${step}`,
        agencyId: round.agency_id,
        to: { address: to.email, name: to.name, locale: to.locale, personId },
        subject,
        preheader: t.askPreheader,
        blocks: [
          heading(subject),
          paragraph(t.hello({ name: to.name })),
          paragraph(step === 'ask' ? t.askLead({ agency, initiative }) : t.remindLead({ initiative })),
          ...lists,
          paragraph(t.until({ day })),
          button(links[place] ?? '', t.button),
          small(t.private),
        ],
      },
    ]
  })
  await writeMails(work, mails)
}
