"""Names as they occur: several scripts, both directions, accents in both normal forms, lengths.

The organisations and places are real and public, or made up; none is a private person.
"""

from __future__ import annotations

from typing import Final

PARTIES: Final = (
    "Malian armed forces",
    "JNIM",
    "Wagner",
    "FLA",
    "Forces armées maliennes",
    "جماعة نصرة الإسلام والمسلمين",  # JNIM, right to left
    "ⴰⵣⴰⵡⴰⴷ",  # Azawad in Tifinagh, the script of Tuareg
    "الجيش المالي (FAMa)",  # both directions in one name
    "Ŋgi Ɗan-Ɓoro",  # letters of Hausa and Fulfulde
    "Военная группа «Вагнер»",
    "Tatmadaw တပ်မတော်",
    "A|B, \"C\" & <D>; 'E'",  # what tables, sheets and pages must escape
    "=SUM(A1:A9)",  # what a spreadsheet would run
    "Cadre stratégique pour la défense du peuple de l'Azawad " * 4,
)

SOURCES: Final = (
    "AFP",
    "Reuters",
    "RFI",
    "Local reports",
    "Malian general staff",
    "Az-Zallaqa",
    "A security source",
    "Witnesses",
    "Two diplomats",
    "الزلاقة",
    "ⵜⴰⵎⴰⵛⴻⵇ Radio",
    "قناة الجزيرة Al Jazeera",
    "Studio Tamani",
    "Agence de presse «Sahélien»",
    "Fale\u0301a FM",  # an accent apart from its letter (normal form D)
    "Hôpital du Point\u00a0G",  # a blank that does not break
    "Nguồn tin an ninh",
    "Źródło wojskowe",
    "\u200fوكالة الأنباء\u200f",  # marks of direction around a name
    "The spokesperson of the regional coordination of customary and traditional authorities, " * 3,
)

PLACES: Final = (
    "Faladié, Bamako",
    "Dioura",
    "Tinzaouaten",
    "تين زواتين",
    "ⵜⵉⵏⵣⴰⵡⴰⵜⴻⵏ",
    "Ménaka",
    "Me\u0301naka",
    "N'Djaména",
    "Đà Nẵng",
    "Київ",
    "Sénou (aéroport), Bamako",
)

EVENTS: Final = (
    "Attack",
    "Attack on Bamako",
    "Attaque de Dioura",
    "هجوم باماكو",
    "ⴰⵏⵎⴰⵏⴳⵉ",
    "Air strike · market",  # the sign that keys are joined by
)

POPULATIONS: Final = ("gendarmerie cadets", "civilians", "élèves gendarmes", "مدنيون", "women and children")

PARTS: Final = ("airport", "gendarmerie school", "route de Sénou")

PROPOSITIONS: Final = (
    "An aircraft was set on fire",
    "The market was struck",
    "L'attaque a été repoussée",
    "أُسقطت طائرة مسيّرة",
    "ⵉⵍⵍⴰ ⵓⴽⴷⵓ",
)

DEEDS: Final = ("Responsibility for the event", "The shelling of the market", "قصف السوق")

ANALYSTS: Final = ("A. Analyst", "B. Analyst", "Équipe Sahel", "محلّل")

REASONS: Final = ("as seen", "same owner", "géolocalisé", "بحسب المصدر")

HEDGES: Final = ("reportedly", "believed", "selon nos informations")
