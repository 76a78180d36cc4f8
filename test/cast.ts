import { type CastMember, peers } from '../src/demo/cast.ts'

export type { CastMember }

/** A dozen peers of the demonstration in several zones and languages, who feed the tests; here each has an office alone. */
export const cast = {
  ana: { ...peers.ana, organisation: 'Alcaldía de Medellín' },
  kofi: { ...peers.kofi, organisation: 'Kumasi Metropolitan Assembly' },
  leila: { ...peers.leila, organisation: 'Commune de Sfax' },
  yasmin: { ...peers.yasmin, organisation: 'Greater Amman Municipality' },
  aoife: { ...peers.aoife, organisation: 'Cork City Council' },
  amadou: { ...peers.amadou, organisation: 'Ville de Thiès' },
  luc: { ...peers.luc, organisation: 'Ville de Gatineau' },
  grace: { ...peers.grace, organisation: 'Nakuru County Treasury' },
  diego: { ...peers.diego, organisation: 'Municipalidad de Valparaíso' },
  nadia: { ...peers.nadia, organisation: 'Alexandria Governorate' },
  rahim: { ...peers.rahim, organisation: 'Dhaka North City Corporation' },
  paola: { ...peers.paola, organisation: 'Municipio de Quito' },
} satisfies Record<string, CastMember>
