import type { FC } from 'hono/jsx'
import type { FrameProps } from '../../accounts/parts.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'

/** Address of a seating's own page. */
export function seatingPath(initiativeId: string, seatingId: string): string {
  return `/initiatives/${initiativeId}/seatings/${seatingId}`
}

type Frame = Omit<FrameProps, 'over'>

/** A page below the plan of a seating, with the way back to it over the heading. */
export const BelowPlan: FC<Frame & { seating: { id: string; title: string } }> = ({ seating, ...frame }) => (
  <InitiativePage
    {...frame}
    tab="setup"
    over={
      <a href={seatingPath(frame.c.var.initiative.id, seating.id)}>
        <bdi>{seating.title}</bdi>
      </a>
    }
  />
)
