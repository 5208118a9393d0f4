/** The words of the methods paragraph. They go into a thesis, so they name authors and years. */

import type { UnitKind } from "../../core/agreement/documents"
import type { Figure, WhyUndefined } from "../../core/agreement/figure"
import type { Stratum, Variant } from "../../core/agreement/project/asked"
import type { Resampling } from "../../core/agreement/result"
import type { Language } from "../exports/words"

interface ComparedWords {
  readonly sources: number
  readonly passages: number
  readonly of: number
  readonly coders: number
  readonly codes: number
}

interface ByCode {
  readonly low: number
  readonly high: number
  readonly defined: number
  readonly of: number
}

export interface MethodsWords {
  readonly nothing: string
  readonly number: (value: number) => string
  readonly compared: (counts: ComparedWords) => string
  readonly variant: Readonly<Record<Variant, string>>
  readonly stratum: Readonly<Record<Stratum | "all", string>>
  readonly unit: (unit: UnitKind, units: number) => string
  readonly parents: string
  readonly interval: (confidence: number, low: number, high: number) => string
  readonly undefined: (reason: WhyUndefined) => string
  readonly setAlpha: (estimate: string) => string
  readonly pooledAlpha: (estimate: string) => string
  readonly pooledKappa: (estimate: string, observed: Figure) => string
  readonly byCode: (by: ByCode) => string
  readonly intervals: (
    how: Pick<Resampling, "clusters" | "draws" | "seed" | "confidence"> & {
      readonly by: NonNullable<Resampling["by"]>
    },
  ) => string
  readonly noIntervals: string
  readonly program: string
}

const decimals = (language: Language) => {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  return (value: number) => format.format(Math.abs(value) < 0.0005 ? 0 : value).replace("-", "−")
}
const whole = (language: Language) => {
  const format = new Intl.NumberFormat(language)
  return (value: number) => format.format(value)
}
const percent = (language: Language) => {
  const format = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 })
  return (share: number) => format.format(share)
}

const [fr, n, pc] = [decimals("fr"), whole("fr"), percent("fr")]
const s = (count: number) => (count > 1 ? "s" : "")

const french: MethodsWords = {
  nothing:
    "Aucun passage codé par deux personnes n’a encore été mis en commun : il n’y a pas d’accord à rapporter.",
  number: fr,
  compared: ({ sources, passages, of, coders, codes }) =>
    `L’accord entre ${n(coders)} codeurs a été calculé sur ${n(passages)} passage${s(passages)} de ${n(sources)} source${s(sources)}${passages < of ? ` (sur ${n(of)} passages codés en double et mis en commun)` : ""}, pour ${n(codes)} code${s(codes)}.`,
  variant: {
    independent:
      "Les codages comparés sont ceux que chacun avait rendus séparément, figés au moment de leur mise en commun, sous les codes tels qu’ils étaient alors.",
    harmonised:
      "Les codages comparés sont ceux que chacun avait rendus séparément, figés au moment de leur mise en commun ; les codes fusionnés par la suite comptent pour un seul (harmonisation a posteriori).",
    negotiated:
      "Les codages comparés sont ceux qui valent après discussion : ce qui a été décidé vaut pour tous, ce qui reste ouvert compte comme chacun l’avait codé. Ce n’est donc pas un accord entre codages indépendants.",
  },
  stratum: {
    all: "Tous les passages mis en commun sont compris, quoi que leurs codeurs aient déjà vu de la même source.",
    none: "Ne sont compris que les passages codés avant que leurs codeurs aient pu voir quoi que ce soit des codages l’un de l’autre dans la même source.",
    revealed:
      "Ne sont compris que les passages codés après la mise en commun d’autres passages de la même source, que leurs codeurs n’avaient pas ouverts.",
    opened:
      "Ne sont compris que les passages dont les codeurs avaient déjà ouvert ou discuté des codages de la même source.",
    weakened:
      "Ne sont compris que les passages codés alors que l’insu n’était plus assuré : ces codages ne sont pas indépendants.",
  },
  unit: (unit, units) =>
    ({
      character: `L’unité est le caractère de texte codable (${n(units)}).`,
      word: `L’unité est le mot (${n(units)}).`,
      sentence: `L’unité est la phrase (${n(units)}).`,
      turn: `L’unité est le tour de parole (${n(units)}).`,
      passage: `L’unité est le passage (${n(units)}).`,
      document: `L’unité est la source (${n(units)}).`,
    })[unit],
  parents: "Un code compte aussi ce qui a été codé sous lui dans l’arbre.",
  interval: (confidence, low, high) => `(IC à ${pc(confidence)} : ${fr(low)} à ${fr(high)})`,
  undefined: (reason) => `non défini (${frenchReasons[reason]})`,
  setAlpha: (estimate) =>
    `Tous codes ensemble, l’alpha de Krippendorff (2019) à valeurs ensemblistes (distance de Dice) est de ${estimate}.`,
  pooledAlpha: (estimate) => `L’alpha de Krippendorff regroupé sur les codes est de ${estimate}.`,
  pooledKappa: (estimate, observed) =>
    `Le kappa de Cohen (1960) regroupé sur les codes (De Vries et al., 2008) est de ${estimate}${observed.value === null ? "" : ` ; les deux codeurs ont codé, ou laissé sans code, les mêmes endroits à ${pc(observed.value)}`}.`,
  byCode: ({ low, high, defined, of }) =>
    `Par code, l’alpha de Krippendorff va de ${fr(low)} à ${fr(high)} (défini pour ${n(defined)} code${s(defined)} sur ${n(of)}).`,
  intervals: ({ by, clusters, draws, seed, confidence }) =>
    `Les intervalles à ${pc(confidence)} viennent d’un bootstrap par grappes (${n(draws)} tirages de ${n(clusters)} ${{ document: "sources", passage: "passages", turn: "tours de parole" }[by]}, percentiles, graine ${seed}).`,
  noIntervals: "Aucun intervalle n’a été calculé.",
  program: "Les calculs ont été faits avec Binôme.",
}

const frenchReasons: Readonly<Record<WhyUndefined, string>> = {
  "no units": "rien à comparer",
  "one coder": "un seul codeur",
  "no variation": "aucune variation",
  "one code": "un seul code",
  "never met": "le code ne rencontre jamais d’unité de l’autre",
  "overlapping units": "des codes exclusifs se recouvrent",
  "undefined pair": "non défini pour une paire",
  "not numeric": "valeurs non numériques",
  "unequal coders": "nombre de codeurs variable",
  "few units": "trop peu d’unités",
  "no spread": "aucune dispersion",
  "dependent units": "unités dépendantes",
}

const [en, count, share] = [decimals("en"), whole("en"), percent("en")]

const english: MethodsWords = {
  nothing: "No passage that two people coded has been revealed yet: there is no agreement to report.",
  number: en,
  compared: ({ sources, passages, of, coders, codes }) =>
    `Agreement between ${count(coders)} coders was computed on ${count(passages)} passage${s(passages)} of ${count(sources)} source${s(sources)}${passages < of ? ` (of ${count(of)} double-coded, revealed passages)` : ""}, for ${count(codes)} code${s(codes)}.`,
  variant: {
    independent:
      "The codings compared are those that each handed in separately, frozen when they were revealed to each other, under the codes as they were then.",
    harmonised:
      "The codings compared are those that each handed in separately, frozen when they were revealed to each other; codes merged later count as one (post hoc harmonisation).",
    negotiated:
      "The codings compared are those that stand after discussion: what was decided stands for all, what is still open counts as each had coded it. This is therefore not agreement between independent codings.",
  },
  stratum: {
    all: "All revealed passages are included, whatever their coders had already seen of the same source.",
    none: "Only passages coded before their coders could see anything of each other’s codings of the same source are included.",
    revealed:
      "Only passages coded after other passages of the same source had been revealed, which their coders had not opened, are included.",
    opened:
      "Only passages whose coders had already opened or discussed codings of the same source are included.",
    weakened:
      "Only passages coded when blindness was no longer ensured are included: these codings are not independent.",
  },
  unit: (unit, units) =>
    ({
      character: `The unit is the character of codable text (${count(units)}).`,
      word: `The unit is the word (${count(units)}).`,
      sentence: `The unit is the sentence (${count(units)}).`,
      turn: `The unit is the speaking turn (${count(units)}).`,
      passage: `The unit is the passage (${count(units)}).`,
      document: `The unit is the source (${count(units)}).`,
    })[unit],
  parents: "A code also counts what was coded below it in the tree.",
  interval: (confidence, low, high) => `(${share(confidence)} CI ${en(low)} to ${en(high)})`,
  undefined: (reason) => `undefined (${reason})`,
  setAlpha: (estimate) =>
    `Over all codes together, Krippendorff’s alpha (2019) with sets of codes as values (Dice distance) is ${estimate}.`,
  pooledAlpha: (estimate) => `Krippendorff’s alpha pooled over codes is ${estimate}.`,
  pooledKappa: (estimate, observed) =>
    `Cohen’s kappa (1960) pooled over codes (De Vries et al., 2008) is ${estimate}${observed.value === null ? "" : `; both coders coded, or left uncoded, the same places for ${share(observed.value)} of the text`}.`,
  byCode: ({ low, high, defined, of }) =>
    `By code, Krippendorff’s alpha ranges from ${en(low)} to ${en(high)} (defined for ${count(defined)} of ${count(of)} code${s(of)}).`,
  intervals: ({ by, clusters, draws, seed, confidence }) =>
    `Intervals at ${share(confidence)} come from a cluster bootstrap (${count(draws)} draws of ${count(clusters)} ${{ document: "sources", passage: "passages", turn: "speaking turns" }[by]}, percentiles, seed ${seed}).`,
  noIntervals: "No intervals were computed.",
  program: "Computations were made with Binôme.",
}

export const methodsWords: Readonly<Record<Language, MethodsWords>> = { fr: french, en: english }
