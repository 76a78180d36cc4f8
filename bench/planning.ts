/*
 * Planning: how good are plans beside what is proved, beside HiGHS and beside the naive plan, and what do they cost?
 * Usage: tsx bench/planning.ts [--highs] [--season] [--rotation] [--fairconf] [--seeds N]   (all parts without a flag.)
 * HiGHS is the npm package `highs`, installed elsewhere and found by NODE_PATH; weeks and conferences are read from
 * ../shared. Ends with a summary, and with 1 where a yardstick is not reached.
 */
import { againstHighs } from './planning/against-highs.ts'
import { fairRotation } from './planning/fair-rotation.ts'
import { publishedConferences } from './planning/fairconf.ts'
import { printSummary } from './planning/table.ts'
import { wholeSeasons } from './planning/whole-season.ts'

const parts = ['--highs', '--season', '--rotation', '--fairconf']
const wanted = parts.some((part) => process.argv.includes(part)) ? process.argv : parts
const asked = process.argv.indexOf('--seeds')
const seeds = Array.from({ length: asked === -1 ? 2 : Number(process.argv[asked + 1]) }, (_, at) => at + 1)

if (wanted.includes('--highs')) await againstHighs(seeds)
if (wanted.includes('--season')) await wholeSeasons(seeds)
if (wanted.includes('--rotation')) await fairRotation(seeds)
if (wanted.includes('--fairconf')) publishedConferences(seeds, 2)
printSummary()
