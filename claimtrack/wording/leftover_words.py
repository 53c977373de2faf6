"""Words that change what a number says and that no hedge reads: left over, they refuse the wording.

They are classes of words, not phrases: comparison, correction, condition, question, rate and share,
exclusion, addition, attempt, falsehood. Only what a rule has read ("more than", "not only") is exempt.
"""

from __future__ import annotations

from typing import Final

from claimtrack.wording.tokens import word_set

ANYWHERE: Final = {
    "en": word_set(
        """
        enough sufficient multiplied false untrue wrong incorrect erroneous mistaken inaccurate
        baseless unfounded fake fabricated bogus invented exaggerated inflated overstated
        understated supposed so-called retracted corrected contested disputes disputing questions
        questioned doubts doubted doubtful debunked hoax miscounted recount recounted amended
        adjusted downgraded upgraded if unless whether lest suppose supposing assuming
        besides except excepting exception excluding excludes exclude excluded counting apart aside barring
        instead rather ratio rate average averaged averaging mean each every apiece daily weekly
        monthly yearly hourly annually annual respectively short shy averted prevented avoided
        foiled thwarted unharmed unhurt uninjured unscathed survive threatened threatens threatening
        threat capable everyone everybody hardly barely scarcely nowhere anything far falsely
        wrongly erroneously incorrectly mistakenly inaccurately supposedly virtually practically
        partly partially nightly quarterly firstly hypothetically theoretically potentially
        ostensibly misleadingly dubiously questionably tentatively proportionally additionally
        narrowly unsuccessfully individually rarely seldom occasionally normally usually typically
        generally regularly frequently necessarily figuratively symbolically metaphorically
        technically averagely underestimated underreported overestimated
        """
    ),
    "fr": word_set(
        """
        multiplie multipliee multiplies faux fausse fausses errone erronee errones inexact inexacte
        mensonger mensongere mensonge pretendu pretendue pretendus pretendument exagere exageree
        gonfle gonflee infonde infondee corrige corrigee rectifie rectifiee rectifies conteste
        contestee contestes dementi dementie retracte retractee doute si sinon hormis excepte
        exceptes exceptee exception outre sauf hors excluant exclus exclure exclu compter plutot
        combien chaque chacun chacune moyenne quotidien quotidiens quotidienne quotidiennes
        quotidiennement hebdomadaire hebdomadaires mensuel mensuels annuel annuels respectivement
        taux ajoutent ajoute ajoutant ajouter failli menace menacent menacant evite evites evitee
        guere deca inferieur inferieure inferieurs superieur superieure superieurs ailleurs
        indemne indemnes attendus prevu prevus sousestime surestime surestimee surestimes
        """
    ),
    "es": word_set(
        """
        multiplicado multiplico falso falsa falsos falsas erroneo erronea errado inexacto inexacta
        mentira supuesto supuesta exagerado exagerada inflado inflada corregido corregida corrigio
        rectifico rectificado desmentido dudoso si salvo excepto excepcion excluyendo excluidos aparte ademas
        contar incluir lugar cada promedio media diarios diario diarias diariamente semanales
        mensuales anuales respectivamente tasa amenazo amenaza amenazaron cuantos apenas lejos
        inferior superior evito evitado evitados ilesos ileso esperan espera previsto previstos
        subestimado subestimada subestimados sobreestimado
        """
    ),
    "ar": frozenset[str](),
}
"""Refused wherever they stand in the wording, unless a hedge has read them."""

SCALE: Final = {
    "en": word_set(
        """
        plus minus times doubled tripled quadrupled halved doubling tripling halving than versus vs
        compared comparison fold quarter thirds half halves majority minority proportion fraction
        initial double twice triple thrice doubly unlike
        """
    ),
    "fr": word_set(
        """
        versus fois double triple doubler doublee tripler moitie tiers quart majorite minorite
        proportion supplementaire supplementaires additionnel additionnels deuxieme troisieme
        quatrieme cinquieme second seconde initial initiale
        """
    ),
    "es": word_set(
        """
        versus vez veces doble triple duplico triplico mitad tercio cuarto mayoria minoria
        proporcion adicionales adicional segundo segunda tercer tercero tercera quinto inicial
        """
    ),
    "ar": frozenset[str](),
}
"""Refused close to the number: parts of it, times it, more of it, a place in a row."""

ATTEMPTS: Final = {
    "en": word_set(
        """
        planned plans planning plotted plotting failed fails failing tried tries trying attempt
        attempted attempts attempting intended intends intending wanted wants aimed hoped vowed vows
        pledged sought initially originally previously formerly hitherto plan plot plots bid avenge
        avenging avenged revenge capacity authorised authorized predicted predicts predicting forecast
        forecasts
        """
    ),
    "fr": word_set(
        """
        tente tentent tentant tentative tentatives essaye essaient echoue initialement auparavant
        prealablement capacite projet complot venger vengeance attendaient attendait
        predit predisait predisent prevoit prevoyait
        """
    ),
    "es": word_set(
        """
        intento intentaron intentar intentaba inicialmente anteriormente plan complot vengar venganza
        """
    ),
    "ar": frozenset[str](),
}
"""Refused before the number and in its noun phrase: attempts, and what was said or counted before."""

MODALS: Final = word_set("would could should expected pourrait pourraient podria podrian")
"""Refused where an outcome or the number follows ("could kill 12")."""

BEFORE_NUMBER: Final = {
    "en": word_set(
        """
        memory
        no not never none nor neither without sans except
        nearly almost virtually practically will shall
        anniversary rose risen rise rises rising increased increase increases increasing climbing surging
        fell fallen
        falling dropped drop decreased decrease grew grown climbed climbing jumped jump up down reduced
        added adds cut raised lowered second third fourth fifth sixth seventh eighth ninth tenth first
        next final further same previous earlier another additional extra other
        addition
        """
    ),
    "fr": word_set(
        """
        sans non jamais presque quasiment augmente
        augmenter baisse baisser diminue alourdi accru grimpe monte recule recul hausse autre autres
        premier premiers premiere premieres dernier derniers derniere dernieres prochains prochaines
        memes meme restants precedent precedents abord loin
        """
    ),
    "es": word_set(
        """
        sin no nunca jamas entre casi aumento subio crecio bajo
        disminuyo descendio cayo elevo incremento incrementado aumentado subido otro otra otros otras
        primer primeros primera primeras ultimo ultimos ultima ultimas proximos proximas mismos mismas
        restantes anterior anteriores principio
        """
    ),
    "ar": frozenset[str](),
}
"""Refused where they stand close before the number; "to" or "at" between, as in "rose to 12", exempts."""

IN_PHRASE: Final = {
    "en": word_set("""
        new extra additional further fewer more less last next remaining first second third
        """),
    "fr": word_set(
        """
        nouveaux nouvelles nouveau nouvelle moins plus premiers premieres derniers dernieres prochains
        prochaines
        """
    ),
    "es": word_set("nuevos nuevas nuevo nueva menos mas primeros primeras ultimos ultimas proximos proximas"),
    "ar": frozenset[str](),
}
"""Refused between the number and its noun, and right after the noun."""

LIMITS_NONE: Final = {
    "en": word_set(
        """
        further other more new additional extra serious major significant fatal severe fewer less large
        heavy confirmed known official grave important else many
        """
    ),
    "fr": word_set(
        """
        autre autres nouveau nouvelle nouveaux supplementaire supplementaires grave graves majeur majeure
        significative significatif important importante serieux serieuse plus lourde lourdes
        """
    ),
    "es": word_set(
        "otro otra otros nuevo nueva adicional grave graves mayor mayores significativa importante mas seria"
    ),
    "ar": frozenset[str](),
}
"""Beside "no", they deny some of the losses only ("no further casualties")."""

NOT_OF: Final = word_set(
    """
    families homes houses risk risks chance possibility prospect fear fears danger hope lack absence
    shortage need demand rest remainder part majority minority most all half third quarter percent portion
    share proportion fraction capacity target goal quota limit equivalent instead ahead worth afraid suspicion
    some certains certaines algunos algunas familles maisons risque risques possibilite peur crainte
    espoir manque besoin penurie reste partie
    majorite minorite plupart moitie tiers quart pourcentage proportion capacite objectif loin lieu faute
    defaut danger familias casas riesgo peligro falta resto parte mayoria minoria mitad tercio lejos vez
    """
)
"""What a count "of" it says too little of: a share, what is only feared or wanted, the homes of others."""

LEADING: Final = {
    "en": word_set(
        """
        very pulled plucked
        lost loses lose losing claims claimed claiming count counts counted record recorded
        records reports reported reporting announced announce confirmed confirms confirm identified
        identify names named naming lists listed gave gives give put puts cites cited buried bury
        recovered recover found rescued freed released release evacuated treated treating treats
        hospitalized hit hits struck strikes involving involved includes include including contains
        carried carrying carry held holds holding hold left leaving leave leaves reached reaching
        reaches totalled totaled totaling totalling numbering numbered registered registers documented
        documents mourned mourn mourns received receives sent caused causes causing cost costs costing
        saw see sees showed show shows showing suffered suffers took takes taken shot bombed burned
        stabbed targeted targeting attacked attacking attack ambushed ambush said says saying told
        believed feared estimated estimate believes totals made brought brings bringing mentions
        mentioned mention spoke speaks tally toll dead killed these those all some only just exactly
        deployed sheltered arrested detained disarmed captured seized trapped trapping infected
        affected recruits recruited trained posted lead leading interviewed accommodates hosting hosts
        host housed displaced fled inflicted inflicting inflict inflicts sustained sustaining incurred
        forces force forcing forced drives driving know knows knew think thinks believe executed
        officially unofficially sure certain
        certainly surely sadly tragically unfortunately instantly immediately apparently finally eventually
        """
    ),
    "fr": word_set(
        """
        perdu perd perdent perdant revendique revendiquent revendiquant compte comptent denombre
        denombrent recense recensent recenses annonce annoncent annoncant confirme confirment
        identifie identifies cite citent citant nomme enterre enterres inhume retrouve retrouves
        decouvert libere liberes liberent evacue soigne recu compose composee composes impliquant
        transportant transporte bord coup avons comptons deplorons
        secourir secouru sauver accueillir recueillir avec
        fait font faisant faire laisse laissent laissant atteint
        atteignant totalise totalisent enregistre enregistrent documente pleure pleurent cause causent
        causant coute evoque evoquent evoquant mentionne parle parlent frappe vise visant attaque dit
        disent soit seulement juste exactement deplore deplorent deplorant signale signalent affirme
        affirment indique rapporte montre montrent montrant vu voit voient voir subi subit voici voila
        les ces des tous toutes seuls seules provoque provoquent provoquant abrite abritant accueille
        force forcant
        accueillant touche touchant affecte environ poussant contraint concerne nommement tuer blesser
        enlever retrouver recuperer decouvrir identifier enterrer inhumer denombrer recenser compter
        enregistrer liberer evacuer capturer arreter neutraliser abattre perdre avoir totaliser
        confirmer annoncer deplorer signaler inflige infligeant infligent eu certainement
        malheureusement officiellement finalement apparemment presentement actuellement maintenant
        desormais deja hui toujours egalement causer infliger provoquer essuyer subir
        """
    ),
    "es": word_set(
        """
        perdio perdieron pierde perdiendo reivindica reivindico cuenta cuentan conto registra registro
        registraron registran anuncia anuncio confirma confirmo confirmaron identifico identificaron
        cita menciona enterraron hallaron encontraron encontro hallo liberaron libero libera evacuo
        atiende recibio transportaba compuesto con deja dejan dejo dejaron dejando hay hubo habia
        alcanza alcanzo suma suman totaliza documento causa causo causaron causando provoca provoco
        provocaron provocando costo habla dice dicen dijo solo solamente exactamente lamenta reporta
        reporto reportan reportaron informa informo muestra muestran sufrio sufrieron los las estos
        esas esos todos todas unos unas afecta afecto desplazo obligo murieron mueren ataco unicamente
        habido tiene tienen tenia tenian tuvo primero
        """
    ),
    "ar": frozenset[str](),
}
"""Words that may stand right before a number and leave it as it is."""

CHANGES: Final = word_set(
    """
    rose risen rise rises rising increased increase increases increasing surging fell fallen falling
    dropped drop decreased decrease grew grown climbed climbing jumped jump up down reduced cut raised
    lowered augmente augmenter
    baisse baisser diminue alourdi accru grimpe monte recule aumento subio crecio bajo disminuyo descendio
    cayo elevo incremento incrementado aumentado subido final last added adds hausse
    """
)
"""Words of change, after which "to" names the new total and "by" only the step."""

AFTER_NUMBER: Final = {
    "en": word_set("revised lowered downgraded"),
    "fr": word_set("revu revus revise revises"),
    "es": word_set("revisado revisados rebajado"),
    "ar": frozenset[str](),
}
"""Refused anywhere after the number: it did not stand."""

_OUTCOME_NEXT: Final = frozenset[str]()

PAIRS: Final = {
    "almost": _OUTCOME_NEXT,
    "nearly": _OUTCOME_NEXT,
    "presque": _OUTCOME_NEXT,
    "casi": _OUTCOME_NEXT,
    "may": word_set("kill die wound injure capture"),
    "might": word_set("kill die wound injure capture"),
    "not": word_set("including include counting counted included"),
    "non": word_set("compris comprise comptes inclus pas"),
    "no": word_set("incluidos incluye incluyendo cuenta"),
    "s'": word_set("il ils"),
    "premier": word_set("temps bilan"),
    "primer": word_set("balance saldo momento"),
    "near": word_set("death"),
    "provided": word_set("that"),
    "spared": word_set("death execution"),
    "death": word_set("row penalty threat threats sentence sentences"),
    "first": word_set("toll count tally estimate"),
    "about": word_set("to"),
    "-": word_set("estime estimee estimes estimees estimated reported counted"),
    "so": word_set("-"),
    "au": word_set("lieu"),
    "point": word_set("de d'"),
    "punto": word_set("de"),
    "frente": word_set("a al"),
}
"""Pairs that change a count together; with no second word given, any outcome is one ("almost killed")."""

MEASURING: Final = word_set(
    """
    approaching nearing exceeding surpassing topping passing doubling tripling equalling equaling
    rivalling outnumbering matching lacking missing avoiding sparing averting exceeded surpassed topped
    passed neared approached equalled equaled matched outnumbered lacked missed avoided spared averted
    crossing crossed excluding dwarfing trailing barring needed wanted feared alleged approchaient
    approchent approchant depassent depassaient depassant excedent excedant excedaient frolent frolaient
    frolant avoisinent avoisinaient avoisinant egalent egalant manquaient manquant evitant epargnant
    epargnent excluant doublant triplant environnant moyennant frisaient frisant souvent seulement
    vraiment superaron superando rozando rondando rondaban evitando excluyendo duplicando igualaron
    alcanzarian frole epargne manque rate avoisine approche excede egale depasse double triple last medio
    media exceed surpass near top pass match lack need want miss avoid spare avert equal rival prevent
    prevents prevented preventing eviter evite evitent manquer frolent suspected
    """
)
"""Verb forms that set the number beside another one, so that it is no plain object."""

WEIGHTS: Final = word_set(
    """
    as than more less fewer high higher low lower minus plus moins davantage menos many few combien how peu
    pocos pocas groups teams squads batches waves cells pairs groupes equipes
    """
)
"""Words that weigh on a number where they stand close by."""

GROUPED: Final = word_set("groups teams squads batches waves cells groupes equipes")
"""Those of them that weigh only where "of" follows."""
