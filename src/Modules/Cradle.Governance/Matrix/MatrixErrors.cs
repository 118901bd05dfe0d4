using Cradle.Governance.Units;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Tables;

namespace Cradle.Governance.Matrix;

/// <summary>Every finding about a matrix.</summary>
internal static class MatrixErrors
{
    private const int Quoted = 40;
    private const int Shown = 12;

    public static MatrixFinding Unreadable(TableError error) => Error("file-unreadable", 0, $"文件读不出来：{TableWords.Both(error).Zh}。", $"The file cannot be read: {TableWords.Both(error).En}.");

    public static MatrixFinding NoHeader() => Error("no-heading", 0,
        "找不到表头：需要“序号”“主要任务”“责任单位”“完成时限”几栏。", "No heading row: the columns 序号, 主要任务, 责任单位 and 完成时限 are needed.");

    public static MatrixFinding NoNumber(int line, string text) => Error("number-missing", line,
        $"序号“{Short(text)}”不是数字；请填上序号。", $"'{Short(text)}' is no number; fill in 序号.");

    public static MatrixFinding SameNumber(int line, int number, int other) => Error("number-twice", line,
        $"序号{number}在第{other}行已用过；请改其中一行。", $"Number {number} stands in line {other} already; change one of them.");

    public static MatrixFinding NoTask(int line) => Error("task-missing", line, "主要任务是空的；请填写，或删去这一行。", "No task is written; fill it in, or remove the row.");

    public static MatrixFinding NoUnits(int line) => Error("units-missing", line, "责任单位是空的；请填写。", "No responsible unit is written; fill it in.");

    public static MatrixFinding UnknownUnit(int line, string text, IReadOnlyList<UnitEntry> resembling)
    {
        var names = string.Join('、', resembling.Select(unit => unit.Name));
        return Error("unit-unknown", line,
            $"责任单位一栏：单位名录里没有“{Short(text)}”。" + (names.Length > 0 ? $"是不是{names}？" : "") + "请改名称，或先把它加进名录。",
            $"责任单位: '{Short(text)}' is not in the directory of units. " + (names.Length > 0 ? $"Is it {names}? " : "") + "Change the name, or add the unit to the directory first.");
    }

    public static MatrixFinding UnitsUnclear(int line, string text) => Error("units-unclear", line,
        $"责任单位一栏的“{Short(text)}”看不懂；请写成“甲、乙牵头，丙、丁配合”，“牵头”只写一次。", $"责任单位: '{Short(text)}' cannot be read; write 甲、乙牵头，丙、丁配合, with 牵头 once.");

    public static MatrixFinding Deadline(int line, string text) => Error("deadline-unreadable", line,
        $"完成时限“{Short(text)}”看不懂；请写成2025年11月30日、2025年11月底、持续推进或按照全省统一要求推进。",
        $"The deadline '{Short(text)}' cannot be read; write 2025-11-30, 2025年11月底, 持续推进 or 按照全省统一要求推进.");

    public static MatrixFinding FarDeadline(int line, Words far) => Error("deadline-far", line, $"完成时限：{far.Zh}", $"The deadline: {far.En}");

    public static MatrixFinding TooLong(int line, string code, string column, string text, int most) => Error(code, line,
        $"{column}“{text[..Shown]}…”有{text.Length}字，最多{most}字，请写短些。", $"{column} '{text[..Shown]}…' has {text.Length} characters, at most {most} are kept; shorten it.");

    public static MatrixFinding StandingInDeadline(int line, string text) => Note("standing-in-deadline", line,
        $"“{text}”是状态，却填在完成时限一栏；原文保留，状态记为已完成。", $"'{text}' is a standing under the heading of deadlines; kept as given, and the standing noted apart.");

    public static MatrixFinding ProgressNotKept(int line, string text) => Note("progress-not-kept", line,
        $"工作推进情况“{Short(text)}”不写入台账；单位签收后自己报进展。", $"The progress '{Short(text)}' does not go into the ledger; units report theirs once they have signed.");

    public static MatrixFinding NoLead(int line) => Note("no-lead", line, "没有写牵头单位；不替它定一个。", "No lead unit is written; none is made.");

    public static MatrixFinding SeveralLeads(int line, int count) => Note("several-leads", line, $"有{count}个牵头单位。", $"{count} units lead.");

    public static MatrixFinding Alias(int line, string text, string name) => Note("unit-alias", line, $"“{text}”按“{name}”理解。", $"'{text}' is taken as {name}.");

    public static MatrixFinding Renamed(int line, string name, string next) => Note("unit-renamed", line, $"{name}后来是{next}；原名保留。", $"{name} became {next}; the name as given stays.");

    public static MatrixFinding OtherNumber(int line, int number, int inText) => Note("number-differs", line,
        $"序号是{number}，任务前写的是{inText}。", $"The row is numbered {number}, its task {inText}.");

    // What is quoted is to be found again, not to be read whole.
    private static string Short(string text) => text.Length > Quoted ? text[..Quoted] + "…" : text;

    private static MatrixFinding Error(string code, int line, string zh, string en) => new(code, line, true, new Words(zh, en));

    private static MatrixFinding Note(string code, int line, string zh, string en) => new(code, line, false, new Words(zh, en));
}
