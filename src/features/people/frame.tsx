import type { FC } from 'hono/jsx'
import { type FrameProps, StaffPage } from '../accounts/parts.tsx'

type InitiativeFrame = (props: FrameProps & { tab: 'people' }) => ReturnType<FC>

let drawFrame: InitiativeFrame = ({ tab: _tab, ...props }) => <StaffPage {...props} />

/** The frame of an initiative's pages belongs to a feature that comes later; `src/wiring.ts` hands it in. */
export function setInitiativeFrame(frame: InitiativeFrame): void {
  drawFrame = frame
}

/** A page about people under /initiatives/:initiative. */
export const PeoplePage: FC<FrameProps> = (props) => drawFrame({ ...props, tab: 'people' })
