"""已有171个村续签 of 186个, 续签率为99.1%: two digits of a number changed places, as the numbers around it show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.relations.swaps.swaps import swaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
YIELDING: Final = True
WHAT: Final = Phrase("数字中有两位写反", "two digits of a number changed places")
WHY: Final = Phrase(
    "百分比、百分点、合计、余数按同段相邻各数都算不出，而把其中两位对调后恰好与同一事项的数相符，多为录入时写反。",
    "Nothing around gives the number as it is, but with two digits exchanged the numbers of the same matter give it to the last place.",
)
BAD: Final = (
    ("石花乡辖23个村（社区），基层基础扎实。\n已有19个村（社区）建成法治文化广场，占全乡村（社区）总数的86.2%。", "86.2%"),
    ("发现违法线索147起，其中立案查处51起。从案由看，违法占地38件；立案数比上年的68件下降20.5%。", "20.5%"),
    ("全年组织监督检查47次，成效明显。\n一、加强监督。开展监督检查74次，其中专项监督29次、日常巡查18次，下达意见书13份。", "74次"),
    ("负责人出庭应诉率达到94.5%，其中正职出庭96件，副职出庭151件。上述比率以应出庭的259件为基数，未出庭的12件均已说明。", "94.5%"),
    ("全县现辖186个村（社区），年初部署续签。截至12月底，已有171个村（社区）续签顾问合同，配备律师63名。顾问合同续签率为99.1%。", "99.1%"),
    ("全年作出行政处罚4216件，其中罚款2874件、警告906件。罚款类案件占行政处罚总数的86.2%，免罚612件。", "86.2%"),
    ("主动评价率达到74.8%。全年办件86.3万件。上年主动评价率只有69.2%，因此提升6.5个百分点。", "6.5个百分点"),
    ("全区排查矛盾纠纷4309件，其中村级化解2967件，镇街化解984件，区级化解286件，未办的27件已落实责任。", "27件"),
    ("受理来信816件、来访1243件、网上投诉3905件、来电572件。四类渠道合计6356件，按期办结率99.4%。", "6356件"),
    ("新收案件30618件，是上年32230件的90.5%，诉源治理效果继续显现。", "90.5%"),
)
GOOD: Final = (
    "开展监督检查74次，其中专项监督29次、日常巡查18次，下达意见书13份。",
    "全县现辖186个村（社区），年初部署续签。截至12月底，已有171个村（社区）续签顾问合同，配备律师63名。顾问合同续签率为91.9%。",
    "全年作出行政处罚4216件，其中罚款2874件、警告906件。罚款类案件占行政处罚总数的68.2%，免罚612件。",
    "主动评价率达到74.8%。全年办件86.3万件。上年主动评价率只有69.2%，因此提升5.6个百分点。",
    "全区排查矛盾纠纷4309件，其中村级化解2967件，镇街化解984件，区级化解286件，未办的72件已落实责任。",
    "受理来信816件、来访1243件、网上投诉3905件、来电572件。四类渠道合计6536件，按期办结率99.4%。",
    "新收案件30618件，是上年32230件的95.0%，诉源治理效果继续显现。",
)


def check(view: View) -> Iterator[Problem]:
    """A problem for each number that the numbers of its paragraph give with two digits exchanged."""
    for number, way in swaps(view):
        yield Problem(
            span=number.span,
            message=Phrase(
                f"按相邻各数应为{way.right}，{number.text}似有两位写反",
                f"the numbers around give {way.right}; two digits of {number.text} seem to have changed places",
            ),
            related=tuple(Related(one.span, Phrase("推算所用的数", "a number that gives it")) for one in way.numbers),
            expected=way.right,
            found=number.text,
            arithmetic=f"{way.arithmetic}≠{number.face}",
        )
