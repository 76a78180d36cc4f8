import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import type { ProfileSheet } from '../profile-store.ts'
import { profileWords } from '../profile-words.ts'

/** Whom a peer would rather not be matched with. Apart from the other answers, and read by nobody but the matching. */
export const RatherNotPage: FC<{ c: VisitContext; sheet: ProfileSheet; form: FormState }> = ({ c, sheet, form }) => {
  const t = profileWords(c.var.locale)
  const path = `/profile/${c.req.param('token')}`
  const people = sheet.roster.map(({ id, name, city }) => ({
    value: id,
    label: <bdi>{city ? `${name}, ${city}` : name}</bdi>,
  }))
  return (
    <PeerPage c={c} title={t.ratherNots} error={form}>
      <Form action={`${path}/rather-not`} state={form}>
        <Choice
          name="ratherNots"
          label={t.ratherNots}
          hint={t.ratherNotsHint}
          value={sheet.ratherNots}
          options={people}
          many
        />
        <Buttons>
          <Button main>{t.ratherNotSave}</Button>
          <Button href={path}>{t.ratherNotBack}</Button>
        </Buttons>
      </Form>
    </PeerPage>
  )
}
