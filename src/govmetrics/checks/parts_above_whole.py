"""其中 a、b: parts that are more than the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem
from govmetrics.relations.sums.summed import report, summed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "sum"
SEVERITY: Final = "error"
WHAT: Final = Phrase("分项超过总数", "parts that are more than the whole")
WHY: Final = Phrase(
    "分项（一个或合起来）不能多于总数；计量单位不同的不作比较。",
    "A part, or all parts together, cannot exceed the whole. Numbers in different units are not compared.",
)
BAD: Final = (
    ("全年完成的86个项目中，政策跟踪审计12个、财政审计19个、经济责任审计27个、政府投资审计18个、民生与资源环境审计12个。", "86个"),
    ("审结的738件案件中，维持402件、驳回复议请求96件、撤销或确认违法43件、责令履行21件，以终止方式结案185件。", "738件"),
    ("备案规范性文件46件，其中区政府文件12件、部门文件36件。", "46件"),
    ("培训执法人员180人次，其中乡镇执法人员210人次。", "180人次"),
    ("受理申诉40件，其中涉企12件（含个体户15件）。", "12件"),
    ("审结110件，其中维持65件、驳回14件、撤销10件、终止25件。", "110件"),
    ("合计罚款158万元。其中，总公司38万元，分支机构920万元。", "920万元"),
    ("全县23个乡镇中，已有25个组建执法队。", "23个"),
    ("全年共审结141件，年末仍在审理12件。已审结案件中，维持58件、驳回31件、确认违法9件、撤销12件、责令履行4件、终止28件。", "141件"),
    ("全市46家二级以上医院中，已有52家接入共享平台。", "46家"),
    ("全乡27个村民小组中，已完成改厕的29个，其余年内完成。", "27个"),
    ("全县共有医师3580人（中医类别4012人）。", "3580人"),
    ("审结行政复议案件45件，维持38件，撤销6件，驳回5件。", "45件"),
    ("新收行政案件613件，其中资源类187件（土地征收104件、规划许可88件），公安类142件。", "187件"),
)
GOOD: Final = (
    "备案规范性文件46件，其中区政府文件12件、部门文件26件。",
    "受理行政复议案件45件，维持28件，撤销6件，驳回5件，终止8件。",
    "审结行政复议案件45件，维持28件，撤销6件，驳回5件。",
    "培训执法人员180人，其中线上学习210人次。",
    "受理申诉40件，其中涉企12件（含个体户5件）。",
    "固定电话用户60万户，其中城市用户48万户；移动电话用户350万户。",
    "全乡27个村民小组中，已完成改厕的21个，其余年内完成。",
    "日均受理120件，其中周一受理210件。",
)


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each whole that its parts exceed."""
    for one in view.once(summed):
        if one.kind == "excess":
            whole = one.one.total.text
            sum_ = one.one.total.rewritten(one.total)
            message = Phrase(f"分项（{sum_}）超过总数{whole}", f"the parts come to {sum_}, more than the whole of {whole}")
            yield report(one, message)
