"""English: the tables."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import english_nouns as nouns
from claimtrack.wording import grammar as g
from claimtrack.wording.english_outcomes import OUTCOMES
from claimtrack.wording.language import Language
from claimtrack.wording.tokens import word_list

_UNITS = word_list(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}

_BEFORE = {
    "exact": """
        exactly | a total of | totalling | totaling | in total
        altogether | only | just | a mere | mere | a full
        precisely | the | all | as a total
    """,
    "at_least": """
        at least | atleast | no fewer than | not fewer than | no less than | not less than | a minimum of
        minimum of | minimum | upwards of | upward of | at the very least | at the least | at minimum
        ≥ | > = | no lower than | not fewer | at a minimum | as few as
    """,
    "more_than": """
        more than | over | in excess of | above | well over | well above | far more than | far over
        many more than | just over | just above | slightly more than | slightly over | a little over
        a little more than | exceeding | exceeds | exceeded | topped | tops | topping | surpassed
        surpasses | surpassing | greater than | much more than | way more than | passed
        significantly more than | substantially more than | > | higher than | well in excess of
        larger than | beyond | well more than | crosses | crossed | passes | passing
    """,
    "at_most": """
        up to | as many as | as high as | at most | no more than | not more than | a maximum of
        maximum of
        maximum | max | at the most | ≤ | < = | up to as many as | upto | as much as | no greater than
    """,
    "fewer": """
        fewer than | less than | under | below | just under | well under | slightly less than
        slightly fewer than | <
    """,
    "about": """
        about | around | some | approximately | roughly | an estimated | estimated | estimated at | ~
        ≈ | c . | ca . | circa | approx . | approx | in the region of | in the vicinity of
        in the order of | on the order of | somewhere around | more or less | an approximate
        in the neighborhood of | in the neighbourhood of | about some | perhaps | reportedly some
        estimates of | an estimate of | ± | give or take
    """,
    "nearly": """
        nearly | almost | close to | nearing | nears | approaching | just short of | not quite | very nearly
        closer to | verging on
    """,
    "unclear": """
        very | precious | low | high | mid | the low | the high | the mid
        in the low | in the high | how | all but | a good | good
    """,
    "increment": """
        another | the other
        a further | further | an additional | additional | an extra | extra | yet another
    """,
    "refused": "not all | not | barely | hardly | scarcely | an average of | average of",
}

_AFTER = {
    "at_least": """
        or more | + | plus | - plus | and more | and counting | or higher | and above | and over
        and up | at least | at the very least | or over | upwards | minimum | or above
    """,
    "at_most": "or fewer | or less | at most | at the most | maximum | or under",
    "about": """
        or so | or thereabouts | approximately | roughly | more or less | , more or less
        give or take | , give or take
    """,
    "odd": "- odd | odd",
    "exact": """
        - strong | strong | of the same family | of one family | from the same family | from one family
    """,
    "increment": "more | other",
    "part": "% | percent | per cent | pct | percentage | out of | in every | / | to one",
}

_TAILS = {
    "at_least": """
        provisional toll | preliminary toll | provisional death toll | preliminary death toll | so far
        thus far | to date | until now | up to now | as of now | provisional | provisionally
        preliminary | at least | or more | and counting | possibly more | perhaps more | maybe more
        probably more | likely more | and possibly more | and probably more | if not more
        and perhaps more | and maybe more | at the very least | at the least | the toll could rise
        the toll may rise | expected to rise | likely to rise | may rise | could rise | could climb
        might rise | number could rise | and rising
        and climbing | expected to grow | expected to climb
    """,
    "at_most": "at most | at the most",
}

_VAGUE = {
    "several": "several | a number of",
    "few": """
        a few | few | quite a few | a good few | a handful of | a handful | handful of | handful
    """,
    "couple": "a couple of | a couple | couple of | couple",
    "dozens": "dozens | dozens of | dozens and dozens of | many dozens of | many dozens",
    "tens": "tens of | tens",
    "scores": "scores | scores of",
    "hundreds": """
        hundreds | hundreds of | hundreds and hundreds of | many hundreds | many hundreds of
        several hundreds | several hundreds of
    """,
    "thousands": """
        thousands | thousands of | thousands upon thousands of | thousands and thousands of | many thousands
        many thousands of | several thousands of | several thousands
    """,
    "tens of thousands": """
        several tens of thousands | several tens of thousands of | tens of thousands
        tens of thousands of
        dozens of thousands of
    """,
    "hundreds of thousands": """
        several hundreds of thousands of | several hundreds of thousands | hundreds of thousands
        hundreds of thousands of
    """,
    "millions": "millions | millions of",
    "tens of millions": "tens of millions | tens of millions of",
    "hundreds of millions": "hundreds of millions | hundreds of millions of",
    "double digits": "double digits | double - digit",
    "plural": """
        many | a great many | a good many | so many | very many | numerous | countless | a lot of
        lots of | a large number of | a very large number of | large numbers of | a great number of
        great numbers of | multiple | various | a significant number of | significant numbers of
        a high number of
        high numbers of | a substantial number of | untold numbers of | masses of
        a considerable number of | large number of | great number of
    """,
    "unknown number": """
        an unknown number of | an unspecified number of | an undetermined number of
        a still undetermined number of | a still unknown number of
        an as yet unknown number of | an as yet undetermined number of
        an undisclosed number of | an unconfirmed number of | unknown numbers of | unknown number of
        unspecified number of | undisclosed number of | an unknown number | an unspecified number
        an undisclosed number | an indeterminate number of | a certain number of
    """,
    "none": """
        no | zero | no one | nobody | none | without | without any | not a single | not one | no - one
        without causing any | without inflicting any | without claiming any
        nil | without a single | nor were there any | nor any | nor was there any
        not any | weren't any | wasn't any | aren't any | not cause any | not causing any | not suffer any
        not claim any | not result in any | not leave any | didn't cause any | not cause
    """,
    "both": "both | a pair of | pair of",
    "same": "same number of | equal number of | similar number of",
}

_MULTIPLES = {
    "several": "several | a few | few | many",
    "couple": "a couple of | a couple | couple",
}

_ENDS = """
of in on at by from to for with without during after before since until near inside outside between
among amongst against through throughout over under into onto about around along across behind beyond
toward towards upon within via per who which that whom whose when where while as because if though
although whereas than then and or but nor yet so is are was were be been being has have had having do
isn' aren' wasn' weren' hasn' haven' hadn'
does did will would can could may might must shall should said says say saying told tells according
reported reportedly reports believed feared thought presumed confirmed known found left leaving
claimed claims claiming went began died remained he she it they we i you his her its their our my your him
them himself themselves this these those the a an each every any all both either neither another
not no never also still later earlier already again now today yesterday tomorrow tonight meanwhile
monday tuesday wednesday thursday friday saturday sunday including alone early late there here nearby
aboard overnight abroad amid amidst despite following due atop beneath beside besides unlike
face facing need needs regarding concerning out off onwards onward whereby thereby hence thus once upon
till except
"""

_BETWEEN = """
the of a an some about at around least most more than up to in all also as many another other further
its their his her our reportedly allegedly apparently possibly perhaps probably off only just both and
or those these nearly almost altogether total over fewer no any additional approximately roughly
estimated is
"""

LANGUAGE: Final = Language(
    code="en",
    small=_SMALL,
    hundreds={"hundred": 100},
    scales={"thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9},
    collectives={"dozen": 12, "score": 20},
    plurals={"dozens": 12, "scores": 20},
    articles="a an one another",
    round_articles="a an",
    glue="and",
    links="to - through",
    either="or",
    both_ends={"between": "and", "from": "to", "anywhere from": "to", "anywhere between": "and"},
    vague=_VAGUE,
    multiples=_MULTIPLES,
    before=_BEFORE,
    after=_AFTER,
    tails=_TAILS,
    parts="""
        namely | including | among them | of whom | of which | of them | among whom | among which | comprising
        among them were | among whom were
        most of them | incl | incl . | include | included | includes | amongst them | of those
        of these
    """,
    outcomes=OUTCOMES,
    flags={
        g.NUMBER: "half",
        g.PERSON: nouns.PEOPLE,
        g.SINGLE: nouns.PERSON,
        g.THING: nouns.THINGS,
        g.UNIT: nouns.UNITS_OF,
        g.ENDS: _ENDS,
        g.AUX: """
            is are was were be been being remain remained get got reported believed feared presumed
            found confirmed declared left isn' aren' wasn' weren'
        """,
        g.HAVE: "has have had having hasn' haven' hadn'",
        g.PASS: _BETWEEN,
        g.JOIN: "and or & plus",
        g.PREP: """
            of off in on at by from to for with during near inside among amongst against between within
        """,
        g.STOP: "but while whereas although though because",
        g.MONTH: """
            january february march april may june july august september october november december jan
            feb mar apr jun jul aug sep sept oct nov dec
        """,
        g.DENY: "denied denies deny denying rejected rejects dismissed refuted disputed",
        g.NOT: "not n't never neither nor",
        g.REPORT: """
            report reports reported word information immediate claimed claims claim confirmed
            confirmation figures figure toll count estimate estimates data statistics breakdown known
            news indication indications details mention immediately evidence sign
            signs
        """,
        g.DET: "the a an his her their its this these those our my",
        g.ADJ: """
            very heavy significant serious major severe massive huge enormous considerable great
            substantial terrible grave large important some many numerous countless further more human
            material civilian military heaviest big unspecified sustained high light minor small
            slight mass extensive multiple bloody of the unprecedented any equipment staggering
            crushing disastrous catastrophic untold such
        """,
        g.LOSS: "losses casualties loss",
        g.UNKNOWN: """
            unknown unclear undetermined undisclosed unconfirmed unspecified uncertain
        """,
        g.FATE: """
            operated rescued freed released survived escaped trapped shot stabbed raped tortured beaten
            treated
            suffering questioned charged convicted sentenced condemned deported defected deserted infected
            suffocated trampled stranded starved repatriated airlifted quarantined vaccinated
            taken transported ransomed reunited buried asleep sleeping trapping
        """,
        g.ACTS: """
            tried challenged admitted pleaded refused testified argued resigned protested marched gathered
            prayed mourned slept jumped voted wept spoke climbed walked awaited waited lived worked studied
            joined deserted volunteered complained apologised apologized vowed hoped wanted managed
            appeared attended suffocated shouted swam chanted queued camped cheered knelt ran hid returned
            recovered tested became suffered contracted survived
        """,
        g.BEFORE: """
            resolution article no number group flight route highway brigade battalion division unit
            sector
            chapter page no. nr channel room operation version camp zone base grade section paragraph
            act decree law regiment company level season episode phase stage ward mile
        """,
    },
)
