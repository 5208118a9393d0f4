/** The words of the decisions document: a paper for readers of a thesis, in the language of whoever exports it. */
export type Language = "fr" | "en"

const french = {
  title: "Décisions de double codage",
  made: (date: string) => `Document produit le ${date}.`,
  intro:
    "Chaque point est un désaccord entre les deux codages indépendants, avec ce que chacun avait codé, ce qui a été décidé, par qui, quand et pourquoi. Les codages d’origine sont conservés tels quels.",
  question: "Question de recherche",
  nothing: "Rien n’a encore été mis en commun.",
  summary: (flags: number, decided: number, open: number) =>
    `${flags} désaccords, dont ${decided} réglés et ${open} encore ouverts.`,
  kind: {
    code: "Lecture différente",
    boundary: "Découpage différent",
    omission: "Codé par un·e seul·e",
  },
  passage: (number: number) => `Passage ${number}`,
  nothingCoded: "rien",
  reading: (name: string) => `Lecture de ${name}`,
  decided: "Décision",
  together: (names: string, date: string) => `Décidé ensemble (${names}), le ${date}`,
  ruled: (name: string, date: string, notedBy: string | null) =>
    notedBy ? `Tranché par ${name}, noté par ${notedBy}, le ${date}` : `Tranché par ${name}, le ${date}`,
  settledBy: {
    merge: "Réglé par une fusion de codes",
    relation: "Réglé : deux codes reliés",
    tolerance: "Réglé par la tolérance choisie",
  },
  memos: "Mémos",
  untitled: "Sans titre",
  memoKind: {
    theoretical: "Théorique",
    methodological: "Méthodologique",
    reflexive: "Réflexif",
    journal: "Journal de bord",
  },
  open: "Encore ouvert",
  parked: (until: string) => `Mis en attente : ${until}`,
  referred: (name: string) => `Soumis par ${name}, en attente d’un avis`,
  proposed: (name: string) => `Proposition de ${name}, en attente d’une réponse`,
  reason: "Motif",
  listened: "Réécoute",
  listenedBy: (name: string, together: boolean) => (together ? `${name}, ensemble` : `${name}, seul·e`),
  verdict: {
    keep: (names: string) => `On retient : ${names}`,
    both: "Les deux lectures sont gardées",
    neither: "Aucune des deux lectures n’est retenue",
    dropped: "Le codage n’est pas retenu",
    merging: (from: string, into: string) => `Même idée, autres mots : « ${from} » devient « ${into} »`,
    relating: (from: string, into: string) =>
      `Même idée, autres mots : « ${from} » et « ${into} » sont reliés`,
  },
}

const english: typeof french = {
  title: "Double-coding decisions",
  made: (date) => `Document made on ${date}.`,
  intro:
    "Each point is a disagreement between the two independent codings, with what each had coded, what was decided, by whom, when and why. The original codings are kept as they were.",
  question: "Research question",
  nothing: "Nothing has been revealed yet.",
  summary: (flags, decided, open) =>
    `${flags} disagreements, ${decided} of them settled and ${open} still open.`,
  kind: { code: "Different reading", boundary: "Different cutting", omission: "Coded by one alone" },
  passage: (number) => `Passage ${number}`,
  nothingCoded: "nothing",
  reading: (name) => `${name}’s reading`,
  decided: "Decision",
  together: (names, date) => `Decided together (${names}) on ${date}`,
  ruled: (name, date, notedBy) =>
    notedBy ? `Decided by ${name}, noted by ${notedBy}, on ${date}` : `Decided by ${name} on ${date}`,
  settledBy: {
    merge: "Settled by merging codes",
    relation: "Settled: two codes related",
    tolerance: "Settled by the tolerance chosen",
  },
  memos: "Memos",
  untitled: "Untitled",
  memoKind: {
    theoretical: "Theoretical",
    methodological: "Methodological",
    reflexive: "Reflexive",
    journal: "Field journal",
  },
  open: "Still open",
  parked: (until) => `Parked: ${until}`,
  referred: (name) => `Referred by ${name}, waiting for the supervisor`,
  proposed: (name) => `Proposed by ${name}, waiting for an answer`,
  reason: "Reason",
  listened: "Listened again",
  listenedBy: (name, together) => (together ? `${name}, together` : `${name}, alone`),
  verdict: {
    keep: (names) => `Kept: ${names}`,
    both: "Both readings are kept",
    neither: "Neither reading is kept",
    dropped: "The coding is not kept",
    merging: (from, into) => `Same idea, other words: “${from}” becomes “${into}”`,
    relating: (from, into) => `Same idea, other words: “${from}” and “${into}” are related`,
  },
}

export type DecisionWords = typeof french

export const decisionWords: Record<Language, DecisionWords> = { fr: french, en: english }
