/** What a methods section may say where no agreement is reported, for those who ask why. */
import type { InTwoLanguages } from "../../core/agreement/project/answer"
import type { Approach } from "../../core/model"

export function whyNone(approach: Approach): InTwoLanguages {
  switch (approach) {
    case "phenomenological":
      return lived
    case "reflexive-thematic":
      return reflexive
    default:
      return chosen
  }
}

const reflexive: InTwoLanguages = {
  fr: "Aucun coefficient d’accord inter-codeurs n’est rapporté. En analyse thématique réflexive, les thèmes se construisent dans la lecture d’un chercheur situé, dont la subjectivité est une ressource et non un biais à réduire : il n’existe pas de codage exact dont deux personnes devraient s’approcher, et un coefficient, qui le suppose, contredirait l’approche (Braun et Clarke, 2019, 2021). Les entretiens ont été lus et codés par deux chercheurs, séparément, puis confrontés passage par passage, avec réécoute de l’enregistrement ; les lectures différentes, ce qui en a été fait et pourquoi ont été conservés. La confrontation a servi à enrichir les lectures et à expliciter les présupposés de chacun, non à établir une fidélité.",
  en: "No intercoder agreement coefficient is reported. In reflexive thematic analysis, themes are built in the reading of a situated researcher, whose subjectivity is a resource and not a bias to be reduced: there is no accurate coding that two people should come close to, and a coefficient, which presumes one, would contradict the approach (Braun & Clarke, 2019, 2021). Interviews were read and coded by two researchers separately, then compared passage by passage, with the recording listened to again; the different readings, what was made of them and why were kept. The comparison served to enrich the readings and to make each researcher’s assumptions explicit, not to establish reliability.",
}

const lived: InTwoLanguages = {
  fr: "Aucun coefficient d’accord inter-codeurs n’est rapporté. Dans une démarche phénoménologique interprétative, l’analyse naît de la rencontre entre l’expérience des participants et la lecture d’un chercheur situé : deux lectures différentes d’un même passage ne sont pas une erreur de mesure, et leur convergence n’en établit pas la validité (Smith, Flowers et Larkin, 2009 ; Braun et Clarke, 2021). Les entretiens ont été lus et codés par deux chercheurs, séparément, puis confrontés passage par passage, avec réécoute de l’enregistrement ; chaque désaccord, ce qui en a été décidé et pourquoi ont été conservés. La confrontation a servi à approfondir l’interprétation et la réflexivité, non à mesurer une fidélité.",
  en: "No intercoder agreement coefficient is reported. In interpretative phenomenological work, the analysis arises from the meeting of participants’ experience with a situated researcher’s reading: two different readings of a passage are not a measurement error, and their convergence does not establish validity (Smith, Flowers & Larkin, 2009; Braun & Clarke, 2021). Interviews were read and coded by two researchers separately, then compared passage by passage, with the recording listened to again; every disagreement, what was decided about it and why were kept. The comparison served to deepen interpretation and reflexivity, not to measure reliability.",
}

const chosen: InTwoLanguages = {
  fr: "Aucun coefficient d’accord inter-codeurs n’est rapporté. Dans cette étude, coder est un acte d’interprétation : les codes se développent au fil de l’analyse, et un coefficient, qui suppose des catégories fixées d’avance et une seule bonne réponse, ne renseignerait pas sur la qualité de l’analyse (Braun et Clarke, 2021 ; O’Connor et Joffe, 2020). Les entretiens ont été codés par deux chercheurs, séparément, puis confrontés passage par passage, avec réécoute de l’enregistrement ; chaque désaccord, ce qui en a été décidé et pourquoi ont été conservés et peuvent être consultés.",
  en: "No intercoder agreement coefficient is reported. In this study, coding is an act of interpretation: codes develop as the analysis proceeds, and a coefficient, which presumes categories fixed beforehand and one right answer, would not inform about the quality of the analysis (Braun & Clarke, 2021; O’Connor & Joffe, 2020). Interviews were coded by two researchers separately, then compared passage by passage, with the recording listened to again; every disagreement, what was decided about it and why were kept and can be consulted.",
}
