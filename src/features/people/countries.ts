import { fold } from './folding.ts'

// ISO 3166-1 (and XK, which Kosovo uses): three letters, then two.
const pairs =
  'AFGAF ALAAX ALBAL DZADZ ASMAS ANDAD AGOAO AIAAI ATAAQ ATGAG ARGAR ARMAM ABWAW AUSAU AUTAT AZEAZ BHSBS BHRBH BGDBD BRBBB ' +
  'BLRBY BELBE BLZBZ BENBJ BMUBM BTNBT BOLBO BESBQ BIHBA BWABW BVTBV BRABR IOTIO BRNBN BGRBG BFABF BDIBI CPVCV KHMKH CMRCM ' +
  'CANCA CYMKY CAFCF TCDTD CHLCL CHNCN CXRCX CCKCC COLCO COMKM COGCG CODCD COKCK CRICR CIVCI HRVHR CUBCU CUWCW CYPCY CZECZ ' +
  'DNKDK DJIDJ DMADM DOMDO ECUEC EGYEG SLVSV GNQGQ ERIER ESTEE SWZSZ ETHET FLKFK FROFO FJIFJ FINFI FRAFR GUFGF PYFPF ATFTF ' +
  'GABGA GMBGM GEOGE DEUDE GHAGH GIBGI GRCGR GRLGL GRDGD GLPGP GUMGU GTMGT GGYGG GINGN GNBGW GUYGY HTIHT HMDHM VATVA HNDHN ' +
  'HKGHK HUNHU ISLIS INDIN IDNID IRNIR IRQIQ IRLIE IMNIM ISRIL ITAIT JAMJM JPNJP JEYJE JORJO KAZKZ KENKE KIRKI PRKKP KORKR ' +
  'KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT LUXLU MACMO MDGMG MWIMW MYSMY MDVMV MLIML MLTMT MHLMH MTQMQ ' +
  'MRTMR MUSMU MYTYT MEXMX FSMFM MDAMD MCOMC MNGMN MNEME MSRMS MARMA MOZMZ MMRMM NAMNA NRUNR NPLNP NLDNL NCLNC NZLNZ NICNI ' +
  'NERNE NGANG NIUNU NFKNF MKDMK MNPMP NORNO OMNOM PAKPK PLWPW PSEPS PANPA PNGPG PRYPY PERPE PHLPH PCNPN POLPL PRTPT PRIPR ' +
  'QATQA REURE ROURO RUSRU RWARW BLMBL SHNSH KNAKN LCALC MAFMF SPMPM VCTVC WSMWS SMRSM STPST SAUSA SENSN SRBRS SYCSC SLESL ' +
  'SGPSG SXMSX SVKSK SVNSI SLBSB SOMSO ZAFZA SGSGS SSDSS ESPES LKALK SDNSD SURSR SJMSJ SWESE CHECH SYRSY TWNTW TJKTJ TZATZ ' +
  'THATH TLSTL TGOTG TKLTK TONTO TTOTT TUNTN TURTR TKMTM TCATC TUVTV UGAUG UKRUA AREAE GBRGB USAUS UMIUM URYUY UZBUZ VUTVU ' +
  'VENVE VNMVN VGBVG VIRVI WLFWF ESHEH YEMYE ZMBZM ZWEZW XKXXK'

/** Every ISO 3166 country, two letters. */
export const countryCodes: readonly string[] = pairs.split(' ').map((pair) => pair.slice(3))

// Names that people write and Unicode's lists do not have.
const otherNames: Record<string, string> = {
  us: 'u s a/united states of america/america/etats unis d amerique/ee uu/eeuu/estados unidos de america',
  gb: 'u k/great britain/england/scotland/wales/northern ireland/angleterre/ecosse/grande bretagne/inglaterra/escocia',
  ci: 'ivory coast/cote divoire/rci',
  cd: 'drc/rdc/dr congo/rd congo/democratic republic of congo/democratic republic of the congo/congo drc/congo rdc/congo kinshasa/republique democratique du congo/congo democratic republic of the/congo the democratic republic of the',
  cg: 'congo/republic of congo/republic of the congo/republique du congo/congo brazzaville',
  mm: 'burma/birmanie/myanmar',
  sz: 'swaziland',
  cv: 'cape verde/cap vert/cabo verde',
  ps: 'palestine/state of palestine/palestinian authority/occupied palestinian territory/territoires palestiniens/palestina/west bank/gaza',
  tr: 'turkey/turquie/turquia/turkiye',
  cz: 'czech republic/republique tcheque/republica checa',
  mk: 'macedonia/fyrom/macedoine',
  nl: 'holland/the netherlands/hollande',
  kr: 'korea/republic of korea/korea republic of/coree/republique de coree',
  kp: 'democratic people s republic of korea/dprk',
  ru: 'russian federation/federation de russie/federacion rusa',
  vn: 'viet nam',
  la: 'lao pdr/lao people s democratic republic/lao/laos',
  sy: 'syrian arab republic/republique arabe syrienne',
  ir: 'iran islamic republic of/islamic republic of iran/republique islamique d iran',
  tz: 'tanzania united republic of/united republic of tanzania/republique unie de tanzanie',
  bo: 'bolivia plurinational state of/plurinational state of bolivia/etat plurinational de bolivie',
  ve: 'venezuela bolivarian republic of/bolivarian republic of venezuela',
  md: 'republic of moldova/moldova republic of/republique de moldova',
  gm: 'the gambia/gambia the/gambie',
  bs: 'the bahamas/bahamas the',
  tl: 'east timor/timor oriental/timor est',
  va: 'holy see/saint siege/vatican',
  ae: 'uae/u a e/emirates/eau',
  hk: 'hong kong',
  mo: 'macao/macau',
  cn: 'people s republic of china/prc/rpc',
  tw: 'taiwan province of china',
  fm: 'micronesia federated states of',
  st: 'sao tome and principe/sao tome et principe',
  by: 'bielorussie/belarus',
  gw: 'guinea bissau/guinee bissau',
  gq: 'equatorial guinea/guinee equatoriale',
  ba: 'bosnia/bosnie/bosnia herzegovina',
  cf: 'car/rca',
  sa: 'ksa/k s a',
  lk: 'ceylon',
  ie: 'republic of ireland/eire',
  de: 'federal republic of germany',
  nz: 'aotearoa',
}

// English, French and Spanish come first: where one spelling names two countries, theirs counts.
const nameLanguages = ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'ar', 'ru', 'pl', 'sw', 'tr', 'id', 'zh']
let byName: Map<string, string> | undefined

/**
 * The country meant by a code of two or three letters or by a name in English, French, Spanish, some other languages or
 * the country's own, with or without accents.
 */
export function findCountry(text: string): string | null {
  byName ??= gatherNames()
  const folded = fold(text)
  return (
    byName.get(folded) ??
    byName.get(folded.replace(/^(the|republic of|republica de|republique d[eu]|la|le|el|les) /, '')) ??
    null
  )
}

function gatherNames(): Map<string, string> {
  const names = new Map<string, string>()
  const add = (name: string | undefined, code: string) => {
    const folded = fold(name ?? '')
    if (folded !== '' && !names.has(folded)) names.set(folded, code)
  }
  for (const pair of pairs.split(' ')) {
    add(pair.slice(3), pair.slice(3))
    add(pair.slice(0, 3), pair.slice(3))
  }
  add('UK', 'GB')
  for (const [code, others] of Object.entries(otherNames))
    for (const name of others.split('/')) add(name, code.toUpperCase())
  const ownLanguages = countryCodes.map((code) => [code, new Intl.Locale(`und-${code}`).maximize().language] as const)
  for (const language of nameLanguages) {
    for (const style of ['long', 'short'] as const) {
      const shown = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
      for (const code of countryCodes) add(shown.of(code), code)
    }
  }
  for (const [code, language] of ownLanguages) {
    add(new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code), code)
  }
  return names
}
