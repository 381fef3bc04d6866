"""Which number of a sentence tells what came in, what was there before, what was done and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from govmetrics.patterns import compile_
from govmetrics.relations.figures import Number, Row

if TYPE_CHECKING:
    import regex

    from govmetrics.view import View

EXITS = compile_("除[^,]{1,14}外|并案|移交|自动失效|转为|合并|相抵|若干|等情形|告知后|不符合|停缓建|调整后")
"""What left otherwise than by being done, without a number."""
Roles: TypeAlias = "tuple[tuple[str, regex.Pattern[str]], ...]"
_ROLES: Roles = (
    (
        "old",
        compile_(
            "旧存|20\\d\\d年(?:度)?结转的?$|上一年度?[^,。;]{0,4}(?:转来|结转|转入|未结|遗留)|上年[^,。;]{0,3}转来|上年(?:度)?[^,。;]{0,3}(?:结转|未结|转入|积存|结存)|结转上年|[年期]初(?:结转|未结|结存|在办|存案|遗留)|上期(?:结转|结存)|上年度?遗留"
        ),
    ),
    (
        "left",
        compile_(
            "未结|未审结|未执结|尚未办结|正在办理|(?:结转|转入|转至|结转至|结转到|转)(?:下[年期]|下一年|20\\d\\d年)|[年期]末(?:结存|未结|在办|存案)|尚在办理|转下年"
        ),
    ),
    ("new", compile_("新启动|新收|新制发|新交办|新排查|新受理|新发|本年收到|收到|本年受理|受理|新增|新立|立案$")),
    ("done", compile_("办结|审结|结案|化解|销号|执结|调结|裁结|处结|已办理|办理|答复|作出处理")),
)
_ANSWERED = compile_("(?:已|共|全部)[^,]{0,6}(?:回复|答复|办复|反馈)$")
_TAKEN_UP = compile_("(?:[,;、]|其中)(?:受理|立案)$")
_STILL = compile_("(?:仍|尚|还|另)有$")
_WAITS = compile_("[^,。;]{0,4}(?:待|尚未|未|正在|仍在)")
STOCK: Roles = (
    ("old", compile_("[年期]初(?:在册|实有|存栏|登记|在管|在矫|在住|在研|在建|在执|在审|在办项目|共有|有|现行有效|有效|台账)|[年期]初$")),
    (
        "left",
        compile_(
            "[年期]末(?:在册|实有|存栏|登记|在管|在矫|在住|在研|在建|在执|在审|在办项目|共有|尚有|有|现行有效|有效|台账|尚余|持证)|[年期]末$|截至(?:年底|(?:20\\d\\d年)?12月31日)现行有效"
        ),
    ),
    (
        "new",
        compile_(
            "新导入|增补|新办|补录|新制定|新制发|新印发|新出台|新发|换发|新增|新接收|新登记|新纳入|新入|新立|新开工|新批|新签|转入|迁入|购置|新购|增购|调入|划入"
        ),
    ),
    (
        "done",
        compile_(
            "核减|减少|注销|解除|迁出|退出|转出|核销|期满|通过验收|验收|结题|竣工|完工|建成|报废|报损|处置|调出|划出|收监|死亡|撤销|终止|变更|废止|失效|销号|化解|出账"
        ),
    ),
)


def found_roles(view: View, row: Row, roles: Roles = _ROLES) -> dict[str, Number]:
    """The numbers of a sentence by their roles, of several that were received the last, which was taken up; none that is what two make."""
    told = [(role, number) for number in row if (role := role_of(view, number, roles))]
    old = next((number for role, number in told if role == "old"), None)
    totals = {number.low + old.low for role, number in told if role == "new"} if old is not None else set()
    found: dict[str, Number] = {}
    for role, number in told:
        is_total = number.low in totals and role != "old"
        if not is_total and (role not in found or (role == "new" and _TAKEN_UP.search(number.before))):
            found[role] = number
    return found


def role_of(view: View, number: Number, roles: Roles) -> str:
    """The role of a number by the words of its clause; empty where they tell none."""
    if number.kind != "count" or number.change or not number.exact:
        return ""
    words = number.before[max(number.before.rfind(char) for char in ",;。") + 1 :]
    if roles is _ROLES and _ANSWERED.search(words):
        return "done"
    if roles is _ROLES and _STILL.search(words) and _WAITS.match(view.text, number.end):
        return "left"
    return next((role for role, pattern in roles if pattern.search(words)), "")
