import type { FC } from 'hono/jsx'

export interface RhythmProps {
  /** One entry a week, oldest first: 0 is silence, 1 a message, 2 a call, 3 a meeting or more. */
  weeks: number[]
  /** Says in words what the strip shows: 'Seven of eleven weeks'. */
  label: string
  big?: boolean | undefined
}

/** The rhythm strip: a bar for each week with contact, a dash for silence. */
export const Rhythm: FC<RhythmProps> = ({ weeks, label, big }) => {
  const { pitch, height, lift } = big ? { pitch: 26, height: 24, lift: 7.3 } : { pitch: 8, height: 18, lift: 5.3 }
  const at = (week: number) => pitch * week + pitch / 2
  const top = (strength: number) => round(lift * (3 - Math.min(3, Math.max(1, Math.round(strength)))))
  const quiet = weeks.flatMap((strength, week) => (strength > 0 ? [] : [`M${at(week)} ${height}v-2`]))
  const spoken = weeks.flatMap((strength, week) => (strength > 0 ? [`M${at(week)} ${height}V${top(strength)}`] : []))
  return (
    <svg
      class={big ? 'rhythm big' : 'rhythm'}
      viewBox={`0 0 ${Math.max(1, weeks.length) * pitch} ${height}`}
      role="img"
      aria-label={label}
    >
      {quiet.length > 0 && <path class="q" d={quiet.join('')} />}
      {spoken.length > 0 && <path d={spoken.join('')} />}
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
