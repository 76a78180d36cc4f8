import { type PeerKey, peerKeys } from './cast.ts'
import type { TopicKey } from './topics.ts'

/** What a peer says in the one-minute form, and how they are with mail. */
export interface DemoAnswers {
  temper: Temper
  topic: TopicKey
  hours: number
  months: number
  week: WeekName
  offers: TopicKey[]
  wants: TopicKey[]
  /** Whom they met in Lisbon and would like to go on with. */
  wishes: PeerKey[]
  problem: string
}

/**
 * steady: answers nearly everything, soon; willing: most things, in a day or two; busy: half of it, late; fading: willing
 * until a day, then hardly; shy: fills in the form and leaves proposals lying; silent: answers nothing.
 */
export type Temper = 'steady' | 'willing' | 'busy' | 'fading' | 'shy' | 'silent'

const weeks = {
  mornings: 'mon-am tue-am wed-am thu-am fri-am',
  afternoons: 'mon-pm tue-pm wed-pm thu-pm fri-pm',
  office: 'mon-am mon-pm tue-am tue-pm wed-am wed-pm thu-am thu-pm',
  early: 'mon-am mon-pm tue-am tue-pm wed-am',
  late: 'wed-pm thu-am thu-pm fri-am fri-pm',
  evenings: 'mon-ev tue-ev wed-ev thu-ev',
  sunday: 'sun-am sun-pm mon-am mon-pm tue-am tue-pm wed-am wed-pm',
  edges: 'tue-am tue-ev wed-pm thu-am thu-ev',
} as const
type WeekName = keyof typeof weeks

export const halfDaysOf = (week: WeekName): string[] => weeks[week].split(' ')

// Who | manner | topic | hours, months, week | offers | wants | met; below it the problem in their own words.
const said = `
ana | steady | citizen | 3 h, 12 months, mornings | maps data | aloud radio | kofi
  Our budget is on the web and nobody in the hillside districts reads it.
julian | willing | data | 2 h, 6 months, office | data maps | procure plain | hannah
  Spending files change their columns every year, so nobody can compare them.
camila | fading | audit | 3 h, 9 months, afternoons | audit pb | data citizen |
  Audit findings are published and then nothing happens for two years.
kofi | steady | citizen | 4 h, 12 months, office | aloud radio | maps data | ana grace
  We read the budget aloud in the wards, but people ask for pictures they can keep.
abena | willing | radio | 3 h, 9 months, early | radio plain | citizen youth | awa
  Radio calls come in on budget day and we have no answers ready.
emmanuel | busy | debt | 1 h, 6 months, late | debt revenue | plain |
  Explaining the bond without frightening people or lying to them.
leila | steady | citizen | 3 h, 12 months, mornings | plain gender | pb aloud | salma
  Le budget citoyen existe, mais il parle comme le ministère.
sami | willing | radio | 2 h, 6 months, mornings | radio citizen | data youth |
  La radio locale veut des chiffres le jour même, nous les avons trois semaines après.
hichem | shy | data | 2 h, 6 months, afternoons | data audit | maps |
  Publier des données ouvertes sans y passer mes soirées.
yasmin | steady | pb | 3 h, 12 months, sunday | pb youth | gender plain | nadia
  The same forty people come to every hearing.
omar | fading | revenue | 2 h, 6 months, sunday | revenue debt | citizen |
  Fees rose and we never said what they pay for.
rania | willing | gender | 3 h, 9 months, sunday | gender plain | pb data | hala
  Gender tags in the budget that no department fills in.
aoife | steady | plain | 3 h, 12 months, office | plain citizen | maps pb | leila
  A four-page summary that councillors find too short and residents too long.
declan | busy | climate | 1 h, 6 months, late | audit debt | climate |
  Climate spending is counted three times over and I have to sign it.
niamh | steady | audit | 4 h, 12 months, office | audit data | citizen procure |
  Recommendations without owners: who follows up what the auditor said?
amadou | steady | pb | 3 h, 12 months, mornings | pb aloud | plain maps | salma fatou
  Au budget participatif, les quartiers éloignés ne viennent pas.
fatou | willing | gender | 2 h, 9 months, mornings | gender pb | citizen radio |
  Les groupements de femmes demandent où va leur argent et je n’ai pas de réponse simple.
ibrahima | fading | revenue | 3 h, 9 months, early | plain revenue | data pb |
  Former les élus à lire leur propre budget.
luc | steady | maps | 3 h, 12 months, mornings | maps data | aloud pb |
  Des cartes de dépenses que seuls les ingénieurs comprennent.
genevieve | willing | climate | 2 h, 9 months, office | climate debt | plain gender |
  Le budget carbone et le budget tout court ne se parlent pas.
hannah | steady | data | 3 h, 12 months, mornings | data procure | citizen maps | julian
  Open data that only four people download.
grace | steady | aloud | 4 h, 12 months, office | aloud pb | radio data | kofi
  Ward forums run long and money is discussed in the last ten minutes.
peter | busy | revenue | 1 h, 6 months, late | revenue | citizen debt |
  Traders ask what the market fee pays for and we cannot show it.
mary | willing | youth | 3 h, 9 months, edges | youth pb | aloud radio |
  Young people come once, hear acronyms, and never come again.
diego | steady | citizen | 3 h, 9 months, office | citizen climate | data pb | ana
  Harbour money is separate from city money and people think it is one pot.
valentina | willing | youth | 2 h, 6 months, afternoons | youth radio | pb plain | mary
  Pupils vote on a small fund, then never hear what became of it.
ignacio | silent | debt | 2 h, 6 months, office | debt |  |
nadia | steady | plain | 3 h, 12 months, sunday | plain citizen | youth radio | yasmin
  Citizens queue at the counter to ask what a web page already says.
karim | fading | procure | 2 h, 6 months, sunday | procure audit | data |
  Contracts are open by law and unreadable in practice.
hala | willing | maps | 3 h, 9 months, sunday | maps gender | citizen pb | rania
  The plan has maps and the budget has tables, and nobody joins them.
rahim | steady | radio | 3 h, 9 months, edges | radio audit | plain citizen |
  Ward offices post the budget as a photo of a printed page.
farida | willing | gender | 3 h, 9 months, edges | gender aloud | pb youth | rahim
  Women come to the ward meeting and the minutes do not mention them.
nasrin | shy | climate | 2 h, 6 months, edges | climate | maps data |
  Flood money arrives late and nobody can see when it was promised.
paola | steady | pb | 3 h, 12 months, office | pb citizen | aloud climate | diego
  Assemblies choose projects that the budget cannot carry.
esteban | busy | debt | 1 h, 6 months, late | debt revenue | pb |
  Nobody believes the debt figures, and some days I understand why.
salma | steady | pb | 4 h, 12 months, mornings | pb gender | maps plain | leila amadou
  Trois cents idées reçues, neuf financées, aucune explication pour les autres.
mehdi | willing | data | 2 h, 9 months, afternoons | data maps | citizen procure |
  Un portail de données que je suis seul à tenir.
rachid | silent | revenue | 2 h, 6 months, mornings | revenue |  |
awa | steady | radio | 3 h, 12 months, mornings | radio plain | citizen gender | abena
  Expliquer le budget en trois minutes de radio, dans deux langues.
serge | willing | audit | 2 h, 9 months, office | audit procure | data plain |
  Les rapports de contrôle restent dans un tiroir, le mien.
lucia | steady | procure | 3 h, 12 months, office | procure citizen | plain youth | mariana
  Contracts are published after the work is finished.
rodrigo | fading | citizen | 2 h, 9 months, afternoons | citizen debt | aloud maps |
  Eight hundred pages, one printed copy, one reading room.
mariana | willing | plain | 3 h, 9 months, afternoons | plain maps | pb radio |
  Beautiful posters that say nothing about trade-offs.
adaeze | steady | citizen | 3 h, 12 months, office | aloud revenue | maps plain |
  Market women want one number: what came back to the market.
tunde | busy | revenue | 1 h, 6 months, late | revenue procure | radio |
  Levies are collected by hand and receipts mean nothing to people.
musa | silent | data | 2 h, 6 months, office | data |  |
marisol | willing | climate | 3 h, 9 months, edges | climate citizen | pb youth |
  Typhoon money is spent well and explained badly.
gabriel | willing | procure | 2 h, 6 months, evenings | procure radio | audit |
  We are between two projects; please ask me again next year.
`

export const answers: Record<PeerKey, DemoAnswers> = read()

function read(): Record<PeerKey, DemoAnswers> {
  const found = said
    .trim()
    .split(/\n(?=\w)/)
    .map(readOne)
  const byKey = Object.fromEntries(found) as Record<PeerKey, DemoAnswers>
  const missing = peerKeys.filter((key) => !byKey[key])
  if (missing.length > 0) throw new Error(`No answers of: ${missing.join(', ')}.`)
  return byKey
}

function readOne(text: string): [string, DemoAnswers] {
  const [line = '', problem = ''] = text.split('\n').map((part) => part.trim())
  const [key = '', temper, topic, given = '', offers, wants, met] = line.split('|').map((cell) => cell.trim())
  const [hours, months, week] = given.split(', ')
  const words = <T extends string>(cell = ''): T[] => cell.split(' ').filter(Boolean) as T[]
  return [
    key,
    {
      temper: temper as Temper,
      topic: topic as TopicKey,
      hours: Number.parseInt(hours ?? '', 10),
      months: Number.parseInt(months ?? '', 10),
      week: week as WeekName,
      offers: words(offers),
      wants: words(wants),
      wishes: words(met),
      problem,
    },
  ]
}
