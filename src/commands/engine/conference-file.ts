import { checkConference, type Conference } from '../../engine/planning/conference/conference.ts'
import { readText } from './engine-file.ts'
import { FileFault } from './verb.ts'

/**
 * Reads a conference from two tables without heads: availability (participants by slots) and interest (participants by
 * talks), numbers from 0 on with commas between, plain or gzipped.
 *
 * @throws FileFault that names the file and the line
 */
export function readConference(availabilityFile: string, interestFile: string): Conference {
  const availability = readTable(availabilityFile)
  const interest = readTable(interestFile)
  if (availability.length !== interest.length) {
    throw new FileFault(
      `'${availabilityFile}' has ${availability.length} participants, '${interestFile}' has ${interest.length}.`,
    )
  }
  const conference = {
    participants: availability.length,
    slots: availability[0]!.length,
    talks: interest[0]!.length,
    availability: Float64Array.from(availability.flat()),
    interest: Float64Array.from(interest.flat()),
  }
  try {
    checkConference(conference)
  } catch (error) {
    throw error instanceof RangeError ? new FileFault(error.message) : error
  }
  return conference
}

function readTable(file: string): number[][] {
  const lines = readText(file).trimEnd().split('\n')
  const columns = lines[0]!.split(',').length
  return lines.map((line, at) => {
    const words = line.split(',').map((word) => word.trim())
    const wrong = words.find((word) => word === '' || !(Number(word) >= 0))
    if (wrong !== undefined)
      throw new FileFault(`in '${file}': '${wrong.slice(0, 40)}' is no number from 0 on.`, at + 1)
    if (words.length !== columns) {
      throw new FileFault(`in '${file}': there are ${words.length} numbers, not ${columns} as in line 1.`, at + 1)
    }
    return words.map(Number)
  })
}
