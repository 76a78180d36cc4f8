import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Button, Buttons } from '../../../ui/form.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { PeerPage } from '../parts.tsx'
import { words } from '../words.ts'

export const WelcomePage: FC<{ c: VisitContext }> = ({ c }) => {
  const t = words(c.var.locale)
  return (
    <PeerPage c={c} title={t.welcomeTitle}>
      <Sections>
        <Section id="peer" title={t.welcomePeer}>
          <div class="stack">
            <p>{t.welcomePeerLead}</p>
            <Buttons>
              <Button href="/my" main>
                {t.getLink}
              </Button>
            </Buttons>
          </div>
        </Section>
        <Section id="staff" title={t.welcomeStaff}>
          <Buttons>
            <Button href="/sign-in">{t.signIn}</Button>
          </Buttons>
        </Section>
      </Sections>
    </PeerPage>
  )
}
