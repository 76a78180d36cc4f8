import type { FC } from 'hono/jsx'
import { islandPath } from '../../../platform/web/assets.ts'
import { Stage } from '../../../ui/stage.tsx'
import { TimerFace, type TimerFaceProps } from './timer-face.tsx'

/** The timer for the wall: nothing but the rounds. */
export const ProjectorPage: FC<TimerFaceProps & { title: string }> = ({ title, ...face }) => (
  <Stage title={title} lang={face.locale} refreshSeconds={5} script={islandPath('round-timer')}>
    <h1 class="stage-title">
      <bdi>{title}</bdi>
    </h1>
    <TimerFace {...face} />
  </Stage>
)
