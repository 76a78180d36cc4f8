/**
 * The VTIMEZONE (RFC 5545, 3.6.5) that makes a wall-clock time around a moment plain to every calendar: the change of the
 * clock before it and the one after it, as the runtime's own IANA rules have them.
 */
export function zoneRules(zone: string, at: Temporal.Instant): string {
  const here = at.toZonedDateTimeISO(zone)
  const changes = [here.getTimeZoneTransition('previous'), here.getTimeZoneTransition('next')].filter(
    (change) => change !== null,
  )
  const observances =
    changes.length > 0
      ? changes.map((change) => {
          const before = change.subtract({ nanoseconds: 1 })
          const shift = change.offsetNanoseconds - before.offsetNanoseconds
          const local = change.toPlainDateTime().subtract({ nanoseconds: shift })
          return observance(shift > 0 ? 'DAYLIGHT' : 'STANDARD', local, before.offset, change.offset)
        })
      : [observance('STANDARD', Temporal.PlainDateTime.from('1970-01-01T00:00'), here.offset, here.offset)]
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

function observance(kind: string, local: Temporal.PlainDateTime, from: string, to: string): string[] {
  const startsAt = local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
  return [
    `BEGIN:${kind}`,
    `DTSTART:${startsAt}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${kind}`,
  ]
}

const offset = (text: string) => text.slice(0, 6).replace(':', '')
