/**
 * The words of the demo's interview. Invented from the first to the last: nobody said them, and nobody is meant.
 * One line is one turn; an empty line is where a passage ends.
 */
export const words = `
Int. : Merci de me recevoir. Je vous rappelle que votre nom n’apparaîtra nulle part, ni celui des gens dont vous parlerez. Est-ce que vous pouvez me raconter la dernière fois où vous avez renouvelé un somnifère à une personne âgée ?
M7 : (rit) La dernière fois ? Ben, c’était ce matin. À neuf heures et quart. Une dame de quatre-vingt-deux ans, Mme L., que je suis depuis que je suis installé. Elle vient tous les trois mois, elle pose sa vieille ordonnance sur le bureau, pliée en quatre, avec les lignes qu’elle a cochées au crayon. Et tout en bas, il y a le zolpidem. Il est toujours en bas, le somnifère, je ne sais pas si vous avez remarqué. On arrive à la fin, on a déjà la main lancée, et… voilà. J’ai renouvelé.
Int. : Vous aviez la main lancée.
M7 : Oui. Enfin, c’est l’ordinateur qui a la main lancée. (sourit) Il y a un bouton « tout renouveler ». On hérite, en fait. La patiente arrive avec son petit comprimé du soir, ça fait vingt ans, c’est mon prédécesseur qui l’a mis, ou l’hôpital, après une chute, après un deuil, on ne sait plus très bien. Moi, euh… je n’ai presque jamais commencé un somnifère chez quelqu’un de quatre-vingts ans. Mais j’en renouvelle, je ne sais pas, trois par jour.
Int. : Et pour cette dame, vous savez comment ça a commencé ?
M7 : J’ai cherché, une fois. Dans le dossier papier, celui du docteur P., qui était là avant moi. Il y a une ligne, de sa petite écriture : « dort mal, décès du mari ». Et le nom du comprimé. C’est tout. Le mari, il est mort il y a dix-neuf ans. (silence) Elle prend un médicament de deuil depuis dix-neuf ans, et personne ne lui a jamais demandé si le deuil, enfin… si elle en était encore là.
Int. : Quand vous avez repris le cabinet, vous y aviez pensé ?
M7 : À les arrêter ? Ah oui, bien sûr. J’avais trente-six ans, j’avais mes tableaux, mes recommandations. Et puis vous avez huit cents personnes qui vous regardent en se demandant si vous valez l’ancien. Si vous commencez par leur retirer ce que l’ancien leur donnait, vous dites quoi de lui ? Qu’il était mauvais ? Il ne l’était pas. Il a soigné leurs parents. Alors la première année, je n’ai touché à rien. Je me suis dit : on fait connaissance, on verra ensuite.
Int. : Et ensuite ?
M7 : Ensuite, c’était devenu mes ordonnances. C’est ça qui est malin. Au bout de deux ou trois renouvellements, c’est votre nom qui est en haut, votre signature en bas, et vous ne pouvez plus dire que c’est l’autre. Vous n’avez rien décidé, et c’est à vous.

Int. : Qu’est-ce qui fait que ce matin, par exemple, vous n’en avez pas parlé ?
M7 : Le quart d’heure. Ça paraît bête à dire. Mais ce matin, Mme L., il y avait la tension, il y avait le genou, le certificat pour la gym douce, et puis sa sœur qui entre en maison de retraite, et ça, elle en a pleuré un peu. Il me restait quoi ? Deux minutes. On n’arrête pas un somnifère en deux minutes. En deux minutes, on le renouvelle très bien, par contre.
Int. : Il faudrait combien de temps, à votre avis ?
M7 : Pour faire ça proprement ? Une demi-heure, la première fois. Le temps qu’elle me raconte ses nuits. Et après, dix minutes toutes les deux ou trois semaines, pendant trois mois. Moi, j’ai des consultations de quinze minutes et une salle d’attente qui déborde dans le couloir. Donc je dis : « On en reparlera la prochaine fois. » (soupire) Et la prochaine fois, il y a le genou.
Int. : La prochaine fois n’arrive pas.
M7 : N’arrive pas, non. Et attention, ce n’est pas que j’oublie, hein. Je le vois à chaque fois, il est sur l’écran, il clignote presque. C’est plutôt que je n’ai pas envie d’ouvrir cette porte-là à midi moins dix. Parce que je sais ce qu’il y a derrière. Il y a la solitude, il y a les nuits, il y a le mari. Si j’ouvre, il faut que je reste.
Int. : Il y a des moments où vous l’ouvrez plus facilement ?
M7 : Le matin. Le mardi, tiens, le mardi matin, je suis reposé, j’ai couru, je suis presque un bon médecin. (rit) À dix-neuf heures, non. À dix-neuf heures, j’en suis à ma vingt-huitième consultation, j’ai la gorge sèche, et si quelqu’un me demande quelque chose, je dis oui. C’est affreux, mais le soir je ne prescris pas, je cède.
Int. : Vous cédez à quoi ?
M7 : Au silence, je crois. Au fait que ça se passe bien. Renouveler, c’est une consultation qui se termine bien : elle est contente, elle me dit merci, elle me demande des nouvelles des enfants. Et moi, je suis à l’heure. Personne ne vous félicite jamais pour une ligne en moins.

Int. : Et du côté des patientes, qu’est-ce que vous entendez, quand vous en parlez quand même ?
M7 : « Docteur, sans lui je ne ferme pas l’œil. » Toujours la même phrase, au mot près, on dirait qu’elles se la passent. Et c’est dit avec une vraie peur, hein. Il y en a une, Mme R., elle a posé sa main à plat sur l’ordonnance, comme ça (pose la main sur la table), pour que je ne la reprenne pas.
Int. : Comme si vous alliez la lui enlever.
M7 : Voilà. Elle m’a dit : « Vous ne savez pas ce que c’est, trois heures du matin. » Et c’est vrai, je ne sais pas. Enfin, je sais pour les gardes, mais ce n’est pas pareil, une nuit blanche quand on est utile. Elle, à trois heures du matin, elle entend la pendule et elle compte ses morts.
Int. : (silence) C’est la nuit qui fait peur, plus que le manque ?
M7 : La nuit, oui. Et puis il y a le geste. Il y a le petit verre d’eau, la boîte dans le tiroir de la table de nuit, la lumière qu’on éteint après. J’ai une patiente qui m’a dit qu’elle le posait sur une soucoupe, à côté de la photo de son mari. Moi, j’appelle ça un hypnotique ; elle, c’est sa prière du soir. Si je retire le comprimé, je retire tout le reste avec.
Int. : Et vous, est-ce que vous avez peur de quelque chose ?
M7 : (hésite) Oui. Je… oui. Si elle dort mal, c’est moi qu’on appelle. Si elle tombe avec le comprimé, personne ne me le reprochera, parce que tout le monde tombe à cet âge-là. Mais si elle tombe la semaine où je l’ai arrêté, alors là… (rit doucement) C’est terrible de dire ça. Arrêter, c’est une décision ; continuer, ça n’en est pas une.
Int. : Continuer n’est pas une décision ?
M7 : Pas dans la tête des gens. Dans celle des familles non plus. Ni dans la mienne, à dix-neuf heures. Et puis il y a une peur plus petite, pas très noble : qu’elle s’en aille. Il y a un confrère à trois rues, très gentil, qui renouvelle. J’en ai perdu deux comme ça. Il y en a une qui m’a envoyé une carte de vœux, d’ailleurs, pour me dire qu’elle dormait bien. (rit)

Int. : Vous en avez arrêté, quand même ?
M7 : Oui. Pas beaucoup, mais oui. La première, c’était Mme V., quatre-vingt-quatre ans, une ancienne couturière. Et ce n’est pas moi qui ai commencé, c’est elle. Elle m’a dit : « Docteur, je me suis réveillée assise dans la cuisine, et je ne sais pas comment j’y suis arrivée. » Elle avait eu peur d’elle-même. Et là, je n’ai pas fait de discours. J’ai posé mon stylo et je lui ai demandé : « Et vous, ce comprimé, vous en pensez quoi ? »
Int. : Vous ne lui aviez jamais demandé ?
M7 : Jamais. En onze ans. Je lui avais expliqué, ça oui, la mémoire, les chutes, le col du fémur, j’avais fait ma leçon. Mais demander, non. Et elle m’a répondu : « Je n’ose pas l’arrêter, ça vous ferait de la peine, c’est vous qui me le donnez. » (silence) Elle le prenait pour moi, vous comprenez. Et moi, je le renouvelais pour elle.
Int. : (rit) C’est très beau, ça.
M7 : C’est surtout très bête. On s’est regardés, on a ri tous les deux, et on s’est mis au travail. Elle avait ses ciseaux de couture. Elle coupait le comprimé en deux, et puis la moitié en deux, et la dernière semaine elle m’a dit : « Là, docteur, ce que je prends, c’est de la poussière. » On a mis quatre mois. Un quart de moins toutes les trois ou quatre semaines, jamais avant un anniversaire, jamais avant la Toussaint.
Int. : Pourquoi la Toussaint ?
M7 : Parce que c’est le cimetière, la Toussaint. La nuit d’après, on ne dort pas, avec ou sans comprimé. Ça, ce n’est dans aucune recommandation. C’est elle qui me l’a appris, et depuis je demande à tout le monde : « Quelles sont vos mauvaises nuits ? » On regarde le calendrier ensemble, et on descend entre deux.

Int. : Est-ce que vous étiez seul, pour faire ça ?
M7 : Au début, oui. Et puis il y a eu la pharmacienne. Elle est installée juste en face, elle s’appelle… euh, enfin, vous mettrez une lettre.
Int. : Je mettrai une lettre.
M7 : Mettez K. Un jour, K. m’appelle entre midi et deux et elle me dit : « Votre Mme V., elle m’a rapporté trois boîtes pleines. Elle est fière comme tout, vous devriez lui en parler. » Je ne savais même pas que les gens gardaient les boîtes. Elle, elle le sait. Elle voit qui vient le dix, et qui vient le vingt-cinq, parce que la boîte est déjà finie. Moi, je vois une ligne sur l’écran ; elle, elle voit les boîtes.
Int. : Et vous avez travaillé ensemble, à partir de là ?
M7 : On s’est mis d’accord sur une phrase. Ça a l’air ridicule, une phrase. Mais avant, moi je disais « c’est dangereux », elle disait « ne vous inquiétez pas, madame », et la patiente choisissait celle qui l’arrangeait. Maintenant, on dit pareil tous les deux : « On va descendre doucement, et si c’est trop dur, on remonte d’une marche. » La première fois que Mme R. l’a entendue des deux côtés de la rue, elle m’a dit : « C’est un complot. » (rit) Mais elle a souri.
Int. : Qu’est-ce que ça change, que ce soit dit par deux personnes ?
M7 : Ça change que ce n’est plus une lubie du docteur. Et puis, au comptoir, on a le droit de poser des questions bêtes. À moi, elles ne disent pas qu’elles ont repris un comprimé le samedi. À K., elles le disent. Et K. me le dit, avec leur accord, hein, on a été clairs là-dessus. Ça m’évite de jouer au gendarme. Je n’ai jamais été bon, en gendarme.

Int. : Et la famille, dans tout ça ?
M7 : Ah, la famille. (soupire) Ben… ça dépend des jours. Vous avez la fille qui arrive avec un article découpé dans un magazine : « Docteur, vous empoisonnez ma mère. » Bon. Et vous avez le fils, qui vit à six cents kilomètres et qui téléphone : « Surtout, ne touchez à rien, elle est enfin tranquille. » C’est parfois le frère et la sœur. Une fois, c’était la même semaine.
Int. : Elle est enfin tranquille…
M7 : Tranquille pour qui ? C’est la question que je n’ai pas posée. Il dort mieux, lui, quand il sait qu’elle dort. Je ne le lui reproche pas, c’est loin, six cents kilomètres, on garde son téléphone à côté du lit. Mais moi, je me retrouve avec une ordonnance pour endormir le fils.
Int. : (rit) Est-ce que vous avez des exemples où la famille a aidé ?
M7 : Oui, le mari de Mme D. Lui, il a été formidable. Il en prenait aussi, il faut dire. Je ne le savais pas, ce n’est pas moi qui le suis. Il a dit : « On arrête ensemble, comme les cigarettes en soixante-dix-neuf. » Ils s’étaient fait un tableau sur le frigo, avec des croix, comme pour les enfants. Elle a tenu, lui non. Il a repris en cachette. Elle s’en est rendu compte au bruit de l’aluminium, la nuit. (rit)
Int. : Et qu’est-ce qui s’est passé ?
M7 : Elle est venue me le dire, très digne : « Docteur, mon mari se drogue. » On a beaucoup ri, et puis on a parlé du lit, de leur chambre, du fait qu’il ronfle et qu’elle n’osait pas aller dormir à côté, après cinquante-trois ans, parce que ça voudrait dire quelque chose. Le somnifère, au départ, c’était pour le bruit. Il suffisait d’une porte. Enfin, il suffisait… Il a fallu un an.

Int. : Est-ce que vous pouvez me raconter une fois où ça n’a pas marché ?
M7 : M. B. Soixante-dix-neuf ans, ancien conducteur de trains, il avait fait des nuits toute sa vie. Là, je me suis trompé du début à la fin. Je revenais d’une formation, j’étais gonflé à bloc, j’avais mon schéma sur une feuille plastifiée. Je lui ai annoncé qu’on arrêtait. Annoncé. J’entends encore ma voix.
Int. : Qu’est-ce qu’il a répondu ?
M7 : Rien. « C’est vous le docteur. » Il a plié la feuille, enfin, il a essayé, et il est parti. Trois semaines après, sa femme m’appelle à sept heures du matin : il n’avait pas dormi depuis onze jours, il marchait dans le jardin, la nuit, avec sa lampe de cheminot. Il n’avait rien dit à personne. Il avait tout arrêté d’un coup, par… par fierté, je pense. Pour ne pas faire les choses à moitié.
Int. : D’un coup.
M7 : D’un coup. Et ma feuille plastifiée disait : un quart toutes les deux semaines. Mais je ne la lui avais pas lue, ma feuille, je la lui avais donnée. (silence) J’y suis allé, euh… j’ai represcrit le comprimé, entier, sur la table de la cuisine. J’étais soulagé, vous n’imaginez pas. Lui aussi. On n’en a plus jamais reparlé. Il est mort deux ans plus tard, d’autre chose. En dormant, tenez.
Int. : Est-ce que ça a changé votre manière de faire ?
M7 : Pendant un an, je n’ai plus rien proposé à personne. C’est ça, l’effet d’un échec : on croit que ça rend prudent, en fait ça rend muet. Et après, oui, j’ai changé. Je ne donne plus de feuille. Je dis ce qui va se passer : quelques mauvaises nuits, des rêves, un peu d’énervement, et que ce n’est pas la maladie qui revient, c’est le comprimé qui s’en va. Je donne un rendez-vous court, dix jours après. Et le numéro du cabinet, avec le droit d’appeler.
Int. : Le droit d’appeler ?
M7 : Oui. Si je ne dis pas qu’ils ont le droit, ils n’appellent pas. Cette génération-là, elle ne dérange pas. M. B., il avait onze nuits derrière lui, et il n’a pas appelé.

Int. : Et avec celles et ceux qui ont arrêté, est-ce que la relation est différente, après ?
M7 : Oui. C’est difficile à dire sans… sans faire le malin. On a fait quelque chose ensemble. Le reste du temps, je mesure, je prescris, je renouvelle ; elles, elles subissent un peu, gentiment. Là, c’est elles qui ont travaillé. Mme V., quand elle vient pour sa tension, elle me dit : « Vous vous souvenez, ma poussière ? » C’est devenu notre histoire.
Int. : Et avec celles qui ont refusé ?
M7 : Il ne faut pas se fâcher. J’ai une patiente, Mme G., quatre-vingt-neuf ans, je lui en parle une fois par an, avec le vaccin de la grippe, c’est notre rendez-vous. Je lui dis : « Alors, cette année ? » Elle me répond : « L’année prochaine, docteur, si Dieu me prête vie. » Ça fait six ans. (rit) Mais je l’ai dit, c’est dans le dossier, et elle sait que la porte est ouverte. À quatre-vingt-neuf ans, elle a le droit de choisir ce qui la tient debout. Ou ce qui la couche, plutôt.
Int. : Donc ne pas arrêter, ça peut être une décision aussi.
M7 : (silence) Oui. Oui, tiens. Vous me faites dire le contraire de tout à l’heure. Si on en a parlé, si elle a choisi, alors oui, c’en est une. Ce qui n’en est pas une, c’est le bouton. C’est « tout renouveler ». La même ligne, sur la même ordonnance, et ce n’est pas du tout la même chose. Il faudrait presque une case à cocher : « continué exprès ».
Int. : Une case « continué exprès ».
M7 : Pour le suivant. Parce qu’un jour, quelqu’un va hériter des miennes, d’ordonnances. J’ai cinquante-deux ans, ça ira vite. Il ouvrira le dossier, il verra une ligne, et il se demandera. J’aimerais bien qu’il trouve autre chose que « dort mal, décès du mari ».

Int. : Qu’est-ce qui vous aiderait, vous, concrètement ?
M7 : Ben, du temps payé, mais ça, tout le monde a dû vous le dire. Non, ce qui m’aiderait, c’est qu’on ne me le demande pas comme une économie. J’ai reçu un courrier, une fois, avec mon taux, un petit graphique, j’étais dans le rouge. Pendant une semaine, chaque vieille dame qui entrait, je voyais une barre rouge. C’est très mauvais, pour écouter.
Int. : Et à une jeune collègue qui s’installe, vous diriez quoi ?
M7 : À vous, quoi. (rit) De ne pas commencer par la molécule. De commencer par la nuit. « Racontez-moi votre nuit. À quelle heure vous vous couchez, qu’est-ce que vous entendez ? » Une fois sur trois, elles se couchent à huit heures et demie, parce que la soirée est trop longue, et à trois heures elles se réveillent, forcément, elles ont fini de dormir. Il n’y a rien à soigner, là-dedans. Ou alors la soirée.
Int. : Soigner la soirée.
M7 : Oui. Mme R., celle de la main sur l’ordonnance, on a fini par y arriver comme ça. Elle joue à la belote, le jeudi, chez la voisine du dessous. Elle a commencé par les jeudis : le jeudi, rien. Et puis K. lui a trouvé une chorale, le lundi. On a supprimé les nuits une par une, avec l’agenda. Ce n’est pas dans les recommandations non plus, mais bon, maintenant, je le note, je tiens ma petite liste.
Int. : Est-ce qu’il y a quelque chose que je n’ai pas demandé, et que vous auriez voulu dire ?
M7 : (réfléchit) Peut-être que j’en prends, moi, quelquefois. Après les gardes. Un demi. (silence) Je ne sais pas si vous devez l’écrire. Si, écrivez-le. Ça m’aide à ne pas faire la leçon. Quand Mme L. pose sa feuille pliée en quatre, je sais un peu ce que c’est, un demi-comprimé dans un tiroir. Elle revient dans trois mois. Je lui ai mis deux créneaux à la suite, un mardi matin. C’est noté : « parler de la nuit ».
Int. : Merci beaucoup.
M7 : Merci à vous. C’est long, hein, quand on parle. (rit) C’est plus long que de renouveler.
`
