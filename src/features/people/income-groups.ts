/** From the poorest to the richest. */
export const incomeGroups = ['low', 'lower middle', 'upper middle', 'high'] as const
export type IncomeGroup = (typeof incomeGroups)[number]

// The World Bank's classes of July 2024 (fiscal year 2025), by national income per head in 2023. Venezuela has none.
const table: Record<IncomeGroup, string> = {
  low: 'AF BF BI CD CF ER ET GM GW KP LR MG ML MW MZ NE RW SD SL SO SS SY TD TG UG YE',
  'lower middle': `AO BD BJ BO BT CG CI CM CV DJ EG FM GH GN HN HT IN JO KE KG KH KI KM LA LB LK LS MA MM MR NG NI NP PG PH
    PK PS SB SN ST SZ TJ TL TN TZ UZ VN VU WS ZM ZW`,
  'upper middle': `AL AM AR AZ BA BR BW BY BZ CN CO CR CU DM DO DZ EC FJ GA GD GE GQ GT ID IQ IR JM KZ LC LY MD ME MH MK MN
    MU MV MX MY NA PE PY RS SR SV TH TM TO TR TV UA VC XK ZA`,
  high: `AD AE AG AS AT AU AW BB BE BG BH BM BN BS CA CH CL CW CY CZ DE DK EE ES FI FO FR GB GG GI GL GR GU GY HK HR HU IE
    IL IM IS IT JE JP KN KR KW KY LI LT LU LV MC MF MO MP MT NC NL NO NR NZ OM PA PF PL PR PT PW QA RO RU SA SC SE SG SI
    SK SM SX TC TT TW US UY VG VI`,
}

const groups = new Map(
  incomeGroups.flatMap((group) => table[group].split(/\s+/).map((country): [string, IncomeGroup] => [country, group])),
)

/** How rich a country is, or null where that is not classed. */
export function incomeGroupOf(country: string | null): IncomeGroup | null {
  return (country === null ? undefined : groups.get(country)) ?? null
}
