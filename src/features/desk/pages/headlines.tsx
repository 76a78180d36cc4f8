import type { FC } from 'hono/jsx'
import { type Locale, number } from '../../../platform/i18n/catalogue.ts'
import { Figures } from '../../../ui/figures.tsx'
import { lapseNoticeDays } from '../../authority/report.ts'
import { contactDays, type Headlines } from '../headline-store.ts'
import { headlineWords } from '../headline-words.ts'

/** How the initiative stands, in four figures, each with what it is out of. */
export const HeadlineFigures: FC<{ locale: Locale; headlines: Headlines }> = ({ locale, headlines }) => {
  const t = headlineWords(locale)
  const { peers, inContact, connections, authority, hours } = headlines
  const { now: last, weekAgo: before } = inContact
  const drifting = connections.running - connections.inRhythm
  const days = lapseNoticeDays
  return (
    <Figures
      items={[
        {
          label: t.inContact({ days: contactDays }),
          value: number(locale, last),
          of: t.of({ all: peers }),
          note:
            last > before
              ? t.more({ count: last - before })
              : last < before
                ? t.fewer({ count: before - last })
                : t.asMany,
          tone: last < before ? 'wait' : 'go',
        },
        {
          label: t.inRhythm,
          value: number(locale, connections.inRhythm),
          of: t.of({ all: connections.running }),
          note: t.drifting({ count: drifting }),
          tone: drifting > 0 ? 'wait' : 'go',
        },
        {
          label: t.covered,
          value: number(locale, authority.covered),
          of: t.of({ all: peers }),
          note: authority.endingSoon > 0 ? t.endingSoon({ count: authority.endingSoon, days }) : t.noneEnds({ days }),
          tone: authority.endingSoon > 0 ? 'stop' : undefined,
        },
        { label: t.hours, value: number(locale, hours), note: t.hoursNote },
      ]}
    />
  )
}
