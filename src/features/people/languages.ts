import { locales } from '../../platform/i18n/catalogue.ts'
import { fold } from './folding.ts'
import type { Level, SpokenLanguage } from './person-changes.ts'

// ISO 639: those of two letters, and those of three that peers have named.
const codes =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa ff ' +
  'fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig ii is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kv kw ky la ' +
  'lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pl ps pt qu rm rn ' +
  'ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug uk ur uz ve vi wa wo ' +
  'xh yi yo za zh zu fil ckb prs mos kab zgh dyu ban ceb ilo hil war mai bho kok sat mni tet pap crs mfe quc kam luo luy mer guz ' +
  'teo nyn cgg tig wal sid bem loz tum umb kmb lua lun nso srr snk fon kri men tem gsw ary arz rom'

/** Languages to choose from and to recognise. */
export const languageCodes: readonly string[] = codes.split(' ')

const otherNames: Record<string, string> = {
  ak: 'twi/fante/asante twi',
  es: 'castilian/castellano/castillan/espagnol castillan',
  fa: 'farsi',
  zh: 'mandarin/chinese mandarin/putonghua/mandarin chinese/cantonese',
  sw: 'kiswahili',
  ht: 'haitian/kreyol/creole haitien/kreyol ayisyen',
  fil: 'tagalog/pilipino',
  mos: 'moore/more',
  pt: 'portugues/brazilian portuguese',
  ps: 'pushto',
  rw: 'ikinyarwanda',
  rn: 'kirundi',
  lg: 'luganda',
  ny: 'nyanja/chewa/chichewa',
  ff: 'pular/peul/peulh/fulfulde/fulani/poular',
  bm: 'bamanankan',
  zgh: 'berber/tamazight/amazigh/berbere',
  om: 'oromo/afaan oromo/oromiffa',
  sn: 'chishona',
  xh: 'isixhosa',
  zu: 'isizulu',
  tn: 'setswana',
  st: 'sesotho',
  qu: 'quechua/kichwa/quichua',
  ay: 'aymara',
  gn: 'guarani',
  ne: 'nepalese',
  bn: 'bangla',
  si: 'sinhalese',
  id: 'bahasa/bahasa indonesia',
  ms: 'bahasa melayu/malaysian',
  el: 'greek',
  ro: 'moldovan',
  ku: 'kurdish',
  no: 'norwegian',
}

const levelWords: Record<Level, string> = {
  native:
    'native/native speaker/mother tongue/first language/bilingual/natif/native langue/langue maternelle/maternelle/bilingue/nativo/nativa/lengua materna/materna/l1',
  fluent:
    'fluent/fluently/advanced/excellent/very good/full/full professional/proficient/c1/c2/courant/courante/couramment/avance/avancee/tres bon/tres bien/excellente/lu ecrit parle/fluido/fluida/avanzado/avanzada',
  working:
    'working/working knowledge/professional/professional working/intermediate/upper intermediate/good/conversational/b1/b2/moyen/bon/bonne/bien/intermediaire/professionnel/professionnelle/pratique/intermedio/intermedia/profesional/medio',
  basic:
    'basic/beginner/elementary/limited/some/little/a little/a1/a2/notions/debutant/debutante/elementaire/faible/scolaire/base/de base/basico/basica/principiante/poco/limite',
}

let namesOfLanguages: Map<string, string> | undefined
let wordsOfLevels: Map<string, Level> | undefined

/** The language of our interface nearest to a spoken language, or null. */
export function closestLocale(language: string): string | null {
  return locales.find((locale) => locale === language) ?? null
}

/** The language meant by a code ('fr', 'fr-CA', 'fra') or a name in English, French, Spanish or itself. */
export function findLanguage(text: string): string | null {
  namesOfLanguages ??= gatherNames()
  const folded = fold(text)
  return namesOfLanguages.get(folded) ?? namesOfLanguages.get(folded.replace(/ [a-z]{2}$/, '')) ?? null
}

/** The level meant by a word or by a level of the Common European Framework: A basic, B working, C fluent. */
export function findLevel(text: string): Level | null {
  wordsOfLevels ??= new Map(
    Object.entries(levelWords).flatMap(([level, words]) =>
      words.split('/').map((word) => [word, level as Level] as const),
    ),
  )
  const folded = fold(text)
    .replace(/^(level|niveau|nivel) /, '')
    .replace(/ (level|niveau|nivel)$/, '')
  return wordsOfLevels.get(folded) ?? null
}

/** What a cell of languages says, 'English (fluent); fr - B2; arabe', and the parts nobody can read. */
export function readLanguages(cell: string): { spoken: SpokenLanguage[]; unknown: string[] } {
  const spoken: SpokenLanguage[] = []
  const unknown: string[] = []
  for (const part of splitList(cell)) {
    const read = readSpoken(part) ?? readSeveral(part)
    if (read) spoken.push(...read)
    else unknown.push(part.trim())
  }
  return { spoken, unknown }
}

// A comma or a slash may stand inside brackets: 'English (read, written)'.
function splitList(cell: string): string[] {
  return cell.split(/[;,/|\n\r•·&+](?![^()]*\))/).filter((part) => fold(part) !== '')
}

// No language with its level takes more words than this, and each cut between words is tried.
const longestPart = 100

function readSpoken(part: string): SpokenLanguage[] | null {
  if (part.length > longestPart) return null
  const whole = findLanguage(part)
  if (whole) return [{ language: whole, level: null }]
  const pieces = /^\s*([^(:=–—-]+?)\s*(?:[(:=–—-])\s*([^)]*)\)?\s*$/.exec(part)
  if (pieces) {
    const [language, other] = [findLanguage(pieces[1] ?? ''), findLanguage(pieces[2] ?? '')]
    const level = findLevel(pieces[2] ?? '')
    if (language && other)
      return [
        { language, level: null },
        { language: other, level: null },
      ]
    // 'English (read, written)': words in brackets that say no level do not make the language unknown.
    if (language && (level || part.includes('('))) return [{ language, level }]
  }
  const words = part.trim().split(/\s+/)
  for (let cut = 1; cut < words.length; cut++) {
    const [first, rest] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    const [ahead, behind] = [findLanguage(first), findLanguage(rest)]
    if (ahead && findLevel(rest)) return [{ language: ahead, level: findLevel(rest) }]
    if (behind && findLevel(first)) return [{ language: behind, level: findLevel(first) }]
  }
  return null
}

function readSeveral(part: string): SpokenLanguage[] | null {
  const parts = part.split(/\s+(?:and|et|y|e|und)\s+/i)
  const read = parts.length > 1 ? parts.map(readSpoken) : []
  return read.length > 0 && read.every((one) => one !== null) ? read.flat() : null
}

function gatherNames(): Map<string, string> {
  const names = new Map<string, string>()
  const add = (name: string | undefined, code: string) => {
    const folded = fold(name ?? '')
    if (folded !== '' && !names.has(folded)) names.set(folded, code)
  }
  for (const code of languageCodes) add(code, code)
  for (const [code, others] of Object.entries(otherNames)) for (const name of others.split('/')) add(name, code)
  for (const language of ['en', 'fr', 'es', 'pt', 'de', 'it', 'ar']) {
    const shown = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' })
    for (const code of languageCodes) add(shown.of(code), code)
  }
  for (const code of languageCodes)
    add(new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code), code)
  for (const code of languageCodes) for (const longer of threeLetters[code] ?? []) add(longer, code)
  return names
}

const threeLetters: Record<string, string[]> = {
  en: ['eng'],
  fr: ['fra', 'fre'],
  es: ['spa', 'esp'],
  ar: ['ara'],
  pt: ['por'],
  de: ['deu', 'ger'],
  it: ['ita'],
  ru: ['rus'],
  zh: ['zho', 'chi', 'cmn'],
  sw: ['swa', 'swh'],
  nl: ['nld', 'dut'],
  tr: ['tur'],
  hi: ['hin'],
  bn: ['ben'],
  uk: ['ukr'],
  fil: ['tl'],
}
