"""French: what happens to people, and how each word stands to those it counts."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as g

OUTCOMES: Final = (
    (
        "killed",
        g.NOUN | g.STATE | g.DOES | g.OF,
        "morts | mortes | mort | morte | decedes | decede | decedees | decedee",
    ),
    (
        "killed",
        g.NOUN | g.OF,
        """
        martyrs | martyr | meurtres | assassinats | executions | deces | corps | cadavres | cadavre
        depouilles | depouille
        obseques de | obseques d'
        pertes en vies humaines | funerailles de | funerailles d' | corps sans vie | vies humaines
        vies | dead | disparition tragique
    """,
    ),
    ("killed", g.NOUN | g.STATE | g.GOVERNS, "tues | tuees | tue | tuee"),
    (
        "killed",
        g.STATE | g.GOVERNS,
        """
        assassines | assassine | assassinees | assassinee | executes | execute | executees | executee
        massacres | massacre | massacrees | egorges | egorge | egorgees | egorgee | abattus | abattu
        abattues | abattue | decapites | decapite | lynches | lynche | pendus | brules vifs | noyes
        noyees | elimines | elimine | eliminees | liquides | fusilles | fusille | eventres | trucides
        occis | foudroyes | extermines | ensevelis | calcines | carbonises
    """,
    ),
    (
        "killed",
        g.GOVERNS,
        """
        tuant | tuent | tuer | tua | tuerent | assassinant | executant | massacrant | egorgeant
        abattant | abattent | assassinent | executent | massacrent | egorgent | decapitant
        coute la vie a | coutant la vie a | ote la vie a | emporte | coutent la vie a
        faisant perdre la vie a | causant la mort de | cause la mort de | provoque la mort de
        cause la mort d' | entraine la mort de | entraine la mort d' | entrainant la mort de
        entrainant la mort d' | fait perdre la vie a | provoquant la mort de | provoquant la mort d'
        causant la mort d' | provoque la mort d' | coute la vie d' | coute la vie de | eliminant
        eliminer | abattre | assassiner | executer | massacrer | egorger | perdu | perd | perdant
        perdent
    """,
    ),
    (
        "killed",
        g.OF,
        """
        mort de | mort d' | deces de | deces d' | assassinat de | assassinat d' | execution de
        execution d' | massacre de | massacre d' | meurtre de | meurtre d' | inhumation de
        inhumation d' | enterrement de | enterrement d' | la vie a | vie de
    """,
    ),
    (
        "killed",
        g.DOES,
        """
        perdu la vie | perdent la vie | perdaient la vie | perdirent la vie | perd la vie
        trouve la mort | trouvent la mort | trouverent la mort | peri | perissent | succombe
        decedent | meurent | sont tombes | tombes | tombes au combat | laisse la vie | perdant la vie
        succombent | mourir | mouraient | laisse leur vie | rendu l' ame | peris
    """,
    ),
    (
        "killed",
        g.SUM,
        """
        nombre de morts | nombre de victimes | nombre de tues | bilan | bilan des morts | morts :
        tues : | nombre de deces
    """,
    ),
    ("wounded", g.NOUN | g.STATE | g.GOVERNS, "blesses | blessees | blesse | blessee"),
    ("wounded", g.GOVERNS, "blessant | blessent | blesser | blesserent"),
    (
        "wounded",
        g.STATE,
        """
        hospitalises | hospitalisees | brules | mutiles | hospitalise | touches | brulees
    """,
    ),
    ("wounded", g.SUM, "nombre de blesses | blesses :"),
    ("casualties", g.NOUN | g.OF, "pertes | perte"),
    ("casualties", g.NOUN, "victimes | victime"),
    (
        "captured",
        g.NOUN,
        """
        prisonniers | prisonnier | detenus | detenues | captifs | arrestations | interpellations
    """,
    ),
    (
        "captured",
        g.STATE | g.GOVERNS,
        """
        captures | capture | capturees | arretes | arrete | arretees | arretee | interpelles
        interpelle | interpellees | interpellee | apprehendes | apprehende | apprehendees | apprehendee
        faits prisonniers | fait prisonniers
        emprisonnes | emprisonnees | places en garde a vue | placees en garde a vue | place en garde a vue
        placee en garde a vue | detenus | incarceres | incarcerees | incarcere | incarceree | ecroues
        ecrouees | ecroue | ecrouee | mis aux arrets
        places en detention | placees en detention | detenues | detenue | jetes en prison
    """,
    ),
    (
        "captured",
        g.GOVERNS,
        """
        capturant | arretant | interpellant | capturent | arretent | capturer | arreter | interpeller
        apprehendant
    """,
    ),
    (
        "captured",
        g.OF,
        """
        arrestation de | arrestation d' | capture de | capture d' | interpellation de
        interpellation d'
    """,
    ),
    (
        "missing",
        g.NOUN | g.STATE,
        """
        disparus | disparues | disparu | disparue | portes disparus | portees disparues
        portes manquants | manquants | manquantes | porte disparu | portee disparue | introuvables
        manquent a l' appel
    """,
    ),
    ("missing", g.OF, "disparition de | disparition d'"),
    (
        "displaced",
        g.NOUN | g.STATE,
        """
        deplaces | deplacees | refugies | refugiees | evacues | evacuees | sinistres
        deplaces internes
    """,
    ),
    (
        "displaced",
        g.DOES,
        """
        fui | fuient | fuyant | contraints de fuir | fui leurs | sans abri | ont fui | fuir
    """,
    ),
    ("displaced", g.GOVERNS, "deplacant | evacuant"),
    ("displaced", g.OF, "deplacement de | deplacement d' | exode de | fuite de | evacuation de"),
    ("abducted", g.NOUN, "otages | otage | enlevements | kidnappings | rapts"),
    (
        "abducted",
        g.STATE | g.GOVERNS,
        """
        enleves | enleve | enlevees | enlevee | kidnappes | kidnappe | kidnappees | pris en otage
        pris en otages | prises en otage | sequestres | ravis | pris otages | retenus en otage
        retenus en otages
    """,
    ),
    ("abducted", g.GOVERNS, "enlevant | kidnappant | enlevent | kidnappent | enlever | kidnapper"),
    (
        "abducted",
        g.OF,
        """
        enlevement de | enlevement d' | rapt de | kidnapping de | prise d' otage de | enlevements de
    """,
    ),
    (
        "killed or captured",
        g.STATE | g.GOVERNS,
        """
        neutralises | neutralise | neutralisees | mis hors de combat | hors de combat
        mis hors d' etat de nuire
    """,
    ),
    ("killed or captured", g.GOVERNS, "neutralisant | neutraliser"),
    (
        "killed",
        g.STATE,
        """
        mortellement blesses | mortellement touches | blesses mortellement | tues par balles
    """,
    ),
)
