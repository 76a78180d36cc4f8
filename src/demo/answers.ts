import type { PeerKey } from './cast.ts'
import type { TopicKey } from './topics.ts'

/** What a peer says in the one-minute form, and how they are with mail. */
export interface DemoAnswers {
  temper: Temper
  problem: string
  topic: TopicKey
  offers: TopicKey[]
  wants: TopicKey[]
  hours: number
  months: number
  week: WeekName
  /** Whom they met in Lisbon and would like to go on with. */
  wishes: PeerKey[]
  /** Whether the authoriser may be told. */
  consent: boolean
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
export type WeekName = keyof typeof weeks

export const halfDaysOf = (week: WeekName): string[] => weeks[week].split(' ')

const words = <T extends string>(text: string): T[] => text.split(' ').filter(Boolean) as T[]

/** @param rest offers / wants / wishes, each a list of keys */
function says(
  temper: Temper,
  topic: TopicKey,
  rest: string,
  [hours, months, week]: readonly [number, number, WeekName],
  problem: string,
): DemoAnswers {
  const [offers = '', wants = '', wishes = '', doubts = ''] = rest.split('/').map((part) => part.trim())
  return {
    temper,
    problem,
    topic,
    offers: words(offers),
    wants: words(wants),
    hours,
    months,
    week,
    wishes: words(wishes),
    consent: doubts !== 'no report',
  }
}

export const answers: Record<PeerKey, DemoAnswers> = {
  ana: says('steady', 'citizen', 'maps data / aloud radio / kofi', [3, 12, 'mornings'], 'Our budget is on the web and nobody in the hillside districts reads it.'),
  julian: says('willing', 'data', 'data maps / procure plain / hannah', [2, 6, 'office'], 'Spending files change their columns every year, so nobody can compare them.'),
  camila: says('fading', 'audit', 'audit pb / data citizen / ', [3, 9, 'afternoons'], 'Audit findings are published and then nothing happens for two years.'),
  kofi: says('steady', 'citizen', 'aloud radio / maps data / ana grace', [4, 12, 'office'], 'We read the budget aloud in the wards, but people ask for pictures they can keep.'),
  abena: says('willing', 'radio', 'radio plain / citizen youth / awa', [3, 9, 'early'], 'Radio calls come in on budget day and we have no answers ready.'),
  emmanuel: says('busy', 'debt', 'debt revenue / plain / ', [1, 6, 'late'], 'Explaining the bond without frightening people or lying to them.'),
  leila: says('steady', 'citizen', 'plain gender / pb aloud / salma', [3, 12, 'mornings'], 'Le budget citoyen existe, mais il parle comme le ministère.'),
  sami: says('willing', 'radio', 'radio citizen / data youth / ', [2, 6, 'mornings'], 'La radio locale veut des chiffres le jour même, nous les avons trois semaines après.'),
  hichem: says('shy', 'data', 'data audit / maps / ', [2, 6, 'afternoons'], 'Publier des données ouvertes sans y passer mes soirées.'),
  yasmin: says('steady', 'pb', 'pb youth / gender plain / nadia', [3, 12, 'sunday'], 'The same forty people come to every hearing.'),
  omar: says('fading', 'revenue', 'revenue debt / citizen / ', [2, 6, 'sunday'], 'Fees rose and we never said what they pay for.'),
  rania: says('willing', 'gender', 'gender plain / pb data / hala', [3, 9, 'sunday'], 'Gender tags in the budget that no department fills in.'),
  aoife: says('steady', 'plain', 'plain citizen / maps pb / leila', [3, 12, 'office'], 'A four-page summary that councillors find too short and residents too long.'),
  declan: says('busy', 'climate', 'audit debt / climate / ', [1, 6, 'late'], 'Climate spending is counted three times over and I have to sign it.'),
  niamh: says('steady', 'audit', 'audit data / citizen procure / ', [4, 12, 'office'], 'Recommendations without owners: who follows up what the auditor said?'),
  amadou: says('steady', 'pb', 'pb aloud / plain maps / salma fatou', [3, 12, 'mornings'], 'Au budget participatif, les quartiers éloignés ne viennent pas.'),
  fatou: says('willing', 'gender', 'gender pb / citizen radio / ', [2, 9, 'mornings'], 'Les groupements de femmes demandent où va leur argent et je n’ai pas de réponse simple.'),
  ibrahima: says('fading', 'revenue', 'plain revenue / data pb / ', [3, 9, 'early'], 'Former les élus à lire leur propre budget.'),
  luc: says('steady', 'maps', 'maps data / aloud pb / ', [3, 12, 'mornings'], 'Des cartes de dépenses que seuls les ingénieurs comprennent.'),
  genevieve: says('willing', 'climate', 'climate debt / plain gender / ', [2, 9, 'office'], 'Le budget carbone et le budget tout court ne se parlent pas.'),
  hannah: says('steady', 'data', 'data procure / citizen maps / julian', [3, 12, 'mornings'], 'Open data that only four people download.'),
  grace: says('steady', 'aloud', 'aloud pb / radio data / kofi', [4, 12, 'office'], 'Ward forums run long and money is discussed in the last ten minutes.'),
  peter: says('busy', 'revenue', 'revenue / citizen debt / ', [1, 6, 'late'], 'Traders ask what the market fee pays for and we cannot show it.'),
  mary: says('willing', 'youth', 'youth pb / aloud radio / ', [3, 9, 'edges'], 'Young people come once, hear acronyms, and never come again.'),
  diego: says('steady', 'citizen', 'citizen climate / data pb / ana', [3, 9, 'office'], 'Harbour money is separate from city money and people think it is one pot.'),
  valentina: says('willing', 'youth', 'youth radio / pb plain / mary', [2, 6, 'afternoons'], 'Pupils vote on a small fund, then never hear what became of it.'),
  ignacio: says('silent', 'debt', 'debt / / ', [2, 6, 'office'], ''),
  nadia: says('steady', 'plain', 'plain citizen / youth radio / yasmin', [3, 12, 'sunday'], 'Citizens queue at the counter to ask what a web page already says.'),
  karim: says('fading', 'procure', 'procure audit / data / ', [2, 6, 'sunday'], 'Contracts are open by law and unreadable in practice.'),
  hala: says('willing', 'maps', 'maps gender / citizen pb / rania', [3, 9, 'sunday'], 'The plan has maps and the budget has tables, and nobody joins them.'),
  rahim: says('steady', 'radio', 'radio audit / plain citizen / ', [3, 9, 'edges'], 'Ward offices post the budget as a photo of a printed page.'),
  farida: says('willing', 'gender', 'gender aloud / pb youth / rahim', [3, 9, 'edges'], 'Women come to the ward meeting and the minutes do not mention them.'),
  nasrin: says('shy', 'climate', 'climate / maps data / ', [2, 6, 'edges'], 'Flood money arrives late and nobody can see when it was promised.'),
  paola: says('steady', 'pb', 'pb citizen / aloud climate / diego', [3, 12, 'office'], 'Assemblies choose projects that the budget cannot carry.'),
  esteban: says('busy', 'debt', 'debt revenue / pb / ', [1, 6, 'late'], 'Nobody believes the debt figures, and some days I understand why.'),
  salma: says('steady', 'pb', 'pb gender / maps plain / leila amadou', [4, 12, 'mornings'], 'Trois cents idées reçues, neuf financées, aucune explication pour les autres.'),
  mehdi: says('willing', 'data', 'data maps / citizen procure / ', [2, 9, 'afternoons'], 'Un portail de données que je suis seul à tenir.'),
  rachid: says('silent', 'revenue', 'revenue / / ', [2, 6, 'mornings'], ''),
  awa: says('steady', 'radio', 'radio plain / citizen gender / abena', [3, 12, 'mornings'], 'Expliquer le budget en trois minutes de radio, dans deux langues.'),
  serge: says('willing', 'audit', 'audit procure / data plain / ', [2, 9, 'office'], 'Les rapports de contrôle restent dans un tiroir, le mien.'),
  lucia: says('steady', 'procure', 'procure citizen / plain youth / mariana', [3, 12, 'office'], 'Contracts are published after the work is finished.'),
  rodrigo: says('fading', 'citizen', 'citizen debt / aloud maps / ', [2, 9, 'afternoons'], 'Eight hundred pages, one printed copy, one reading room.'),
  mariana: says('willing', 'plain', 'plain maps / pb radio / ', [3, 9, 'afternoons'], 'Beautiful posters that say nothing about trade-offs.'),
  adaeze: says('steady', 'citizen', 'aloud revenue / maps plain / ', [3, 12, 'office'], 'Market women want one number: what came back to the market.'),
  tunde: says('busy', 'revenue', 'revenue procure / radio / ', [1, 6, 'late'], 'Levies are collected by hand and receipts mean nothing to people.'),
  musa: says('silent', 'data', 'data / / ', [2, 6, 'office'], ''),
  marisol: says('willing', 'climate', 'climate citizen / pb youth / ', [3, 9, 'edges'], 'Typhoon money is spent well and explained badly.'),
  gabriel: says('willing', 'procure', 'procure radio / audit / ', [2, 6, 'evenings'], 'We are between two projects; please ask me again next year.'),
}
