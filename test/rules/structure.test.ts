import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const order = [
  'accounts',
  'people',
  'availability',
  'initiatives',
  'seating',
  'activities',
  'connections',
  'matching',
  'sessions',
  'planning',
  'polls',
  'authority',
  'home',
  'desk',
]

const sources = globSync('src/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'))
const code = sources.filter((path) => !/\.test\.tsx?$/.test(path) && !path.endsWith('database/schema.ts'))
const imports = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, target]) =>
    normalize(join(dirname(path), target ?? '')),
  )

// What is a feature's own: the others come to it through its actions, doors, parts, rules and announcements.
const ownRooms = /\/(routes|pages|islands)\/|\/([\w-]+-)?(store|routes|form|mails|jobs|words)\.tsx?$/

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1]

describe('the structure of the house', () => {
  it('keeps every file within 300 lines', () => {
    const long = sources.filter(
      (path) => !path.endsWith('schema.ts') && readFileSync(path, 'utf8').split('\n').length > 301,
    )
    expect(long).toEqual([])
  })

  it('has no rooms for odds and ends', () => {
    expect(
      sources.filter((path) => /\/(utils?|helpers?|types|constants|services|misc|common)(\/|\.tsx?$)/.test(path)),
    ).toEqual([])
  })

  it('names files in one manner, and each for what is in it', () => {
    const files = globSync('{src,test,bench,bin}/**/*.{ts,tsx}')
    expect(files.filter((path) => /[A-Z_]/.test(path))).toEqual([])
    expect(
      files.filter((path) => /^export (\*|\{[^}]*\} from|type \{[^}]*\} from)/m.test(readFileSync(path, 'utf8'))),
    ).toEqual([])
  })

  it('lets a feature import only features before it', () => {
    const wrong = code.flatMap((path) => {
      const own = featureOf(path)
      if (!own) return []
      return imports(path)
        .filter((target) => {
          const other = featureOf(target)
          return other !== undefined && other !== own && order.indexOf(other) >= order.indexOf(own)
        })
        .map((target) => `${path} -> ${target}`)
    })
    expect(wrong).toEqual([])
  })

  it('lets a feature keep its store, routes, pages, forms, mails and words to itself', () => {
    const wrong = code.flatMap((path) =>
      imports(path)
        .filter(
          (target) =>
            featureOf(path) && featureOf(target) && featureOf(target) !== featureOf(path) && ownRooms.test(target),
        )
        .map((target) => `${path} -> ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('says of everything engine and platform export what it is', () => {
    const bare = code
      .filter((path) => /^src\/(engine|platform)\//.test(path))
      .flatMap((path) => {
        const lines = readFileSync(path, 'utf8').split('\n')
        return lines.flatMap((line, at) =>
          /^export (async )?(function|const|class) /.test(line) && !lines[at - 1]?.trim().endsWith('*/')
            ? [`${path}:${at + 1}`]
            : [],
        )
      })
    expect(bare).toEqual([])
  })

  it('keeps platform, ui and engine free of features', () => {
    const wrong = code
      .filter((path) => /^src\/(platform|ui|engine|client)\//.test(path))
      .flatMap((path) =>
        imports(path)
          .filter((target) => target.startsWith('src/features/'))
          .map((target) => `${path} -> ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('keeps the engine importing nothing but itself', () => {
    const wrong = code
      .filter((path) => path.startsWith('src/engine/'))
      .filter((path) =>
        [...readFileSync(path, 'utf8').matchAll(/from '([^']+)'/g)].some(
          ([, from]) => !from?.startsWith('.') || imports(path).some((target) => !target.startsWith('src/engine/')),
        ),
      )
    expect(wrong).toEqual([])
  })

  it('keeps SQL out of routes, pages, parts, forms and mails', () => {
    const wrong = code.filter(
      (path) =>
        /\/(pages|routes)\/|\/([\w-]+-)?(routes|parts|form|mails)\.tsx?$/.test(path) &&
        /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(readFileSync(path, 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('reads the clock only where the clock lives', () => {
    const allowed = /^src\/(platform\/(clock|kept-clock|database|backup|jobs)|demo|client|ui\/styleguide)/
    const wrong = code.filter(
      (path) =>
        !allowed.test(path) &&
        !path.includes('.island.') &&
        /Date\.now\(|new Date\(\)|Temporal\.Now/.test(readFileSync(path, 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it('has each table written by one feature', () => {
    const writers = new Map<string, Set<string>>()
    for (const path of code.filter((candidate) => !/^src\/(demo|development)\//.test(candidate))) {
      const owner = featureOf(path) ?? path.split('/').slice(0, 3).join('/')
      const text = readFileSync(path, 'utf8')
      const built = text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)'/g)
      const plain = text.matchAll(/\b(?:insert into|update(?= \w+ set\b)|delete from) (\w+)/g)
      for (const [, table = ''] of [...built, ...plain])
        writers.set(table, (writers.get(table) ?? new Set()).add(owner))
    }
    const shared = [...writers]
      .filter(([, owners]) => owners.size > 1)
      .map(([table, owners]) => `${table}: ${[...owners].join(', ')}`)
    expect(shared).toEqual([])
  })

  it('pins the libraries above the versions with known holes', () => {
    const least = JSON.parse(readFileSync('security/minimum-versions.json', 'utf8')) as Record<string, string>
    const below = Object.entries(least).filter(([name, version]) => {
      const path = join('node_modules', name, 'package.json')
      return (
        !existsSync(path) ||
        compare((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version, version) < 0
      )
    })
    expect(below).toEqual([])
  })
})

function compare(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split(/[.-]/).slice(0, 3).map(Number))
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
