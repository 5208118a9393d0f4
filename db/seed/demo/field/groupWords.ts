/**
 * The words of the demo's group, invented as those of its interview are. One line is one turn; an empty line is where
 * another question begins.
 */
export const groupWords = `
I : Merci d’être là un jeudi soir. Je vous demande seulement de ne pas parler tous à la fois, pour l’enregistrement. On commence par un tour de table. Racontez-moi la dernière fois où vous avez renouvelé un somnifère à une personne âgée.
A : Bon, je me lance. C’était lundi, une dame de soixante-dix-huit ans. Elle avait préparé sa liste, et la dernière ligne, elle l’a lue plus bas que les autres. J’ai fait comme si je n’avais pas entendu le changement de voix, et j’ai renouvelé.
B : Plus bas, oui. Les miens, ils le disent sur le pas de la porte, la main sur la poignée. « Et puis mon petit truc pour dormir, docteur. »
C : Moi, j’en ai renouvelé deux aujourd’hui. Et je vais vous dire, ça ne m’a rien fait. Ni bien ni mal. C’est comme tamponner.
D : Ça ne t’a rien fait, ou tu ne regardes plus ?
C : Les deux.
D : Moi, je regarde, et ça m’agace. J’ai repris une patientèle il y a deux ans, quatre-vingts personnes sous somnifère. Je m’étais dit que j’en arrêterais une par semaine. J’en ai arrêté trois.
A : Trois, c’est déjà trois.
E : Pardon, excusez-moi, j’étais de garde. Faites comme si je n’étais pas là.
I : On vous fait une place. On racontait la dernière fois où on en a renouvelé un.
E : Alors moi, c’est facile, c’était il y a une heure. Un monsieur qui garde sa femme malade à la maison. Il m’a dit : « Si je ne dors pas, je ne tiens pas. » Qu’est-ce que vous vouliez que je réponde ?

I : Qu’est-ce qui fait que, ce jour-là, vous n’en avez pas parlé ?
E : Parce que la réponse, c’était sa femme, et que pour sa femme je n’avais rien.
B : C’est souvent ça. On ne parle pas du comprimé parce que derrière il y a quelque chose qu’on ne sait pas soigner.
C : Ou parce qu’il est dix-neuf heures. Il ne faut pas non plus chercher midi à quatorze heures.
A : Mais tu l’as dit toi-même, tu tamponnes à neuf heures aussi.
C : Oui. C’est vrai. À neuf heures aussi.
D : Moi, ce qui me retient, c’est une dame qui m’a dit : « Vous êtes la quatrième à vouloir me l’enlever. » J’ai eu honte. Je me suis demandé ce que les trois autres lui avaient laissé, à la place.
B : Rien. Une brochure.

I : Qui sait, autour de la personne, ce que sont ses nuits ?
A : La pharmacienne, d’abord. C’est elle qui voit les boîtes.
B : L’aide à domicile, surtout. La mienne arrive à sept heures, elle voit le lit. Elle sait si on s’est couché dedans ou dessus.
E : Moi, c’est le voisin du dessous. Il m’a arrêté dans l’escalier : « Elle marche, la nuit, votre dame, elle range des casseroles. »
C : Tu l’as cru ?
E : J’y suis allé le lendemain, je lui ai demandé, pour les casseroles. Elle a ri, et elle m’a raconté ses nuits pendant trois quarts d’heure. En dix ans, je ne lui avais jamais posé la question.
D : C’est ça. On demande si elles dorment, on ne demande pas ce qu’elles font.
A : Sauf que maintenant, les casseroles, c’est toi qui les as sur les bras.
E : Oui. Mais le comprimé, elle l’a laissé toute seule, au bout de deux mois.

I : Et entre vous, au groupe de pairs, vous en parlez ?
B : De nos chiffres, oui. De ça, non, c’est la première fois.
C : On se montre nos bonnes ordonnances.
D : Moi, quand je remplace A, je renouvelle les siens sans rien dire. C’est de la politesse.
A : Je l’ai toujours pris pour un accord.
D : Eh bien, voilà.

I : Continuer, est-ce que ça peut être une décision ?
B : Si c’est écrit, oui. J’ai une patiente, j’ai mis dans son dossier : « vu ensemble, on garde, à revoir au printemps ». C’est la même ordonnance, mais je dors mieux.
C : Ah, c’est toi qui dors mieux.
E : Mon monsieur de tout à l’heure, si je l’écrivais, ce serait : « on garde tant que sa femme est là ». Ça, c’est une décision. Elle n’est pas belle, mais c’en est une.
D : Alors il faudrait la lui dire, à lui.
E : Oui. Je l’appelle demain.

I : Pour finir, qu’est-ce qui vous aiderait, concrètement ?
A : Qu’on soit plusieurs à dire pareil.
C : Du temps. Je sais, c’est bête. Une consultation longue, une fois par an, pour la dernière ligne de la liste.
B : Pour la dernière ligne. Ça me plaît, ça.
D : Et qu’on nous demande ce qu’on a mis à la place, pas ce qu’on a enlevé.
I : Merci à vous cinq. J’arrête l’enregistrement.
`
