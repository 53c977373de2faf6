"""English: what happens to people, and how each word stands to those it counts."""

from __future__ import annotations

from typing import Final

from claimtrack.wording import grammar as g

OUTCOMES: Final = (
    ("killed", g.NOUN | g.STATE, "dead | dead bodies | lifeless | deceased"),
    (
        "killed",
        g.NOUN | g.OF,
        """
        martyrs | martyr | deaths | death | murders | assassinations | executions | slayings
        fatalities | fatality | bodies | body | corpses | corpse | killings | lives
        remains of | funerals of | funeral of | deaths among
    """,
    ),
    (
        "killed",
        g.STATE | g.GOVERNS,
        """
        killed | slain | murdered | executed | assassinated | massacred | slaughtered | beheaded
        gunned down | mowed down | mown down | shot dead | shot and killed | lynched | hanged
        electrocuted | burned to death
        hacked to death | stabbed to death | beaten to death | burnt to death | drowned
        poisoned to death | blown up | decapitated | shot to death | put to death | slayed | butchered
        crushed to death | killed instantly | killing dead | martyred | eliminated | liquidated
    """,
    ),
    (
        "killed",
        g.GOVERNS,
        """
        kill | kills | slay | slays | murder | murders | execute | executes | assassinate | massacre
        slaughter | behead | massacres | slew | gun down | guns down | shoots dead | beheads | lost
        losing | loses
    """,
    ),
    (
        "killed",
        g.GOVERNS | g.OF,
        """
        killing | slaying | murdering | executing | assassinating | massacring | slaughtering
        beheading | gunning down | shooting dead
    """,
    ),
    (
        "killed",
        g.OF,
        """
        shahadat of | martyrdom of | murder of | execution of | assassination of | massacre of
        slaughter of | loss of
        slayings of | the lives of | murders of | executions of | assassinations of | life of
    """,
    ),
    (
        "killed",
        g.DOES,
        """
        died | die | dies | drown | drowns | perished | perish | were dead | are dead | is dead | was dead
        lost their lives | lost his life | lost her life | lost their life | losing their lives
        have died | succumbed | lose their lives | dying | meet their death | met their death
        met their deaths | lay dead | lost lives | bled to death | burned alive | starved to death
        froze to death | embraced martyrdom | embraced shahadat | were sent to hell | gave their lives
        laid down their lives
    """,
    ),
    (
        "killed",
        g.SUM,
        """
        death toll | toll | dead : | killed : | deaths : | fatalities : | body count | death count
        number of dead | number of fatalities | number of deaths | number of people killed
        number killed | toll of dead
    """,
    ),
    ("wounded", g.NOUN | g.STATE | g.GOVERNS, "wounded | injured"),
    ("wounded", g.NOUN | g.OF, "injuries | wounding of | injuring of | injury"),
    ("wounded", g.GOVERNS, "wound | wounds | wounding | injure | injures | injuring | hurting | maiming"),
    (
        "wounded",
        g.STATE | g.GOVERNS,
        "hurt | harmed | maimed | hospitalized | hospitalised | burned | burnt | mutilated",
    ),
    (
        "wounded",
        g.DOES,
        """
        suffered injuries | sustained injuries | suffered wounds | were treated | received injuries
        suffered burns | received wounds | taken to hospital | rushed to hospital
        suffered serious injuries | sustained gunshot wounds | suffered gunshot wounds
        sustained wounds
        sustained serious injuries | sustained minor injuries | suffered minor injuries
        suffered shrapnel wounds
        sustained various injuries | sustained various degrees of injury | sustained severe injuries
        suffered severe injuries | suffered light injuries | sustained light injuries
    """,
    ),
    ("wounded", g.SUM, "injured : | wounded : | number of wounded | number of injured | injury toll"),
    ("casualties", g.NOUN | g.OF, "casualties | losses"),
    ("casualties", g.NOUN, "casualty | victims | victim"),
    ("casualties", g.SUM, "casualty toll | casualties : | number of casualties | number of victims"),
    (
        "captured",
        g.NOUN,
        """
        prisoners | prisoner | detainees | captives | prisoners of war | pows | detainee | captive
        arrests
    """,
    ),
    (
        "captured",
        g.STATE | g.GOVERNS,
        """
        captured | arrested | detained | taken prisoner | taken prisoners | apprehended | rounded up
        imprisoned | jailed | held captive | in custody | nabbed | in detention | behind bars
    """,
    ),
    (
        "captured",
        g.GOVERNS,
        """
        capture | captures | arrest | arrests | arresting | capturing | detain | detaining | detains
        jailing | imprisoning
        nab | apprehending | took prisoner
    """,
    ),
    ("captured", g.OF, "capture of | arrest of | arrests of | detention of"),
    ("captured", g.DOES, "surrendered | surrender"),
    ("missing", g.NOUN | g.STATE, "missing | unaccounted for | disappeared"),
    ("missing", g.NOUN, "disappearances"),
    ("missing", g.OF, "disappearance of | disappearances of"),
    ("displaced", g.NOUN | g.STATE | g.GOVERNS, "displaced | evacuated | uprooted"),
    ("displaced", g.NOUN, "refugees | evacuees | refugee"),
    ("displaced", g.GOVERNS, "displacing | displace | displaces | evacuating | uprooting"),
    (
        "displaced",
        g.DOES,
        """
        fled | flee | fleeing | flee their homes | left homeless | made homeless | forced to flee
        forced from their homes | homeless
    """,
    ),
    ("displaced", g.OF, "displacement of | evacuation of"),
    ("abducted", g.NOUN, "hostages | hostage | abductees | kidnappings | abductions"),
    (
        "abducted",
        g.STATE | g.GOVERNS,
        """
        kidnapped | abducted | taken hostage | held hostage | seized hostage | snatched
    """,
    ),
    (
        "abducted",
        g.GOVERNS | g.OF,
        """
        kidnapping | abducting | kidnap | kidnaps | abduct | abducts | taking hostage
    """,
    ),
    ("abducted", g.OF, "abduction of | kidnappings of | abductions of"),
    ("killed or captured", g.STATE | g.GOVERNS, "neutralised | neutralized | out of action"),
    ("killed or captured", g.GOVERNS, "neutralising | neutralizing"),
    (
        "killed",
        g.STATE,
        """
        fatally wounded | fatally injured | mortally wounded | fatally shot | wounded fatally
    """,
    ),
    ("wounded", g.STATE, "shot and wounded | shot and injured"),
    ("killed", g.NOUN, "killed in action | lives lost | loss of life | human lives lost | kia"),
    ("wounded", g.NOUN, "wia | wounded in action"),
    ("missing", g.NOUN, "mia | missing in action"),
)
