import { catalogue } from '../../platform/i18n/catalogue.ts'

interface Did {
  by: string
  names: string
}

/** Steps in a draft round: taking them back, doing them again, and what a colleague did meanwhile. */
export const stepWords = catalogue(
  {
    undo: 'Undo',
    redo: 'Redo',
    undoOf: (a: { step: string }) => `Undo ${a.step}`,
    redoOf: (a: { step: string }) => `Redo ${a.step}`,
    'step pin': (a: { names: string }) => `the pin of ${a.names}`,
    'step unpin': (a: { names: string }) => `the unpinning of ${a.names}`,
    'step forbid': (a: { names: string }) => `the ban on ${a.names}`,
    'step allow': (a: { names: string }) => `the lifting of the ban on ${a.names}`,
    'step swap': (a: { names: string }) => `the swap that put ${a.names} together`,
    'step other': 'the other weights',
    'did pin': (a: Did) => `${a.by} pinned ${a.names}.`,
    'did unpin': (a: Did) => `${a.by} unpinned ${a.names}.`,
    'did forbid': (a: Did) => `${a.by} forbade ${a.names}.`,
    'did allow': (a: Did) => `${a.by} lifted the ban on ${a.names}.`,
    'did swap': (a: Did) => `${a.by} put ${a.names} together.`,
    'did weigh': (a: Did) => `${a.by} changed what counts.`,
    'did score': (a: Did) => `${a.by} scored everything again.`,
    'did undo': (a: Did) => `${a.by} took a step back.`,
    'did redo': (a: Did) => `${a.by} did a step again.`,
    meanwhile: 'Meanwhile:',
    updated: 'The page was brought up to date.',
    somebody: 'A colleague',
    saidUndone: 'The last step is taken back.',
    saidRedone: 'The step is done again.',
    saidCopied: 'This is a copy. What you change here leaves the other draft as it is.',
  },
  {
    undo: 'Annuler',
    redo: 'Refaire',
    undoOf: (a) => `Annuler ${a.step}`,
    redoOf: (a) => `Refaire ${a.step}`,
    'step pin': (a) => `l’épingle sur ${a.names}`,
    'step unpin': (a) => `le désépinglage de ${a.names}`,
    'step forbid': (a) => `l’interdiction sur ${a.names}`,
    'step allow': (a) => `la levée de l’interdiction sur ${a.names}`,
    'step swap': (a) => `l’échange qui réunit ${a.names}`,
    'step other': 'les autres poids',
    'did pin': (a) => `${a.by} a épinglé ${a.names}.`,
    'did unpin': (a) => `${a.by} a désépinglé ${a.names}.`,
    'did forbid': (a) => `${a.by} a interdit ${a.names}.`,
    'did allow': (a) => `${a.by} a levé l’interdiction sur ${a.names}.`,
    'did swap': (a) => `${a.by} a réuni ${a.names}.`,
    'did weigh': (a) => `${a.by} a modifié ce qui compte.`,
    'did score': (a) => `${a.by} a tout réévalué.`,
    'did undo': (a) => `${a.by} a annulé une étape.`,
    'did redo': (a) => `${a.by} a refait une étape.`,
    meanwhile: 'Entre-temps :',
    updated: 'La page est à jour.',
    somebody: 'Un collègue',
    saidUndone: 'La dernière étape est annulée.',
    saidRedone: 'L’étape est refaite.',
    saidCopied: 'Ceci est une copie. Ce que vous changez ici laisse l’autre brouillon tel quel.',
  },
)
