"""Arabic: numerals in both scripts, number words below one hundred and round ones, the commonest hedges.

Only what the tables hold is read. Duals ("جنديان") and vocalised text are refused, not guessed.
"""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as g
from claimtrack.wording.language import Language
from claimtrack.wording.tokens import fold

_SMALL = {
    "واحد": 1, "واحدة": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2,
    "اثنتين": 2, "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4,
    "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7,
    "سبع": 7, "ثمانية": 8, "ثماني": 8, "ثمان": 8, "تسعة": 9, "تسع": 9,
    "عشرة": 10, "عشر": 10, "أحد": 11, "إحدى": 11, "اثنا": 12, "اثني": 12, "اثنتا": 12, "اثنتي": 12,
    "عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30,
    "أربعون": 40, "أربعين": 40, "خمسون": 50, "خمسين": 50,
    "ستون": 60, "ستين": 60, "سبعون": 70, "سبعين": 70, "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
}  # fmt: skip
_FOLDED = {fold(word): n for word, n in _SMALL.items()}
_TEEN = {fold("عشر"), fold("عشرة")}
_AND = "و"

_HUNDREDS = {"مئة": 100, "مائة": 100, "مئتان": 200, "مئتين": 200, "مائتان": 200, "مائتين": 200} | {
    f"{stem}{hundred}": 100 * n
    for n, stem in enumerate(["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"], 3)
    for hundred in ("مئة", "مائة")
}


def _below_hundred(words: list[str], start: int) -> tuple[int, int] | None:
    """Read "خمسة وعشرون" (five and twenty) and "أحد عشر" (eleven)."""
    value = _FOLDED.get(words[start])
    if value is None and words[start].startswith(_AND):
        value = _FOLDED.get(words[start][1:])
    if value is None:
        return None
    end = start + 1
    following = words[end] if end < len(words) else ""
    if value in {11, 12} and words[start] not in _TWO:
        return (value, end + 1) if following in _TEEN else None
    if 3 <= value <= 9 and following in _TEEN:
        return value + 10, end + 1
    if value < 10 and following.startswith(_AND):
        tens = _FOLDED.get(following[1:], 0)
        if tens >= 20:
            return value + tens, end + 1
    return value, end


_TWO = {fold("اثنان"), fold("اثنين")}

_BEFORE = {
    "at_least": "ما لا يقل عن | على الأقل | لا يقل عن",
    "more_than": "أكثر من | ما يزيد عن | ما يزيد على | يزيد عن | فوق",
    "at_most": "ما يصل إلى | حتى | لا يزيد عن | على الأكثر",
    "fewer": "أقل من",
    "about": "نحو | حوالي | حوالى | زهاء | ما يقارب | تقريبا",
    "nearly": "قرابة | ما يقرب من",
    "refused": "ليس",
}

_AFTER = {
    "at_least": "على الأقل | أو أكثر | +",
    "about": "تقريبا",
    "part": "% | بالمئة | في المئة | بالمائة",
}

_TAILS = {
    "at_least": "على الأقل | حتى الآن | حصيلة أولية",
}

_VAGUE = {
    "several": "عدة | عدد من",
    "few": "بضعة",
    "tens": "عشرات | العشرات من | العشرات",
    "hundreds": "مئات | المئات من | المئات | مائات",
    "thousands": "آلاف | الآلاف من | الآلاف",
    "tens of thousands": "عشرات الآلاف | عشرات الآلاف من",
    "hundreds of thousands": "مئات الآلاف | مئات الآلاف من",
    "none": "دون وقوع | دون | بدون | لا | أي",
}

_OUTCOMES = (
    (
        "killed",
        g.NOUN,
        """
        قتيل | قتيلا | قتلى | القتلى | قتيلة | شهيد | شهيدا | شهداء | جثة | جثث | وفاة | وفيات
    """,
    ),
    (
        "killed",
        g.GOVERNS,
        """
        قتل | قتلت | قتلوا | مقتل | بمقتل | لمقتل | استشهاد | مصرع | لقي | وفاة | استشهد | اغتيال
    """,
    ),
    ("killed", g.SUM, "حصيلة القتلى | عدد القتلى | عدد الضحايا"),
    ("wounded", g.NOUN, "جريح | جريحا | جرحى | الجرحى | مصاب | مصابا | مصابين | إصابات"),
    ("wounded", g.GOVERNS, "أصيب | إصابة | بإصابة | جرح | أصابت | جرحت"),
    ("wounded", g.SUM, "عدد الجرحى | عدد المصابين"),
    ("casualties", g.NOUN, "ضحية | ضحايا | خسائر | القتلى والجرحى | قتلى وجرحى | قتيل وجريح"),
    ("captured", g.NOUN, "أسير | أسيرا | أسرى | معتقلا | معتقلين"),
    ("captured", g.GOVERNS, "اعتقال | اعتقلت | أسر | توقيف"),
    ("missing", g.NOUN, "مفقود | مفقودا | مفقودين"),
    ("missing", g.GOVERNS, "فقدان"),
    ("displaced", g.NOUN, "نازح | نازحا | نازحين | لاجئ | لاجئا | لاجئين"),
    ("displaced", g.GOVERNS, "نزوح | تهجير"),
    ("abducted", g.NOUN, "رهينة | رهائن | مختطفا | مختطفين"),
    ("abducted", g.GOVERNS, "اختطاف | خطف | اختطفت"),
)

_PEOPLE = """
شخص شخصا أشخاص جندي جنديا جنود مدني مدنيا مدنيين مدنيون مسلح مسلحا مسلحين مسلحون عنصر عنصرا عناصر
مقاتل مقاتلا مقاتلين مقاتلون طفل طفلا أطفال امرأة نساء رجل رجلا رجال إرهابي إرهابيا إرهابيين إرهابيون
عسكري عسكريا عسكريين شرطي شرطيا ضابط ضابطا ضباط مواطن مواطنا مواطنين فلسطيني فلسطينيا فلسطينيين متظاهر
متظاهرا متظاهرين صحفي صحفيا صحفيين آخرين آخرون عامل عاملا عمال طالب طالبا طلاب
"""

_THINGS = """
قرية قرى سيارة سيارات آلية آليات دبابة دبابات طائرة طائرات منزلا منازل صاروخا صواريخ هجوم هجمات مركبة
مركبات مرة مرات
"""

_UNITS_OF = """
كيلومترا كيلومتر كم متر مترا يوما أيام يوم ساعة ساعات سنة سنوات عاما عام أعوام شهرا أشهر شهر دولار
دولارا يورو بالمئة % $ دقيقة
"""

_ENDS = """
في من على إلى عن مع بعد قبل خلال منذ حتى أن الذي التي الذين بينهم كما بين و أو
"""

_BETWEEN = """
من ما لا يقل عن على الأقل أكثر نحو حوالي
"""

LANGUAGE: Final = Language(
    code="ar",
    small=_SMALL,
    hundreds=_HUNDREDS,
    scales={"ألف": 1000, "ألفا": 1000, "آلاف": 1000, "مليون": 10**6, "ملايين": 10**6},
    bare_scales=frozenset({"مئة", "مائة", "ألف"}),
    collectives={},
    plurals={},
    articles="",
    glue="و",
    links="إلى -",
    either="أو",
    both_ends={"بين": "و", "ما بين": "و"},
    vague=_VAGUE,
    multiples={},
    before=_BEFORE,
    after=_AFTER,
    tails=_TAILS,
    parts="بينهم | من بينهم | بينها | منهم | من ضمنهم",
    outcomes=_OUTCOMES,
    head_first=True,
    prefixes="و ف ب ل",
    below_hundred=_below_hundred,
    flags={
        g.PERSON: _PEOPLE,
        g.THING: _THINGS,
        g.UNIT: _UNITS_OF,
        g.ENDS: _ENDS,
        g.PASS: _BETWEEN,
        g.JOIN: "و أو",
        g.PREP: "في من على إلى عن مع ب ل",
        g.MONTH: """
            يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
        """,
        g.DENY: "نفى نفت ينفي",
        g.NOT: "ليس لم لا",
        g.REPORT: "أنباء تقارير ترد معلومات",
        g.LOSS: "خسائر",
        g.ADJ: "فادحة كبيرة",
        g.UNKNOWN: "مجهول معروف",
    },
)
