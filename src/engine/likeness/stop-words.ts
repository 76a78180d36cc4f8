/** Languages whose texts can be compared. */
export type TextLanguage = 'en' | 'fr' | 'es' | 'ar'

/**
 * The little words of each language, folded as `wordsOf` folds them: they say nothing about the matter of a text, and
 * which of them it uses tells its language.
 *
 * @example stopWords.fr.has('dans') // true
 */
export const stopWords: Readonly<Record<TextLanguage, ReadonlySet<string>>> = {
  en: listed(`a about after again all also an and any are as at be because been before being between both but by can could
    did do does down each every few for from had has have he her here his how i if in into is it its just like made make many
    may me more most much must my need needs no nobody none nor not nothing now of off on once one only or other our out over
    own said same say says she should since so some still such than that the their them then there these they this those
    through to too two under until up us very want was we well were what when where which while who whom whose why will with
    without would year years yet you your`),
  fr: listed(`a afin ai ainsi alors apres as au aucun aucune aujourd aussi autre autres aux avant avec avoir beaucoup bien car ce
    cela celle celles celui ces cet cette ceux chaque chez comme comment d dans de depuis des deux doit donc dont du elle
    elles en encore entre est et etaient etait etant ete etre eux fait faire faut font il ils je jusque l la le les leur
    leurs lors lui ma mais me meme memes mes moi moins mon n ne ni nos notre nous on ont ou par parce pas peu peut peuvent
    plus pour pourquoi quand que quel quelle quelles quels qui quoi rien s sa sans se ses si soit son sont sous sur ta te
    tes toi ton toujours tous tout toute toutes tres trop tu un une vers vos votre vous y`),
  es: listed(`a ademas ahora al algo algun alguna antes aqui asi aun aunque cada casi como con contra cual cuando de del desde
    despues donde dos e el ella ellas ellos en entre era es esa esas ese eso esos esta estaba estan estar estas este esto
    estos fue ha hace hacer hacia han hasta hay la las le les lo los mas me mi mis mucho muchos muy nada nadie ni no nos
    nosotros nuestra nuestro nunca o otra otras otro otros para pero poco por porque puede pueden pues que quien quienes se
    sea ser si sido sin sino sobre solo son su sus tal tambien tan tanto te tiene tienen todo todos tras tu un una unas uno
    unos usted y ya yo`),
  ar: listed(`الا التي الذي الذين الي ان انا انه او اي اين ايضا بعد بعض بل بين تلك ثم حتي حيث دون ذلك سوف علي عن عند عندما غير
    في فيه فيها قبل قد كان كانت كل كما كيف لا لكن لكي لم لماذا لن له لها لهم ليس ما ماذا متي مثل مع من منذ منه منها نحن هذا هذه
    هل هم هناك هو هي و ولا وما يكون`),
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
